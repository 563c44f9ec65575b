package org.casus.extraction;

import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.Dependency;
import org.casus.annotation.Sentence;
import org.jspecify.annotations.Nullable;

/** Tells of which of the acts of a sentence a time is, by the steps from the time up to the act. */
final class DatedAct {
    static final int FARTHEST = 4;

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

    private final Sayings sayings;

    DatedAct(Sayings sayings) {
        this.sayings = sayings;
    }

    /**
     * Steps from a time up to the trigger; a time that hangs on a clause above counts only if that clause says nothing.
     */
    int distance(Syntax syntax, int time, int trigger, @Nullable Integer lightVerb) {
        int node = time;
        for (int steps = 0; steps <= FARTHEST; steps++) {
            if (node == trigger || (lightVerb != null && node == lightVerb)) {
                return steps;
            }
            boolean apart = crossesClause(syntax, node)
                    || isCharge(syntax, node)
                    || (tellsOfObject(syntax, node, time) && syntax.sentence().governor(node) != trigger)
                    || opens(syntax, time, node)
                    || isOfSubject(syntax, node)
                    || followsPerfect(syntax, node);
            if (node != time && apart) {
                return Integer.MAX_VALUE;
            }
            int governor =
                    node == time ? dated(syntax, time) : syntax.sentence().governor(node);
            if (governor == Dependency.ROOT
                    || (node == time
                            && (isOfEarlier(syntax, time)
                                    || isOfLater(syntax, time, trigger)
                                    || datesNoun(syntax, time, trigger, lightVerb)))) {
                return Integer.MAX_VALUE;
            }
            if (hangsBelow(syntax, trigger, governor)
                    && (!sayings.isVerbOfSaying(syntax, governor) || isJoined(syntax, trigger, governor))) {
                return FARTHEST + steps;
            }
            node = governor;
        }
        return Integer.MAX_VALUE;
    }

    /** "Has killed hundreds and on Monday shelled the port": the time opens the second clause and closes the first. */
    static boolean opens(Syntax syntax, int time, int verb) {
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

    /** "Rallied ahead of a vote next month": the vote is then. */
    private static boolean isOfLater(Syntax syntax, int time, int trigger) {
        int first = CueReader.subtree(syntax, time).nextSetBit(0);
        int noun = first - 1;
        while (noun > 1 && syntax.sentence().token(noun).pos().matches("NN.*|JJ|DT|CD|POS|PRP\\$|VBN")) {
            noun--;
        }
        String before = syntax.lemma(noun - 1) + " " + syntax.lemma(noun);
        return before.matches("ahead of|prior to") && noun < first - 1 && (trigger < noun || trigger > time);
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

    /** True where {@code lower} is an argument or an open complement of {@code upper}. */
    private static boolean hangsBelow(Syntax syntax, int lower, int upper) {
        int node = lower;
        for (int i = 0; i < 3; i++) {
            int governor = syntax.sentence().governor(node);
            if (governor == Dependency.ROOT
                    || crossesClause(syntax, node)
                    || isOfSubject(syntax, node)
                    || isAtAnotherTime(syntax, node, governor)) {
                return false;
            }
            if (governor == upper) {
                return true;
            }
            node = governor;
        }
        return false;
    }

    /** "Students arrested in May were freed on Monday": they were not arrested then. */
    private static boolean isOfSubject(Syntax syntax, int participle) {
        int noun = syntax.sentence().governor(participle);
        return syntax.sentence().relation(participle).equals("acl")
                && syntax.sentence().token(participle).pos().equals("VBN")
                && (syntax.is(noun, "nsubj") || syntax.is(noun, "nsubj:pass"));
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
