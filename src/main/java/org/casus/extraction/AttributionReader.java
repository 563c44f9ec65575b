package org.casus.extraction;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.casus.annotation.Dependency;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.casus.article.Article;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/** Reads on whose word a clause stands: the speaker, the agency that reports it, the publisher. */
final class AttributionReader {
    private static final int HIGHEST = 12;

    private final Article article;
    private final List<Sentence> sentences;
    private final Phrases phrases;
    private final Nouns nouns;
    private final Sayings sayings;
    private final Quotations quotations;
    private final List<List<Cue>> cues;
    private final Turns turns;
    private final SoleVoice soleVoice;
    private final Signatures signatures;
    private final QuotedVoices<Attribution> quotedVoices;
    private int count;

    AttributionReader(Article article, List<Sentence> sentences, Phrases phrases, Nouns nouns, Sayings sayings) {
        this.article = article;
        this.sentences = sentences;
        this.phrases = phrases;
        this.nouns = nouns;
        this.sayings = sayings;
        quotations = new Quotations(article.text(), sentences);
        CueReader reader = new CueReader(sayings, phrases);
        List<Syntax> syntaxes =
                sentences.stream().map(sentence -> new Syntax(sentence, nouns)).toList();
        List<List<Cue>> all = syntaxes.stream().map(reader::read).toList();
        Paragraphs paragraphs = new Paragraphs(article.text(), sentences);
        turns = new Turns(paragraphs, labels(syntaxes, all));
        soleVoice = new SoleVoice(syntaxes, paragraphs, phrases);
        signatures = new Signatures(article.text(), sentences, paragraphs, quotations);
        cues = syntaxes.stream()
                .map(syntax -> all.get(syntax.sentence().index()).stream()
                        .filter(cue -> !tellsNothing(syntax, cue))
                        .toList())
                .toList();
        quotedVoices = new QuotedVoices<>(article.text(), sentences, paragraphs, quotations, this::narrated);
        // Speakers found above are mentioned already, and keep no "our" of their own.
        phrases.spokenBy(this::speaking);
    }

    private static Map<Integer, Turns.Label> labels(List<Syntax> syntaxes, List<List<Cue>> cues) {
        Map<Integer, Turns.Label> labels = new HashMap<>();
        for (Syntax syntax : syntaxes) {
            Sentence sentence = syntax.sentence();
            cues.get(sentence.index()).stream()
                    .filter(cue -> sentence.token(cue.token()).text().equals(":"))
                    .flatMap(cue -> Optional.ofNullable(cue.source()).stream())
                    .filter(head -> !syntax.nameHasClass(head, "place") && !syntax.isA(head, "document"))
                    .forEach(head -> labels.put(sentence.index(), label(syntax, head)));
        }
        return labels;
    }

    private static Turns.Label label(Syntax syntax, int head) {
        Sentence sentence = syntax.sentence();
        boolean person = syntax.isA(head, "person") || syntax.nameHasClass(head, "person");
        String words =
                sentence.tokens().subList(0, head + 1).stream().map(Token::text).collect(joining(" "));
        return new Turns.Label(sentence.index(), head, words, person);
    }

    /** The voices behind what token {@code i} tells, from the speaker outward. */
    List<Attribution> at(Syntax syntax, int i) {
        List<Attribution> chain = new ArrayList<>();
        cuesOver(syntax, i, -1).forEach(cue -> voices(syntax, cue, chain));
        return outward(syntax, chain);
    }

    /** Head of the nearest voice in the sentence itself. */
    Optional<Integer> speaker(Syntax syntax, int i) {
        int node = i;
        for (int step = 0; step < HIGHEST; step++) {
            OptionalInt saying = syntax.slips().saying(node);
            if (saying.isPresent() && sayings.isVerbOfSaying(syntax, saying.getAsInt())) {
                return syntax.child(saying.getAsInt(), "nsubj").stream().boxed().findFirst();
            }
            int governor = syntax.sentence().governor(node);
            if (governor == Dependency.ROOT) {
                return Optional.empty();
            }
            if (isSaid(syntax, node) && sayings.isVerbOfSaying(syntax, governor)) {
                OptionalInt subject = syntax.control().agent(governor);
                return subject.isPresent() ? Optional.of(subject.getAsInt()) : Optional.empty();
            }
            if (new Outside(syntax).isContrasted(node, syntax.sentence().governor(governor))) {
                return Optional.empty();
            }
            node = governor;
        }
        return Optional.empty();
    }

