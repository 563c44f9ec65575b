package org.casus.extraction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.Dependency;
import org.casus.annotation.TimeExpression;
import org.casus.annotation.TimeExpression.Precision;
import org.casus.article.Article;
import org.jspecify.annotations.Nullable;

/** Ties temporal expressions to events: the one that hangs nearest to the trigger, not the one beside it. */
final class TimeReader {

    private final Article article;
    private final Chronology chronology;
    private final Sayings sayings;
    private final DatedAct dated;

    TimeReader(AnnotatedArticle annotated, Sayings sayings) {
        article = annotated.article();
        chronology = new Chronology(article.text(), annotated.sentences());
        this.sayings = sayings;
        dated = new DatedAct(sayings);
    }

    /**
     * When the act of token {@code trigger} was. Without any words of its own what happened did so on the day of its
     * entry, where it stands in a chronology, else on the article's day or before, and what is to come is not before
     * the saying that it hangs on, nor, where that has no time, before that day.
     *
     * @param meanwhile what was done, or went on, at the same time
     */
    @Nullable
    EventTime at(Syntax syntax, int trigger, @Nullable Integer lightVerb, boolean toCome, List<Integer> meanwhile) {
        TimeExpression nearest = null;
        int least = Integer.MAX_VALUE;
        for (TimeExpression time : syntax.sentence().times()) {
            int distance = dated.distance(syntax, headOf(syntax, time), trigger, lightVerb);
            if (time.earliest() != null
                    && distance < least
                    && !isOfCharge(syntax, time, trigger)
                    && !isDeadline(syntax, time, trigger)
                    && (toCome || !isOfWhatIsToCome(syntax, time, trigger))) {
                nearest = time;
                least = distance;
            }
        }
        if (nearest != null) {
            return isSince(syntax, nearest) ? since(nearest) : said(nearest);
        }
        Optional<TimeExpression> beside = beside(syntax, meanwhile);
        if (beside.isPresent() && (toCome || !isAfterPublication(beside.get()))) {
            return said(beside.get());
        }
        return toCome
                ? notBefore(above(syntax, trigger))
                : ofMainClause(syntax, trigger)
                        .or(() -> entry(syntax))
                        .map(TimeReader::said)
                        .orElseGet(this::published);
    }

    private Optional<TimeExpression> beside(Syntax syntax, List<Integer> meanwhile) {
        return meanwhile.stream()
                .flatMap(other -> allAt(syntax, other).stream()
                        .filter(time -> !DatedAct.opens(syntax, headOf(syntax, time), other)))
                .filter(time -> time.earliest() != null && !isSince(syntax, time))
                .findFirst();
    }

    /** "Promised to leave on Monday": that was promised before. */
    private boolean isOfWhatIsToCome(Syntax syntax, TimeExpression time, int trigger) {
        return syntax.sentence().token(trigger).pos().equals("VBD") && isAfterPublication(time);
    }

    /** A month or a year that began before the article's day is not after it. */
    private boolean isAfterPublication(TimeExpression time) {
        String day = day();
        String earliest = time.earliest();
        return day != null && earliest != null && earliest.compareTo(day) > 0 && !earliest.startsWith(day);
    }

    /** "In 1980, when it burned the ballots", "was held in May when he came back": the clause is of the same time. */
    private Optional<TimeExpression> ofMainClause(Syntax syntax, int trigger) {
        int verb = trigger;
        while (syntax.is(verb, "conj") || syntax.is(verb, "xcomp") || syntax.is(verb, "obj")) {
            verb = syntax.sentence().governor(verb);
        }
        int above = syntax.sentence().governor(verb);
        boolean when = syntax.children(verb, "advmod").stream()
                .anyMatch(adverb -> syntax.lemma(adverb).equals("when"));
        if (above == Dependency.ROOT || !when) {
            return Optional.empty();
        }
        return syntax.is(verb, "acl:relcl")
                ? syntax.sentence().times().stream()
                        .filter(time -> time.earliest() != null && time.first() <= above && above < time.end())
                        .findFirst()
                : syntax.is(verb, "advcl") && !isSaying(syntax, above)
                        ? allAt(syntax, above).stream()
                                .filter(time -> time.earliest() != null)
                                .findFirst()
                        : Optional.empty();
    }

