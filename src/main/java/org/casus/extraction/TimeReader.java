package org.casus.extraction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.Dependency;
import org.casus.annotation.Sentence;
import org.casus.annotation.TimeExpression;
import org.casus.annotation.TimeExpression.Precision;
import org.casus.article.Article;
import org.jspecify.annotations.Nullable;

/** Ties temporal expressions to events: the one that hangs nearest to the trigger, not the one beside it. */
final class TimeReader {
    private static final int FARTHEST = 4;
    /** Parts of a time: "on the night of 5 June". */
    private static final Set<String> OF_DAY = Set.of(
            "hour",
            "night",
            "morning",
            "afternoon",
            "evening",
            "eve",
            "day",
            "week",
            "month",
            "start",
            "beginning",
            "middle",
            "end",
            "half",
            "quarter");

    private static final Set<String> DURING = Set.of("in", "during", "at", "amid", "throughout");
    private static final Set<String> RANKS = Set.of("first", "second", "third", "only");
    private static final Set<String> CHARGING = WordClasses.of("charging");

    private final Article article;
    private final Chronology chronology;
    private final Sayings sayings;

    TimeReader(AnnotatedArticle annotated, Sayings sayings) {
        article = annotated.article();
        chronology = new Chronology(article.text(), annotated.sentences());
        this.sayings = sayings;
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
            int distance = distance(syntax, headOf(syntax, time), trigger, lightVerb);
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
                .flatMap(other ->
                        allAt(syntax, other).stream().filter(time -> !opens(syntax, headOf(syntax, time), other)))
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
                .filter(time -> distance(syntax, headOf(syntax, time), head, null) <= FARTHEST)
                .filter(time -> !isOfParticiple(syntax, headOf(syntax, time), head))
                .sorted(Comparator.comparing(time -> distance(syntax, headOf(syntax, time), head, null)))
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

    /**
     * Steps from a time up to the trigger; a time that hangs on a clause above counts only if that clause says nothing.
     */
    private int distance(Syntax syntax, int time, int trigger, @Nullable Integer lightVerb) {
        int node = time;
        for (int steps = 0; steps <= FARTHEST; steps++) {
            if (node == trigger || (lightVerb != null && node == lightVerb)) {
                return steps;
            }
            boolean apart = crossesClause(syntax, node)
                    || isCharge(syntax, node)
                    || (tellsOfObject(syntax, node, time) && syntax.sentence().governor(node) != trigger)
                    || opens(syntax, time, node)
                    || followsPerfect(syntax, node);
            if (node != time && apart) {
                return Integer.MAX_VALUE;
            }
            int governor =
                    node == time ? dated(syntax, time) : syntax.sentence().governor(node);
            if (governor == Dependency.ROOT
                    || (node == time && (isOfEarlier(syntax, time) || datesNoun(syntax, time, trigger, lightVerb)))) {
                return Integer.MAX_VALUE;
            }
            if (hangsBelow(syntax, trigger, governor)
                    && (!isSaying(syntax, governor) || isJoined(syntax, trigger, governor))) {
                return FARTHEST + steps;
            }
            node = governor;
        }
        return Integer.MAX_VALUE;
    }

    /** "Has killed hundreds and on Monday shelled the port": the time opens the second clause and closes the first. */
    private static boolean opens(Syntax syntax, int time, int verb) {
        return syntax.is(verb, "conj") && syntax.sentence().governor(verb) < time && time < verb;
    }

    /** "Has denounced the drills and warned on Monday": what has been done, in English, was on no day. */
    private static boolean followsPerfect(Syntax syntax, int verb) {
        return syntax.is(verb, "conj")
                && syntax.sentence().token(verb).pos().equals("VBD")
                && syntax.children(syntax.sentence().governor(verb), "aux").stream()
                        .anyMatch(have -> syntax.lemma(have).equals("have")
                                && syntax.sentence().token(have).pos().matches("VB[ZP]"));
    }

    /** The second verb before which a time stands that the parser hangs on the first. */
    private static OptionalInt opened(Syntax syntax, int time, int verb) {
        Sentence sentence = syntax.sentence();
        int before = CueReader.subtree(syntax, time).nextSetBit(0) - 1;
        if (before > 0 && sentence.token(before).text().equals(",")) {
            before--;
        }
        if (verb > before || before < 0 || !sentence.token(before).pos().equals("CC")) {
            return OptionalInt.empty();
        }
        return syntax.children(verb, "conj").stream()
                .filter(second -> opens(syntax, time, second))
                .filter(second -> sentence.tokens().subList(time, second).stream()
                        .noneMatch(token -> token.pos().equals("CC")))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** "Marched on Friday to demand a vote": they marched that day, where the parser dates the demand. */
    private static int dated(Syntax syntax, int time) {
        int verb = syntax.sentence().governor(time);
        OptionalInt second = verb == Dependency.ROOT ? OptionalInt.empty() : opened(syntax, time, verb);
        if (second.isPresent()) {
            return second.getAsInt();
        }
        boolean before = verb != Dependency.ROOT
                && syntax.isInfinitive(verb)
                && syntax.children(verb, "mark").stream().anyMatch(to -> time < to && to < verb);
        return before ? syntax.sentence().governor(verb) : verb;
    }

    /** "For the first time since May", "the worst raid since 2015": it was then that there had been one before. */
    private static boolean isOfEarlier(Syntax syntax, int time) {
        int since = syntax.children(time, "case").stream().findFirst().orElse(0);
        return since > 0
                && syntax.lemma(since).equals("since")
                && Stream.of(syntax.sentence().governor(time), since - 1)
                        .flatMap(noun -> syntax.children(noun, "amod").stream())
                        .anyMatch(rank -> syntax.sentence().token(rank).pos().equals("JJS")
                                || RANKS.contains(syntax.lemma(rank)));
    }

    /**
     * "The 1993 massacre", "the attack of 12 June", "Friday's raid": when that was, whatever else was done about it;
     * but who was killed in Friday's raid was so on Friday.
     */
    private static boolean datesNoun(Syntax syntax, int time, int trigger, @Nullable Integer lightVerb) {
        int noun = syntax.sentence().governor(time);
        boolean own = noun == trigger || (lightVerb != null && noun == lightVerb);
        boolean does = syntax.is(noun, "nsubj") || syntax.inTime(noun) || OF_DAY.contains(syntax.lemma(noun));
        return !own
                && !does
                && syntax.sentence().token(noun).isNoun()
                && (time < noun || syntax.preposition(time).equals("of"))
                && !DURING.contains(syntax.preposition(noun));
    }

    /** "Accused them of killing ten people in May": when and where they killed, not when they were accused. */
    static boolean isCharge(Syntax syntax, int node) {
        int verb = syntax.sentence().governor(node);
        return verb != Dependency.ROOT
                && CHARGING.contains(syntax.lemma(verb))
                && syntax.sentence().token(verb).isVerb()
                && syntax.preposition(node).equals("of");
    }

    /** "Released an engineer kidnapped in March": he was kidnapped then; so with "postponed a vote due in May". */
    private static boolean tellsOfObject(Syntax syntax, int participle, int time) {
        // "Freed ten men held in Ofer on Monday": the day that closes a report is that of what is reported.
        boolean closing = syntax.sentence().token(time).text().matches(".*day")
                && syntax.children(participle, "obl").stream().anyMatch(place -> place < time);
        if (closing) {
            return false;
        }
        boolean participial = syntax.sentence().relation(participle).equals("acl")
                && syntax.sentence().token(participle).pos().equals("VBN");
        boolean due = syntax.is(participle, "amod") && syntax.lemma(participle).equals("due");
        return (participial || due) && syntax.is(syntax.sentence().governor(participle), "obj");
    }

    /** The parser hangs on the verb what stands behind the charge; a day there is mostly that of the accusation. */
    private static boolean isOfCharge(Syntax syntax, TimeExpression time, int trigger) {
        return time.precision().compareTo(Precision.DAY) > 0
                && syntax.sentence().dependents(trigger).stream()
                        .anyMatch(child -> child < time.first() && isCharge(syntax, child));
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

    private static boolean crossesClause(Syntax syntax, int node) {
        return syntax.is(node, "ccomp")
                || syntax.is(node, "advcl")
                || syntax.is(node, "acl:relcl")
                || syntax.is(node, "parataxis")
                || isRelative(syntax, node);
    }

    /** "Are stationed in the strip, which broke away in 1992": the parser may hang the clause loosely on the verb. */
    private static boolean isRelative(Syntax syntax, int node) {
        return syntax.is(node, "dep")
                && syntax.children(node, "nsubj").stream()
                        .anyMatch(which -> syntax.sentence().token(which).pos().equals("WDT")
                                && syntax.lemma(which - 1).equals(","));
    }

    private boolean isSaying(Syntax syntax, int i) {
        return sayings.isVerbOfSaying(syntax, i);
    }

    /** True where {@code lower} is an argument or an open complement of {@code upper}. */
    private static boolean hangsBelow(Syntax syntax, int lower, int upper) {
        int node = lower;
        for (int i = 0; i < 3; i++) {
            int governor = syntax.sentence().governor(node);
            if (governor == Dependency.ROOT || crossesClause(syntax, node) || isAtAnotherTime(syntax, node, governor)) {
                return false;
            }
            if (governor == upper) {
                return true;
            }
            node = governor;
        }
        return false;
    }

    /** "Declared on Monday a curfew and sent in the army": that day; when something was said is when it was done. */
    private static boolean isJoined(Syntax syntax, int verb, int saying) {
        return syntax.is(verb, "conj") && syntax.sentence().governor(verb) == saying;
    }

    /**
     * "Signed a pact in May and is training recruits": now, not in May; "would strike on Monday and demanded talks":
     * not then; but what they "started bombing on Monday and killed" was.
     */
    private static boolean isAtAnotherTime(Syntax syntax, int verb, int first) {
        boolean present = Stream.concat(Stream.of(verb), syntax.children(verb, "aux").stream())
                .anyMatch(word -> syntax.sentence().token(word).pos().matches("VB[ZP]"));
        String pos = syntax.sentence().token(first).pos();
        boolean now = present && pos.equals("VBD");
        boolean goesOn = pos.equals("VBG") && syntax.is(first, "xcomp");
        return syntax.is(verb, "conj")
                && (now || (!goesOn && syntax.slips().finite(verb).isPresent()));
    }
}
