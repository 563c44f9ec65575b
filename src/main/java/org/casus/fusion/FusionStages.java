package org.casus.fusion;

import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.casus.graph.NTriples;
import org.casus.graph.Vocabulary;

/**
 * The steps of {@link EventFusion}, each by itself, for reports that lie on many machines; on the same code, so that
 * the same articles give the same events. Statements come and go as lines of N-Quads.
 */
public final class FusionStages {
    private static final Node EVENTS = NodeFactory.createURI(Vocabulary.EVENTS_GRAPH);

    private final Grouping grouping = new Grouping();

    /**
     * The reports of some articles.
     *
     * @param quads the graphs of the articles, and all that any article says of the entities in them
     */
    public static List<ToldReport> reports(InputStream quads) {
        DatasetGraph read = read(quads);
        return Txn.calculateRead(
                read,
                () -> new ReportReader(read)
                        .read().stream()
                                .map(report -> ToldReport.of(report, read))
                                .toList());
    }

    /** The names of the blocks that a report is in: only reports of one block are compared. */
    public static List<String> blocks(Report report) {
        return Blocks.of(report);
    }

    /** Which of one block's reports are alike enough to be linked. */
    public List<Alike> alike(Collection<Report> block) {
        return grouping.alike(block);
    }

    /**
     * The events of reports that are linked, over whatever steps.
     *
     * @param alike all links among them
     */
    public List<String> events(Collection<Report> reports, Collection<Alike> alike) {
        Graph events = EventGraph.of(grouping.linked(reports, alike));
        Map<Node, Node> articles = new HashMap<>();
        reports.forEach(report -> articles.put(report.iri(), report.dispatch().article()));
        for (Triple told :
                events.find(Node.ANY, Vocabulary.REPEATS.asNode(), Node.ANY).toList()) {
            events.add(articles.get(told.getSubject()), Vocabulary.COPY_OF.asNode(), articles.get(told.getObject()));
        }
        return lines(events.stream().toList());
    }

    /** What follows from all events; {@link Derived#needs} says from which statements. */
    public static List<String> following(Derived kind, InputStream quads) {
        DatasetGraph read = read(quads);
        return Txn.calculateRead(read, () -> lines(kind.of(read).added()));
    }

    private static DatasetGraph read(InputStream quads) {
        DatasetGraph read = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(read, () -> RDFParser.source(quads).lang(Lang.NQUADS).parse(read));
        return read;
    }

    private static List<String> lines(Collection<Triple> events) {
        return events.stream()
                .map(triple -> NTriples.line(Quad.create(EVENTS, triple)))
                .toList();
    }
}
