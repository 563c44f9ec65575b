package org.casus.fusion;

import java.util.Set;
import org.casus.extraction.EventType;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * How much two reports look like accounts of one event. What both tell and agree on speaks for it, what they tell
 * differently against it, and what only one tells for nothing. The weights were set by hand, and are few: what is found
 * changes little when any of them does.
 */
final class Likeness {
    /** From here on two reports are taken to tell of one event. */
    static final double ENOUGH = 0.7;

    /** More than two reports can have in common. */
    static final double MOST = 3;

    /** No evidence outweighs this: the reports are kept apart. */
    static final double NEVER = -10;

    private static final double TYPE = 0.2;
    private static final double NEAR_TYPE = -0.1;
    private static final double OTHER_MODE = -0.3;
    private static final double OTHER_SPOKEN_OF = -0.6;
    private static final double SAME_WORD = 0.45;
    private static final double LIKE_WORD = 0.25;
    private static final double OTHER_WORD = -0.6;
    private static final double PARTY = 0.2;
    private static final double SURE = 0.8;
    private static final double PLACE = 0.2;
    private static final double TIME = 0.4;
    private static final double SAME_DAYS = 0.8 * TIME;
    private static final double NUMBER = 0.15;
    private static final double DENIAL = -0.2;
    /** What a description alone can add: many are gunmen. */
    private static final double DESCRIBED = 0.1;

    /** Two articles of one story have more words in common than this, two others less. */
    private static final double ONE_STORY = 0.25;

    private static final double SURELY = 0.2;
    private static final double OTHER_STORY = -0.1;
    private static final double STORY = 2;
    /** Where there is no day to go by, the company that the reports keep must tell. */
    private static final double STORY_WITHOUT_DAY = 4;

    /** Both sides do what these tell of: who is named first says little. */
    private static final Set<EventType> MUTUAL = Set.of(EventType.AGREE, EventType.CONSULT, EventType.COOPERATE);

    private static final Set<String> MUTUAL_WORDS =
            Set.of("sign", "clash", "fight", "fighting", "battle", "skirmish", "exchange", "war");

    private final Acts acts = new Acts();

    double of(Report one, Report other) {
        return of(one, other, NEVER);
    }

    /** The same; where it cannot reach the least that is asked for, anything below that. */
    double of(Report one, Report other, double least) {
        if (one.type().quad() != other.type().quad() || one.future() != other.future()) {
            return NEVER;
        }
        double time = time(one, other);
        double parties = parties(one, other);
        double place = place(one.site(), other.site());
        if (time < 0 || parties <= NEVER || place <= -PLACE) {
            return NEVER;
        }
        boolean dated = one.days() != null && other.days() != null;
        double told = type(one, other)
                + word(one, other)
                + time
                + parties
                + place
                + numbers(one, other)
                + (one.denied() == other.denied() ? 0 : DENIAL);
        double weight = dated ? STORY : STORY_WITHOUT_DAY;
        if (told + weight * SURELY < least) {
            return NEVER; // The story, which takes most of the time, cannot make up for it.
        }
        double story = story(one.dispatch(), other.dispatch());
        if (dated && parties <= DESCRIBED && place <= 0 && story < 0) {
            return 0;
        }
        // In a long war each day is like the next: what is not told of one day must at least be told in one story.
        if (dated && time < SAME_DAYS && story < OTHER_STORY) {
            return 0;
        }
        return told + weight * story;
    }

    private static double type(Report one, Report other) {
        return (one.type() == other.type() ? TYPE : NEAR_TYPE)
                + (differ(one.value(Vocabulary.MODE), other.value(Vocabulary.MODE)) ? OTHER_MODE : 0)
                + (differ(one.spokenOfType(), other.spokenOfType()) ? OTHER_SPOKEN_OF : 0);
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !one.equals(other);
    }

    private double word(Report one, Report other) {
        if (Acts.shareStem(one.lemma(), other.lemma())) {
            return SAME_WORD;
        }
        return acts.areAlike(one.lemma(), other.lemma()) ? LIKE_WORD : OTHER_WORD;
    }

    /** What an article tells twice the extraction has joined already, so that it speaks neither for nor against. */
    private static double story(Dispatch one, Dispatch other) {
        if (one.article().equals(other.article())) {
            return 0;
        }
        double over = one.story().likeness(other.story()) - ONE_STORY;
        return Math.max(-SURELY, Math.min(SURELY, over));
    }

    private static double time(Report one, Report other) {
        Days window = one.window();
        Days otherWindow = other.window();
        if (window == null || otherWindow == null) {
            return 0;
        }
        double likeness = window.likeness(otherWindow);
        return one.days() == null || other.days() == null ? Math.min(0, likeness) : TIME * likeness;
    }

    static boolean isMutual(Report report) {
        return MUTUAL.contains(report.type()) || MUTUAL_WORDS.contains(report.lemma());
    }

    private static double parties(Report one, Report other) {
        double straight = parties(one.source(), one.target(), other.source(), other.target());
        return isMutual(one) && isMutual(other)
                ? Math.max(straight, parties(one.source(), one.target(), other.target(), other.source()))
                : straight;
    }

    private static double parties(
            @Nullable Party source, @Nullable Party target, @Nullable Party otherSource, @Nullable Party otherTarget) {
        double sources = source == null || otherSource == null ? 0 : source.likeness(otherSource);
        double targets = target == null || otherTarget == null ? 0 : target.likeness(otherTarget);
        // Who did it is often in dispute; to whom it was done seldom is.
        boolean others = targets <= -1 || (sources <= -1 && targets < SURE);
        return others ? NEVER : PARTY * (sources + targets);
    }

    private static double place(@Nullable Site one, @Nullable Site other) {
        return one == null || other == null ? 0 : PLACE * one.likeness(other);
    }

    private static double numbers(Report one, Report other) {
        boolean same = one.counts().stream().anyMatch(other.counts()::contains);
        boolean differ =
                one.counts().stream().anyMatch(count -> other.counts().stream().anyMatch(count::differsFrom));
        return same ? NUMBER : differ ? -NUMBER / 2 : 0;
    }
}