    /**
     * Everything in a sentence that stands on somebody's word. Of whom a quotation speaks in its turn is part of the
     * quotation; the chains of its events know him.
     */
    List<Statement> statements(Syntax syntax) {
        Sentence sentence = syntax.sentence();
        List<Statement> found = new ArrayList<>();
        for (Cue cue : cues.get(sentence.index())) {
            if (isQuoted(syntax, cue)) {
                continue;
            }
            List<Attribution> chain = new ArrayList<>();
            voices(syntax, cue, chain);
            cuesOver(syntax, cue.token(), cue.token()).forEach(outer -> voices(syntax, outer, chain));
            Span words = sentence.token(cue.token()).span();
            content(sentence, cue)
                    .ifPresent(content -> found.add(statement(syntax, cue.kind(), chain, words, content)));
        }
        if (told(sentence.index()).isPresent()) {
            found.add(statement(syntax, Statement.Kind.SAY, new ArrayList<>(), null, sentence.span()));
        }
        return found;
    }

    private Statement statement(
            Syntax syntax, Statement.Kind kind, List<Attribution> chain, @Nullable Span cue, Span content) {
        return new Statement(
                "s" + ++count,
                kind,
                outward(syntax, chain),
                cue,
                quotations.covers(content),
                content,
                syntax.sentence().index());
    }

    /** What a cue covers; one that covers nothing announces the sentence behind it. */
    private Optional<Span> content(Sentence sentence, Cue cue) {
        BitSet tokens = withoutStop(sentence, cue.content());
        if (!tokens.isEmpty()) {
            return Optional.of(quotations.closed(new Span(
                    sentence.token(tokens.nextSetBit(0)).span().begin(),
                    sentence.token(tokens.length() - 1).span().end())));
        }
        int next = sentence.index() + 1;
        return next < sentences.size() && quotations.covers(sentences.get(next).span())
                ? Optional.of(sentences.get(next).span())
                : Optional.empty();
    }

    /** Of "It is safe, he said." the stop at the end is no part of what he said. */
    private static BitSet withoutStop(Sentence sentence, BitSet content) {
        int last = content.length() - 1;
        boolean apart = last > 0 && !content.get(last - 1) && content.cardinality() > 1;
        if (!apart || !sentence.token(last).pos().matches("[.,:]|''")) {
            return content;
        }
        BitSet tokens = (BitSet) content.clone();
        tokens.clear(last);
        return tokens;
    }

    /** Whose word a whole sentence is that does not say so: of a quotation or of a turn that began before. */
    private Optional<Attribution> told(int sentence) {
        return quoted(sentence)
                .or(() -> turns.at(sentence)
                        .filter(label -> label.sentence() < sentence)
                        .map(this::voice))
                .or(() -> sole(sentence));
    }

    /** Who has the word where a pronoun stands: the speaker of its quotation, or of the turn in a transcript. */
    private Optional<Mention> speaking(Sentence sentence, Token pronoun) {
        boolean quoted = quotations.at(pronoun.span().begin()).isPresent();
        boolean first = pronoun.isFirstPerson();
        Optional<Turns.Label> turn = quoted
                ? Optional.empty()
                : turns.at(sentence.index())
                        .filter(label -> label.sentence() != sentence.index() || label.head() != pronoun.index());
        return quoted(sentence.index())
                .filter(voice -> quoted || first)
                .or(() -> turn.map(this::voice))
                .or(() -> quoted && !first
                        ? narrator(sentence.index())
                                // In <"He" said> it is he himself, whose mention is not made yet.
                                .filter(head -> head != pronoun.index())
                                .map(head -> narrated(sentence.index(), head))
                        : Optional.empty())
                .or(() -> first && !quoted ? sole(sentence.index()) : Optional.empty())
                .map(Attribution::mention);
    }

    /** Whom a pronoun that stands for nothing known may mean: its speaker; but "they" of a quotation are others. */
    Optional<Integer> meant(Syntax syntax, int act, int pronoun) {
        Token token = syntax.sentence().token(pronoun);
        boolean quoted = quotations.at(token.span().begin()).isPresent();
        return quoted && !token.isFirstPerson() ? Optional.empty() : speaker(syntax, act);
    }

    private Optional<Attribution> quoted(int sentence) {
        return quotedVoices
                .at(sentence)
                .or(() -> signatures
                        .at(sentence)
                        .filter(name ->
                                quotations.covers(sentences.get(sentence).span()))
                        .map(name -> narrated(name.sentence(), name.head())));
    }

    private Optional<Attribution> sole(int sentence) {
        return soleVoice.at(sentence).map(voice -> narrated(voice.sentence(), voice.head()));
    }

