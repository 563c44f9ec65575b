package org.casus.server;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.store.NodeId;
import org.casus.graph.Vocabulary;

/** How the reports of each event tell it, one bit for each of {@link #NAMES}. */
final class EventStatuses {
    static final List<String> NAMES = List.of("certain", "probable", "possible", "denied", "planned");
    private static final Node FUTURE = NodeFactory.createURI(Vocabulary.NS + "Future");
    private static final Node NEGATIVE = NodeFactory.createURI(Vocabulary.NS + "Negative");

    private final QuadIds ids;
    private final ChosenEvents events;
    private final Map<NodeId, Integer> certainties = new HashMap<>();
    private final int[] bits;

    EventStatuses(QuadIds ids, ChosenEvents events) {
        this.ids = ids;
        this.events = events;
        this.bits = new int[events.size()];
    }

    int[] bits() {
        if (events.isAll()) {
            readAll();
        } else {
            readEach();
        }
        return bits;
    }

    private void readAll() {
        Map<NodeId, Integer> ofReport = new HashMap<>();
        ids.forEach(
                Node.ANY,
                Vocabulary.CERTAINTY.asNode(),
                Node.ANY,
                (report, certainty) -> ofReport.put(report, bit(certainty)));
        ids.forEach(
                Node.ANY, Vocabulary.TENSE.asNode(), FUTURE, (report, tense) -> ofReport.put(report, bit("planned")));
        ids.forEach(
                Node.ANY,
                Vocabulary.POLARITY.asNode(),
                NEGATIVE,
                (report, polarity) -> ofReport.put(report, bit("denied")));
        ids.forEach(EventDays.EVENTS, Vocabulary.REPORTS.asNode(), Node.ANY, (report, event) -> {
            int row = events.row(event);
            if (row >= 0) {
                bits[row] |= ofReport.getOrDefault(report, 0);
            }
        });
    }

    private void readEach() {
        NodeId graph = ids.id(EventDays.EVENTS);
        NodeId reports = ids.id(Vocabulary.REPORTS.asNode());
        NodeId certain = ids.id(Vocabulary.CERTAINTY.asNode());
        NodeId future = ids.id(FUTURE);
        NodeId negative = ids.id(NEGATIVE);
        for (int i = 0; i < events.size(); i++) {
            int row = i;
            ids.each(graph, NodeId.NodeIdAny, reports, events.event(row), reported -> {
                int[] status = {0, 0, 0};
                ids.forEachOf(QuadIds.subject(reported), NodeId.NodeIdAny, (property, value) -> {
                    if (property.equals(certain)) {
                        status[0] = bit(value);
                    } else if (value.equals(future)) {
                        status[1] = bit("planned");
                    } else if (value.equals(negative)) {
                        status[2] = bit("denied");
                    }
                });
                bits[row] |= status[2] != 0 ? status[2] : status[1] != 0 ? status[1] : status[0];
            });
        }
    }

    private int bit(NodeId certainty) {
        return certainties.computeIfAbsent(
                certainty,
                unknown -> bit(EventColumns.afterHash(ids.node(unknown)).toLowerCase(Locale.ROOT)));
    }

    private static int bit(String status) {
        int at = NAMES.indexOf(status);
        return at < 0 ? 0 : 1 << at;
    }
}
