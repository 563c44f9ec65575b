package org.casus.fusion;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.extraction.EventType;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Groups of reports to the graph of events. */
final class EventGraph {
    private static final int HASH_LETTERS = 24;
    /** What an event has where its reports that tell it agree. */
    private static final List<Property> SHARED = List.of(
            Vocabulary.SOURCE,
            Vocabulary.TARGET,
            Vocabulary.PLACE,
            Vocabulary.ORIGIN,
            Vocabulary.DESTINATION,
            Vocabulary.MODE,
            Vocabulary.CAMEO,
            Vocabulary.EARLIEST,
            Vocabulary.LATEST,
            Vocabulary.FIRST_DAY,
            Vocabulary.LAST_DAY,
            Vocabulary.TIME_PRECISION);

    private final Graph graph = GraphFactory.createDefaultGraph();

    static Graph of(Collection<List<Report>> groups) {
        EventGraph events = new EventGraph();
        groups.forEach(events::write);
        return events.graph;
    }

    private void write(List<Report> reports) {
        Node event = iri(reports);
        Node type = Objects.requireNonNull(reports.get(0).value(Vocabulary.EVENT_TYPE));
        graph.add(event, RDF.type.asNode(), Vocabulary.EVENT.asNode());
        graph.add(event, RDF.type.asNode(), eventClass(type));
        graph.add(event, Vocabulary.EVENT_TYPE.asNode(), type);
        reports.forEach(report -> graph.add(report.iri(), Vocabulary.REPORTS.asNode(), event));
        SHARED.forEach(
                property -> shared(reports, property).ifPresent(value -> graph.add(event, property.asNode(), value)));
        orElse(event, Vocabulary.EARLIEST, Vocabulary.FIRST_DAY);
        orElse(event, Vocabulary.LATEST, Vocabulary.LAST_DAY);
        write(event, Vocabulary.REPORT_COUNT, reports.size());
        write(event, Vocabulary.ARTICLE_COUNT, count(reports, report -> report.value(Vocabulary.IN_ARTICLE)));
        write(event, Vocabulary.PUBLISHER_COUNT, count(reports, Report::origin));
    }

    /** One report may know the hour where another knows the day. */
    private void orElse(Node event, Property exact, Property day) {
        if (!graph.contains(event, exact.asNode(), Node.ANY)) {
            graph.stream(event, day.asNode(), Node.ANY)
                    .toList()
                    .forEach(triple -> graph.add(event, exact.asNode(), triple.getObject()));
        }
    }

    private void write(Node event, Property property, long number) {
        graph.add(event, property.asNode(), NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
    }

    /** Follows from the set of reports: another report, another event. */
    private static Node iri(List<Report> reports) {
        String names =
                reports.stream().map(report -> report.iri().getURI()).sorted().collect(Collectors.joining("\n"));
        String hash = Hashing.sha256().hashString(names, StandardCharsets.UTF_8).toString();
        return NodeFactory.createURI(Vocabulary.DATA + "event/" + hash.substring(0, HASH_LETTERS));
    }

    private static Node eventClass(Node type) {
        EventType plover = EventType.valueOf(type.getURI().substring(Vocabulary.PLOVER.length()));
        return Vocabulary.eventClass(plover).asNode();
    }

    private static Optional<Node> shared(List<Report> reports, Property property) {
        Set<Node> values = distinct(reports, report -> report.value(property));
        return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
    }

    private static long count(List<Report> reports, Function<Report, @Nullable Node> what) {
        return distinct(reports, what).size();
    }

    private static Set<Node> distinct(List<Report> reports, Function<Report, @Nullable Node> what) {
        return reports.stream()
                .flatMap(report -> Optional.ofNullable(what.apply(report)).stream())
                .collect(Collectors.toSet());
    }
}
