package org.casus.store;

import java.util.List;
import java.util.stream.Stream;

/** What became of a batch of article graphs. */
public record PutReport(int added, int replaced, int unchanged, List<Refusal> refused) {
    public PutReport {
        refused = List.copyOf(refused);
    }

    /** An article whose graph broke the shapes, and the first of its faults in one line. */
    public record Refusal(String articleId, String fault) {}

    /** True where the store is other than it was. */
    public boolean changed() {
        return added + replaced > 0;
    }

    /** Both reports as one. */
    public PutReport plus(PutReport other) {
        return new PutReport(
                added + other.added,
                replaced + other.replaced,
                unchanged + other.unchanged,
                Stream.concat(refused.stream(), other.refused.stream()).toList());
    }
}
