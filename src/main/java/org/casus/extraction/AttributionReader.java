package org.casus.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.casus.annotation.Dependency;
import org.casus.annotation.Sentence;
import org.casus.article.Article;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/** Reads on whose word a clause stands: the speaker, the agency that reports it, the publisher. */
final class AttributionReader {
    private static final int HIGHEST = 12;

    private final Article article;
    private final Phrases phrases;
    private final Nouns nouns;
    private final Sayings sayings;
    private final Map<Integer, Attribution> speakers = new HashMap<>();
    private final Quotations quotations;

    AttributionReader(Article article, List<Sentence> sentences, Phrases phrases, Nouns nouns, Sayings sayings) {
        this.article = article;
        this.phrases = phrases;
        this.nouns = nouns;
        this.sayings = sayings;
        quotations = new Quotations(article.text(), sentences);
        for (Sentence sentence : sentences) {
            firstSpeaker(new Syntax(sentence, nouns)).ifPresent(speaker -> speakers.put(sentence.index(), speaker));
        }
    }

    /** The voices behind what token {@code i} tells, from the speaker outward. */
    List<Attribution> at(Syntax syntax, int i) {
        List<Attribution> chain = new ArrayList<>();
        int node = i;
        for (int step = 0; step < HIGHEST; step++) {
            spokenAfter(syntax, node).ifPresent(verb -> voices(syntax, verb, chain));
            int governor = syntax.sentence().governor(node);
            if (governor == Dependency.ROOT) {
                break;
            }
            if (isSaid(syntax, node) && isSaying(syntax, governor)) {
                voices(syntax, governor, chain);
            }
            node = governor;
        }
        accordingTo(syntax).ifPresent(voice -> add(chain, voice));
        if (chain.isEmpty()) {
            quoted(syntax.sentence()).ifPresent(chain::add);
        }
        if (article.publisher() != null) {
            chain.add(new Attribution(Attribution.Role.PUBLISHER, null, article.publisher(), null));
        }
        return chain;
    }

    /** Head of the nearest voice in the sentence itself. */
    Optional<Integer> speaker(Syntax syntax, int i) {
        int node = i;
        for (int step = 0; step < HIGHEST; step++) {
            int governor = syntax.sentence().governor(node);
            if (governor == Dependency.ROOT) {
                return Optional.empty();
            }
            if (isSaid(syntax, node) && isSaying(syntax, governor)) {
                OptionalInt subject = syntax.agent(governor);
                return subject.isPresent() ? Optional.of(subject.getAsInt()) : Optional.empty();
            }
            node = governor;
        }
        return Optional.empty();
    }

