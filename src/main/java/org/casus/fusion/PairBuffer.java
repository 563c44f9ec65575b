package org.casus.fusion;

import java.util.Arrays;

/** Pairs on their way to be compared, without those that were compared just before: most share several blocks. */
final class PairBuffer {
    private static final int ROOM = 1 << 20;
    private static final int WORD = 32;

    private final Blocks.Pairs pairs;
    private final long[] gathered = new long[ROOM];
    private int size;
    /** Ascending, as of the flush before: what happened yesterday is looked up among today's reports too. */
    private long[] compared = {};

    PairBuffer(Blocks.Pairs pairs) {
        this.pairs = pairs;
    }

    void add(int one, int other) {
        if (size == ROOM) {
            flush();
        }
        gathered[size++] = ((long) one << WORD) | other;
    }

    void flush() {
        long[] fresh = Arrays.stream(gathered, 0, size).sorted().distinct().toArray();
        long[] before = compared;
        Arrays.stream(fresh)
                .parallel()
                .filter(pair -> Arrays.binarySearch(before, pair) < 0)
                .forEach(pair -> pairs.compare((int) (pair >>> WORD), (int) pair));
        compared = fresh;
        size = 0;
    }
}