    /** The time of the entry of a timeline in which a sentence stands. */
    Optional<TimeExpression> entry(Syntax syntax) {
        return chronology.at(syntax.sentence());
    }

    /** The times that hang on a token or on what it governs, the nearest first, without a fallback. */
    List<TimeExpression> allAt(Syntax syntax, int head) {
        return syntax.sentence().times().stream()
                .filter(time -> time.earliest() != null || time.latest() != null)
                .filter(time -> dated.distance(syntax, headOf(syntax, time), head, null) <= DatedAct.FARTHEST)
                .filter(time -> !isOfParticiple(syntax, headOf(syntax, time), head))
                .sorted(Comparator.comparing(time -> dated.distance(syntax, headOf(syntax, time), head, null)))
                .toList();
    }

    private static EventTime said(TimeExpression time) {
        return new EventTime(
                time.span(), time.text(), time.earliest(), time.latest(), time.precision(), EventTime.Basis.TEXT);
    }

    /** "Since January they have shelled it": until now. */
    private static boolean isSince(Syntax syntax, TimeExpression time) {
        return time.first() > 0 && syntax.lemma(time.first() - 1).equals("since");
    }

    private EventTime since(TimeExpression time) {
        EventTime begin = said(time);
        String day = day();
        return day == null
                ? begin
                : new EventTime(begin.span(), begin.text(), begin.earliest(), day, begin.precision(), begin.basis());
    }

    private @Nullable EventTime published() {
        String day = day();
        return day == null
                ? null
                : new EventTime(null, null, null, day, Precision.UNKNOWN, EventTime.Basis.PUBLICATION);
    }

    private @Nullable EventTime notBefore(@Nullable TimeExpression saying) {
        if (saying != null) {
            return new EventTime(
                    saying.span(), saying.text(), saying.earliest(), null, Precision.UNKNOWN, EventTime.Basis.TEXT);
        }
        String day = day();
        return day == null
                ? null
                : new EventTime(null, null, day, null, Precision.UNKNOWN, EventTime.Basis.PUBLICATION);
    }

    /** The time of the nearest clause above that has one: in "said on Friday that it would leave" that of saying. */
    private @Nullable TimeExpression above(Syntax syntax, int trigger) {
        for (int node = syntax.sentence().governor(trigger);
                node != Dependency.ROOT;
                node = syntax.sentence().governor(node)) {
            for (TimeExpression time : allAt(syntax, node)) {
                if (time.earliest() != null) {
                    return time;
                }
            }
        }
        return null;
    }

    private @Nullable String day() {
        String date = article.date();
        return date == null || date.length() <= 10 ? date : date.substring(0, 10);
    }

    private static int headOf(Syntax syntax, TimeExpression time) {
        for (int i = time.first(); i < time.end(); i++) {
            int governor = syntax.sentence().governor(i);
            if (governor < time.first() || governor >= time.end()) {
                return i;
            }
        }
        return time.end() - 1;
    }

    /** The parser hangs on the verb what stands behind the charge; a day there is mostly that of the accusation. */
    private static boolean isOfCharge(Syntax syntax, TimeExpression time, int trigger) {
        return time.precision().compareTo(Precision.DAY) > 0
                && syntax.sentence().dependents(trigger).stream()
                        .anyMatch(child -> child < time.first() && DatedAct.isCharge(syntax, child));
    }

    /** "Ordered them to leave by Friday": they are to leave by then. */
    private static boolean isDeadline(Syntax syntax, TimeExpression time, int trigger) {
        return syntax.preposition(headOf(syntax, time)).equals("by")
                && syntax.children(trigger, "xcomp").stream()
                        .anyMatch(verb -> trigger < verb
                                && verb < time.first()
                                && syntax.sentence().token(verb).pos().equals("VB"));
    }

    /** "The islands, occupied since 1945, are claimed": the occupation is since then, not the claim. */
    private static boolean isOfParticiple(Syntax syntax, int time, int head) {
        int above = syntax.sentence().governor(head);
        for (int node = time; node != head && node != above && node != Dependency.ROOT; ) {
            if (node != time && syntax.sentence().relation(node).equals("acl")) {
                return true;
            }
            node = syntax.sentence().governor(node);
        }
        return false;
    }

    private boolean isSaying(Syntax syntax, int i) {
        return sayings.isVerbOfSaying(syntax, i);
    }
}