    /** Every clause of saying in a sentence, and its quotation where the voice stands in another sentence. */
    List<Statement> statements(Syntax syntax) {
        Sentence sentence = syntax.sentence();
        List<Statement> found = new ArrayList<>();
        for (int i = 0; i < sentence.tokens().size(); i++) {
            if (isSaying(syntax, i) && (said(syntax, i).isPresent() || syntax.is(i, "parataxis"))) {
                List<Attribution> chain = new ArrayList<>();
                voices(syntax, i, chain);
                statement(sentence, chain, said(syntax, i).orElse(i)).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            Optional<Attribution> voice = accordingTo(syntax).or(() -> quoted(sentence));
            voice.flatMap(v -> statement(sentence, new ArrayList<>(List.of(v)), -1))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Statement> statement(Sentence sentence, List<Attribution> chain, int content) {
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        if (article.publisher() != null) {
            chain.add(new Attribution(Attribution.Role.PUBLISHER, null, article.publisher(), null));
        }
        Span span = content < 0 ? sentence.span() : subtree(sentence, content);
        String id = "s" + span.begin();
        return Optional.of(new Statement(id, chain, quotations.covers(span), span, sentence.index()));
    }

    private static Span subtree(Sentence sentence, int head) {
        Span span = sentence.token(head).span();
        for (int child : sentence.dependents(head)) {
            Span below = subtree(sentence, child);
            span = new Span(Math.min(span.begin(), below.begin()), Math.max(span.end(), below.end()));
        }
        return span;
    }

    private boolean isSaying(Syntax syntax, int verb) {
        return syntax.sentence().token(verb).isVerb()
                && sayings.kind(syntax.lemma(verb)).isPresent();
    }

    private static boolean isSaid(Syntax syntax, int node) {
        return syntax.is(node, "ccomp") || syntax.is(node, "parataxis") || syntax.is(node, "xcomp");
    }

    private static OptionalInt said(Syntax syntax, int verb) {
        OptionalInt clause = syntax.child(verb, "ccomp");
        return clause.isPresent() ? clause : syntax.child(verb, "xcomp");
    }

    /** "..., X said": where the parser hangs the verb of saying below what is said. */
    private Optional<Integer> spokenAfter(Syntax syntax, int node) {
        return syntax.children(node, "parataxis").stream()
                .filter(verb -> isSaying(syntax, verb) && syntax.hasChild(verb, "nsubj"))
                .findFirst();
    }

    /** The voice of the whole sentence: that of the verb of saying which nothing else governs. */
    private Optional<Attribution> firstSpeaker(Syntax syntax) {
        int least = Integer.MAX_VALUE;
        Optional<Attribution> speaker = Optional.empty();
        for (int i = 0; i < syntax.sentence().tokens().size(); i++) {
            int depth = depth(syntax, i);
            if (depth < least && isSaying(syntax, i)) {
                List<Attribution> chain = new ArrayList<>();
                voices(syntax, i, chain);
                if (!chain.isEmpty()) {
                    speaker = Optional.of(chain.get(0));
                    least = depth;
                }
            }
        }
        return speaker.or(() -> accordingTo(syntax));
    }

    private static int depth(Syntax syntax, int token) {
        int depth = 0;
        int node = token;
        while (node != Dependency.ROOT && depth < HIGHEST) {
            node = syntax.sentence().governor(node);
            depth++;
        }
        return depth;
    }

    private void voices(Syntax syntax, int verb, List<Attribution> chain) {
        syntax.agent(verb).ifPresent(speaker -> add(chain, voice(syntax, speaker)));
        OptionalInt told = syntax.child(verb, "iobj");
        OptionalInt hearer = told.isPresent() ? told : syntax.child(verb, "obj");
        hearer.ifPresent(head -> {
            if (isMedia(syntax, head)) {
                add(chain, voice(syntax, head));
            }
        });
    }

    private static void add(List<Attribution> chain, Attribution voice) {
        if (chain.stream().noneMatch(known -> known.text().equals(voice.text()))) {
            chain.add(voice);
        }
    }

    private Attribution voice(Syntax syntax, int head) {
        Mention mention = phrases.mention(syntax.sentence(), head);
        Attribution.Role role = isMedia(syntax, head) ? Attribution.Role.AGENCY : Attribution.Role.SPEAKER;
        return new Attribution(role, mention, mention.text(), capacity(syntax, head));
    }

    private boolean isMedia(Syntax syntax, int head) {
        return nouns.isA(syntax.sentence(), head, "media");
    }

    /** In what office a person speaks: the apposition behind the name, or the title before it. */
    private @Nullable String capacity(Syntax syntax, int head) {
        Sentence sentence = syntax.sentence();
        if (sentence.nameAt(head).isEmpty()) {
            return null;
        }
        return syntax.children(head, "appos").stream()
                .findFirst()
                .map(appos -> phrases.words(sentence, appos))
                .or(() -> title(sentence, head))
                .orElse(null);
    }

    private Optional<String> title(Sentence sentence, int head) {
        int first = sentence.nameAt(head).orElseThrow().first();
        Optional<Integer> start = sentence.dependents(head).stream()
                .filter(child -> child < first && sentence.relation(child).matches("compound|amod|nmod|appos"))
                .findFirst();
        return start.map(from -> article.text()
                .substring(
                        sentence.token(from).span().begin(),
                        sentence.token(first - 1).span().end()));
    }

    private Optional<Attribution> accordingTo(Syntax syntax) {
        for (int i = 0; i + 1 < syntax.sentence().tokens().size(); i++) {
            int head = syntax.sentence().governor(i);
            if (syntax.lemma(i).equals("accord") && syntax.is(i, "case") && head != Dependency.ROOT) {
                return Optional.of(voice(syntax, head));
            }
        }
        return Optional.empty();
    }

    /** A quotation that names no speaker in its own sentence goes on from the sentence before, or is named after. */
    private Optional<Attribution> quoted(Sentence sentence) {
        if (!quotations.covers(sentence.span())) {
            return Optional.empty();
        }
        for (int other : new int[] {sentence.index() - 1, sentence.index() - 2, sentence.index() + 1}) {
            if (speakers.containsKey(other)) {
                return Optional.of(speakers.get(other));
            }
        }
        return Optional.empty();
    }
}
