package org.casus.extraction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.TimeExpression;
import org.casus.annotation.Token;
import org.casus.article.Article;
import org.jspecify.annotations.Nullable;

/** Reads since when and until when a state held off the times that hang on its words. */
final class PeriodReader {
    private static final Set<String> SINCE = Set.of("since", "from");
    private static final Set<String> UNTIL = Set.of("until", "till", "to", "through");
    private static final Set<String> BEYOND = Set.of("before", "after", "by");
    private static final Set<String> WITHIN_DECADE = Set.of("early", "late", "mid", "the", "about", "around", "at");

    private final TimeReader times;
    private final @Nullable String published;

    PeriodReader(Article article, TimeReader times) {
        this.times = times;
        String date = article.date();
        published = date == null || date.length() <= 10 ? date : date.substring(0, 10);
    }

    /**
     * The period of a state that token {@code trigger} tells of.
     *
     * @param put what did not happen began and ended at no time that the article's date could bound
     */
    Period read(Syntax syntax, int trigger, Aspect aspect, Factuality put) {
        boolean notYet = put.polarity() == Factuality.Polarity.NEGATIVE && isNow(syntax, trigger);
        boolean holds = aspect == Aspect.BEGINS && (notYet || isPresent(syntax, trigger));
        Aspect told = holds ? Aspect.HOLDS : aspect;
        @Nullable Moment from = null;
        @Nullable Moment until = null;
        @Nullable Moment within = null;
        for (TimeExpression time : times.allAt(syntax, trigger)) {
            String preposition = preposition(syntax, time);
            Moment moment = new Moment(time.earliest(), time.latest());
            if (SINCE.contains(preposition)) {
                from = from == null ? moment : from;
            } else if (UNTIL.contains(preposition)) {
                until = until == null ? moment : until;
            } else if (!BEYOND.contains(preposition) && within == null) {
                within = moment;
            }
        }
        if (from == null) {
            from = sinceClause(syntax, trigger).orElse(null);
        }
        if (from == null && told == Aspect.BEGINS) {
            from = within == null ? byNow(put) : within;
        }
        if (until == null && told == Aspect.ENDS) {
            until = within == null ? byNow(put) : within;
        }
        return new Period(from, until, told == Aspect.HOLDS ? asOf(syntax, trigger, within, until) : null);
    }

    /** What the text calls something in passing holds on the day of its entry, or when it is published. */
    Period inPassing(Syntax syntax) {
        Optional<Moment> entry = times.entry(syntax).map(time -> new Moment(time.earliest(), time.latest()));
        return new Period(null, null, entry.orElse(published == null ? null : Moment.of(published)));
    }

    private @Nullable Moment asOf(Syntax syntax, int trigger, @Nullable Moment within, @Nullable Moment until) {
        return within == null && until == null && isNow(syntax, trigger)
                ? inPassing(syntax).asOf()
                : within;
    }

    private @Nullable Moment byNow(Factuality put) {
        return published == null || !put.happened() ? null : new Moment(null, published);
    }

    private Optional<Moment> sinceClause(Syntax syntax, int trigger) {
        return syntax.children(trigger, "advcl").stream()
                .filter(clause ->
                        syntax.children(clause, "mark").stream().anyMatch(mark -> SINCE.contains(syntax.lemma(mark))))
                .flatMap(clause -> times.allAt(syntax, clause).stream())
                .map(time -> new Moment(time.earliest(), time.latest()))
                .findFirst();
    }

    private static String preposition(Syntax syntax, TimeExpression time) {
        int before = time.first() - 1;
        while (before >= 0 && WITHIN_DECADE.contains(syntax.lemma(before))) {
            before--;
        }
        boolean inside = SINCE.contains(syntax.lemma(time.first()));
        return inside ? syntax.lemma(time.first()) : before < 0 ? "" : syntax.lemma(before);
    }

    /** "controls", "is controlled", "is under its control"; not "has controlled". */
    private static boolean isPresent(Syntax syntax, int trigger) {
        return verbs(syntax, trigger)
                .anyMatch(i -> isPresentForm(syntax, i) && !syntax.lemma(i).equals("have"));
    }

    /** True also for "has controlled it since". */
    private static boolean isNow(Syntax syntax, int trigger) {
        return verbs(syntax, trigger).anyMatch(i -> isPresentForm(syntax, i));
    }

    private static Stream<Integer> verbs(Syntax syntax, int trigger) {
        return Stream.of(List.of(trigger), syntax.children(trigger, "aux"), syntax.children(trigger, "cop"))
                .flatMap(List::stream);
    }

    /** An irregular past such as "retook" is often tagged as a present. */
    private static boolean isPresentForm(Syntax syntax, int i) {
        Token token = syntax.sentence().token(i);
        boolean unlikeItsLemma =
                !token.text().equalsIgnoreCase(token.lemma()) && !token.lemma().matches("be|have");
        return token.pos().equals("VBZ") || (token.pos().equals("VBP") && !unlikeItsLemma);
    }
}
