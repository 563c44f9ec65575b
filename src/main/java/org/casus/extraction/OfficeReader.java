package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.casus.article.Article;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/** Reads who holds which office of what: titles before names, appositions, and "X is president of Y". */
final class OfficeReader {
    private static final Set<String> PAST = Set.of("former", "ex", "then", "late", "ousted", "deposed");
    private static final List<String> SERVES = List.of("poss", "of", "to", "for", "in", "at");

    private final Offices offices;
    private final Phrases phrases;
    private final Article article;

    OfficeReader(Offices offices, Phrases phrases, Article article) {
        this.offices = offices;
        this.phrases = phrases;
        this.article = article;
    }

    List<OfficeMention> read(Syntax syntax) {
        List<OfficeMention> found = new ArrayList<>();
        for (EntityMention name : syntax.sentence().names()) {
            if (name.type() == EntityMention.Type.PERSON) {
                of(syntax, name).forEach(found::add);
            }
        }
        return found;
    }

    private List<OfficeMention> of(Syntax syntax, EntityMention name) {
        Sentence sentence = syntax.sentence();
        int head = Phrases.headOf(sentence, name.span());
        List<OfficeMention> found = new ArrayList<>();
        if (name.first() > 0) {
            add(syntax, head, name.first() - 1, found);
        }
        syntax.children(head, "appos").forEach(noun -> add(syntax, head, noun, found));
        int governor = sentence.governor(head);
        if (governor >= 0 && syntax.is(head, "appos")) {
            add(syntax, head, governor, found);
        } else if (governor >= 0 && syntax.is(head, "nsubj") && syntax.hasChild(governor, "cop")) {
            add(syntax, head, governor, found);
        }
        return found;
    }

    /** Adds the office whose title ends with token {@code last}, if there is one. */
    private void add(Syntax syntax, int person, int last, List<OfficeMention> found) {
        Sentence sentence = syntax.sentence();
        int first = offices.begin(sentence, last);
        if (first < 0
                || found.stream()
                        .anyMatch(office ->
                                office.office().contains(sentence.token(last).text()))) {
            return;
        }
        while (first > 0 && describes(sentence, first - 1, last)) {
            first--;
        }
        boolean former = first > 0 && PAST.contains(syntax.lemma(first - 1));
        Span title = new Span(
                sentence.token(first).span().begin(),
                sentence.token(last).span().end());
        found.add(new OfficeMention(
                phrases.mention(sentence, person),
                title.of(article.text()),
                served(syntax, person, former ? first - 1 : first, last).orElse(null),
                former ? Period.UNKNOWN : new Period(null, null, day()),
                former ? OfficeMention.Standing.FORMER : OfficeMention.Standing.HOLDER,
                List.of(),
                sentence.index(),
                "offices.tsv"));
    }

    /** "foreign policy" in "foreign policy adviser"; a capital begins the name of what is served. */
    private static boolean describes(Sentence sentence, int i, int last) {
        Token token = sentence.token(i);
        boolean modifier = sentence.relation(i).matches("compound|amod")
                && (sentence.governor(i) == last || sentence.governor(i) == i + 1);
        return modifier && Character.isLowerCase(token.text().charAt(0)) && !PAST.contains(token.lemma());
    }

    private Optional<Mention> served(Syntax syntax, int person, int first, int last) {
        Sentence sentence = syntax.sentence();
        for (int holder : new int[] {last, person}) {
            for (String slot : SERVES) {
                Optional<Integer> head = syntax.slot(holder, slot).stream().findFirst();
                if (head.isPresent() && head.get() != person) {
                    return head.map(h -> phrases.mention(sentence, h));
                }
            }
        }
        return before(sentence, first);
    }

    /** "Armenian" in "Armenian Prime Minister". */
    private Optional<Mention> before(Sentence sentence, int first) {
        if (first == 0) {
            return Optional.empty();
        }
        Token token = sentence.token(first - 1);
        boolean named = token.pos().matches("JJ|NNP|NNPS")
                && Character.isUpperCase(token.text().charAt(0));
        return named ? Optional.of(phrases.mention(sentence, first - 1)) : Optional.empty();
    }

    private @Nullable Moment day() {
        String date = article.date();
        return date == null ? null : Moment.of(date.substring(0, Math.min(10, date.length())));
    }
}
