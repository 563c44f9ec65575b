package org.casus.extraction;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.casus.annotation.Dependency;
import org.casus.extraction.Factuality.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a sentence puts an act, from the act's own words up through everything that governs it (after FactBank and
 * GRaSP: the certainty, polarity and tense that remain when each level has been applied).
 */
final class FactualityReader {
    private static final int HIGHEST = 8;
    /** Words that decide whether the act that they speak of happened. */
    static final Set<EventType> DECIDING =
            Set.of(EventType.REQUEST, EventType.THREATEN, EventType.REJECT, EventType.AGREE, EventType.ACCUSE);

    private final Operators operators;
    private final Modality modality;
    private final Refutation refutation;

    FactualityReader(Operators operators) {
        this.operators = operators;
        this.modality = new Modality(operators);
        this.refutation = new Refutation(operators);
    }

    /** How a token's own words put it. */
    Factuality own(Syntax syntax, int i) {
        return modality.read(syntax, i, Factuality.FACT);
    }

    /**
     * How an act is put, and by whose words.
     *
     * @param governor the nearest token above that decides about it, such as "refused"; null where there is none
     * @param denied true where that token is negated itself
     */
    record Put(
            Factuality factuality, @Nullable Integer governor, Operators.@Nullable Operator operator, boolean denied) {}

    /** @param typeAt the type of the event, if any, whose trigger is a token */
    Put read(Syntax syntax, int act, @Nullable Integer lightVerb, IntFunction<Optional<EventType>> typeAt) {
        Factuality own = own(syntax, act);
        int node = act;
        if (lightVerb != null) {
            node = lightVerb;
            own = modality.read(syntax, node, own);
        }
        if (refutation.refutes(syntax, act) || isOfOthers(syntax, act)) {
            own = own.with(Polarity.NEGATIVE);
        }
        Climb climb = new Climb(syntax, new Governors(syntax, operators, typeAt), act, own);
        for (int step = 0; step < HIGHEST && node != Dependency.ROOT; step++) {
            node = climb.past(node);
        }
        return climb.put();
    }

    /** "It was not the army that fired." */
    private boolean isOfOthers(Syntax syntax, int act) {
        return syntax.slips().cleft(act).stream()
                .anyMatch(doer -> own(syntax, doer).polarity() == Polarity.NEGATIVE);
    }
}
