package org.casus.server;

import java.util.Arrays;
import org.apache.jena.tdb2.store.NodeId;

/** Some events of a store by TDB2's numbers, ascending, and how many they were chosen from. */
final class ChosenEvents {
    private final long[] events;
    private final int found;
    private final int total;

    /**
     * Takes the array as its own.
     *
     * @param found how many the choice is of, where only the latest are taken
     * @param total how many events there are
     */
    ChosenEvents(long[] events, int found, int total) {
        this.events = events;
        this.found = found;
        this.total = total;
    }

    int size() {
        return events.length;
    }

    int found() {
        return found;
    }

    int total() {
        return total;
    }

    boolean isAll() {
        return events.length == total;
    }

    NodeId event(int row) {
        return QuadIds.at(events[row]);
    }

    /** Where an event stands, or below zero. */
    int row(NodeId event) {
        return Arrays.binarySearch(events, event.getPtrLocation());
    }
}
