package org.casus.extraction;

/** How the text puts an act: how surely, whether it did happen, and when seen from the article. */
public record Factuality(Certainty certainty, Polarity polarity, Tense tense) {
    public static final Factuality FACT = new Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Tense.PAST);

    public enum Certainty {
        CERTAIN,
        PROBABLE,
        POSSIBLE
    }

    public enum Polarity {
        POSITIVE,
        NEGATIVE
    }

    public enum Tense {
        PAST,
        PRESENT,
        FUTURE
    }

    public Factuality with(Certainty other) {
        return new Factuality(other, polarity, tense);
    }

    /** The same, but no surer than that. */
    Factuality atMost(Certainty other) {
        return other.compareTo(certainty) > 0 ? with(other) : this;
    }

    public Factuality with(Polarity other) {
        return new Factuality(certainty, other, tense);
    }

    public Factuality with(Tense other) {
        return new Factuality(certainty, polarity, other);
    }

    /** True where the text says that it happened or is happening. */
    public boolean happened() {
        return certainty == Certainty.CERTAIN && polarity == Polarity.POSITIVE && tense != Tense.FUTURE;
    }
}
