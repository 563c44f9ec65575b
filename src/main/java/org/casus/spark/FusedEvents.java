package org.casus.spark;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** What the fusion of a run wrote: the graph of events, and their table. */
record FusedEvents(List<EventFile> graph, List<TableFile> table) {
    static final FusedEvents NONE = new FusedEvents(List.of(), List.of());

    FusedEvents {
        graph = ImmutableList.copyOf(graph);
        table = ImmutableList.copyOf(table);
    }
}
