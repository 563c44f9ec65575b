package org.casus.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A token that tells of an event.
 *
 * @param frame the slots of its parties, and where it stands in the table
 * @param mode PLOVER mode of the type
 * @param lightVerb the verb that lends a noun its subject, as in "launched an attack"
 * @param suffered true where the light verb's subject is who it is done to, as in "faced protests"
 * @param rule what says so: file and line of the table, the classifier with its probability, or both
 * @param confidence 0 to 1: how sure it is that this is an event of that type
 */
record Trigger(
        int token,
        Frame frame,
        EventType type,
        @Nullable String mode,
        @Nullable Integer lightVerb,
        boolean suffered,
        String rule,
        double confidence) {
    private static final double SURE = 0.6;
    private static final double SURER = 0.1;

    /** As the table alone says. */
    static Trigger of(int token, Frame frame, @Nullable Integer lightVerb, boolean suffered) {
        return new Trigger(
                token,
                frame,
                EventType.valueOf(frame.meaning()),
                frame.row().optional(3).orElse(null),
                lightVerb,
                suffered,
                frame.row().place(),
                SURE + SURER * Math.min(2, frame.conditions().size()));
    }

    /** Words that the table does not know, as the classifier reads them. */
    static Trigger of(
            int token,
            Frame frame,
            EventType type,
            @Nullable String mode,
            @Nullable Integer lightVerb,
            boolean suffered,
            double posterior) {
        return new Trigger(
                token, frame, type, mode, lightVerb, suffered, "classifier=%.2f".formatted(posterior), posterior);
    }

    /** The same words, when the classifier has been heard too; as sure as the table and the classifier on average. */
    Trigger judged(EventType other, @Nullable String otherMode, double probability) {
        String by = "%s classifier=%.2f".formatted(rule, probability);
        String told = other == type ? mode : otherMode;
        return new Trigger(token, frame, other, told, lightVerb, suffered, by, (confidence + probability) / 2);
    }
}