    private Attribution voice(Turns.Label label) {
        return narrated(label.sentence(), label.head());
    }

    /** A chain with the voice that its whole sentence stands on, and the publisher. */
    private List<Attribution> outward(Syntax syntax, List<Attribution> chain) {
        told(syntax.sentence().index()).ifPresent(voice -> add(chain, voice));
        if (article.publisher() != null) {
            chain.add(new Attribution(Attribution.Role.PUBLISHER, null, article.publisher(), null));
        }
        return chain;
    }

    /** The cues whose content holds a token, the nearest first. */
    private Stream<Cue> cuesOver(Syntax syntax, int token, int itself) {
        return cues.get(syntax.sentence().index()).stream()
                .filter(cue -> cue.clausal() && cue.token() != itself && cue.covers(token))
                .sorted(Comparator.comparingInt(cue -> cue.content().cardinality()));
    }

    private static boolean isSaid(Syntax syntax, int node) {
        return syntax.is(node, "ccomp") || syntax.is(node, "parataxis") || syntax.is(node, "xcomp");
    }

    /** "You know", "nobody said so", and within a quotation or a turn "I think": its speaker is told anyway. */
    private boolean tellsNothing(Syntax syntax, Cue cue) {
        if (cue.source() == null) {
            return false;
        }
        boolean spoken = isQuoted(syntax, cue)
                || turns.at(syntax.sentence().index()).isPresent()
                || soleVoice.at(syntax.sentence().index()).isPresent();
        return syntax.lemma(cue.source()).matches("you|nobody|none")
                || syntax.slot(cue.source(), "comp").stream()
                        .anyMatch(word -> syntax.lemma(word).equals("no"))
                || (spoken && syntax.sentence().token(cue.source()).isFirstPerson());
    }

    private boolean isQuoted(Syntax syntax, Cue cue) {
        return quotations
                .at(syntax.sentence().token(cue.token()).span().begin())
                .isPresent();
    }

    /** Who is said to speak in a sentence, by words outside of quotation marks. */
    private Optional<Attribution> narrated(int index) {
        return narrator(index).map(head -> narrated(index, head));
    }

    private Attribution narrated(int index, int head) {
        return voice(Attribution.Role.SPEAKER, new Syntax(sentences.get(index), nouns), head);
    }

    private Optional<Integer> narrator(int index) {
        Syntax syntax = new Syntax(sentences.get(index), nouns);
        return cues.get(index).stream()
                .filter(cue -> cue.kind() == Statement.Kind.SAY)
                .filter(cue -> !isQuoted(syntax, cue))
                .min(Comparator.comparingInt(cue -> depth(syntax, cue.token())))
                .flatMap(cue -> Optional.ofNullable(cue.source()));
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

    private void voices(Syntax syntax, Cue cue, List<Attribution> chain) {
        if (cue.cited() != null) {
            syntax.withConjuncts(cue.cited())
                    .forEach(head -> add(chain, voice(Attribution.Role.SPEAKER, syntax, head)));
        }
        if (cue.source() != null) {
            for (int head : syntax.withConjuncts(cue.source())) {
                add(chain, voice(role(syntax, head, chain), syntax, head));
            }
        }
        if (syntax.sentence().token(cue.token()).isVerb()) {
            OptionalInt told = syntax.child(cue.token(), "iobj");
            OptionalInt hearer = told.isPresent() ? told : syntax.child(cue.token(), "obj");
            hearer.ifPresent(head -> {
                if (isMedia(syntax, head)) {
                    add(chain, voice(Attribution.Role.AGENCY, syntax, head));
                }
            });
        }
    }

    private static void add(List<Attribution> chain, Attribution voice) {
        if (chain.stream().noneMatch(known -> known.text().equals(voice.text()))) {
            chain.add(voice);
        }
    }

    /** A medium that passes on the word of another is the agency; one that says so itself is the speaker. */
    private Attribution.Role role(Syntax syntax, int head, List<Attribution> chain) {
        return !chain.isEmpty() && isMedia(syntax, head) ? Attribution.Role.AGENCY : Attribution.Role.SPEAKER;
    }

    private Attribution voice(Attribution.Role role, Syntax syntax, int head) {
        Mention mention = phrases.mention(syntax.sentence(), head);
        return new Attribution(role, mention, mention.text(), capacity(syntax, head));
    }

    private boolean isMedia(Syntax syntax, int head) {
        Sentence sentence = syntax.sentence();
        return nouns.isA(sentence, head, "media")
                || sentence.nameAt(head)
                        .filter(name -> nouns.isA(sentence, name.end() - 1, "media"))
                        .isPresent();
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
}
