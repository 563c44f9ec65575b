package org.casus.fusion;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.extraction.EventType;
import org.casus.graph.Literals;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Groups of reports to the graph of events. An event has of each thing what most independent sources tell; what they
 * dispute is named, and who is right is not said.
 */
final class EventGraph {
    private static final int HASH_LETTERS = 24;
    private static final List<Property> TOLD = List.of(Vocabulary.PLACE, Vocabulary.ORIGIN, Vocabulary.DESTINATION);
    private static final List<Property> OF_TYPE = List.of(Vocabulary.MODE, Vocabulary.CAMEO);
    private static final List<Property> TIME = List.of(
            Vocabulary.EARLIEST,
            Vocabulary.LATEST,
            Vocabulary.FIRST_DAY,
            Vocabulary.LAST_DAY,
            Vocabulary.TIME_PRECISION);
    private static final Comparator<Report> BY_IRI =
            Comparator.comparing(report -> report.iri().getURI());
    /** An event keeps its name while the first report of it stays. */
    private static final Comparator<Report> FIRST =
            Comparator.comparing(EventGraph::published).thenComparing(BY_IRI);

    private static final Comparator<Report> BEST_DATED = Comparator.comparing(
                    (Report report) -> report.days(),
                    Comparator.nullsLast(Comparator.comparing((Days days) -> !days.told())
                            .thenComparing(days -> days.last() - days.first())))
            // What is to come without a day is not before the latest of the days that reports give for that.
            .thenComparing(EventGraph::notBefore, Comparator.reverseOrder())
            .thenComparing(FIRST);

    private final Graph graph = GraphFactory.createDefaultGraph();

    static Graph of(Collection<Neighbourhood> neighbourhoods) {
        EventGraph events = new EventGraph();
        for (Neighbourhood neighbourhood : neighbourhoods) {
            neighbourhood.events().forEach(events::write);
            neighbourhood.apart().forEach(events::write);
        }
        return events.graph;
    }

    private void write(Neighbourhood.Apart apart) {
        List<Node> both = Stream.of(iri(apart.one()), iri(apart.other()))
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
        Node node = mint("similarity", both.get(0).getURI() + " " + both.get(1).getURI());
        graph.add(node, RDF.type.asNode(), Vocabulary.SIMILARITY_CLASS.asNode());
        both.forEach(event -> graph.add(node, Vocabulary.SIMILAR.asNode(), event));
        writeDecimal(node, Vocabulary.SIMILARITY, Math.round(apart.likeness() * 100) / 100.0);
    }

    private void write(List<Report> unsorted) {
        List<Report> reports = unsorted.stream().sorted(FIRST).toList();
        Copies copies = new Copies(reports);
        Node event = iri(reports);
        Node type = best(reports, copies, report -> report.value(Vocabulary.EVENT_TYPE))
                .orElseThrow();
        List<Report> ofType = reports.stream()
                .filter(report -> type.equals(report.value(Vocabulary.EVENT_TYPE)))
                .toList();
        graph.add(event, RDF.type.asNode(), Vocabulary.EVENT.asNode());
        graph.add(event, RDF.type.asNode(), eventClass(type));
        graph.add(event, Vocabulary.EVENT_TYPE.asNode(), type);
        for (Report report : reports) {
            graph.add(report.iri(), Vocabulary.REPORTS.asNode(), event);
            copies.original(report)
                    .ifPresent(first -> graph.add(report.iri(), Vocabulary.REPEATS.asNode(), first.iri()));
        }
        Optional<Node> source = best(reports, copies, report -> report.value(Vocabulary.SOURCE));
        source.ifPresent(node -> graph.add(event, Vocabulary.SOURCE.asNode(), node));
        // Where two parties act on each other, each report may name either first.
        best(reports, copies, report -> report.value(Vocabulary.TARGET), source.orElse(null))
                .ifPresent(node -> graph.add(event, Vocabulary.TARGET.asNode(), node));
        best(reports, copies, EventGraph::name).ifPresent(name -> {
            graph.add(event, RDF.type.asNode(), Vocabulary.NAMED_EVENT.asNode());
            graph.add(event, Vocabulary.NAME.asNode(), name);
        });
        TOLD.forEach(property -> writeBest(event, reports, copies, property));
        OF_TYPE.forEach(property -> writeBest(event, ofType, copies, property));
        Report dated = reports.stream().min(BEST_DATED).orElseThrow();
        TIME.forEach(property -> writeBest(event, List.of(dated), copies, property));
        writeNumbers(event, reports);
        new Disputes(reports)
                .kinds()
                .forEach(kind ->
                        graph.add(event, Vocabulary.IN_DISPUTE.asNode(), NodeFactory.createLiteralString(kind)));
        write(event, Vocabulary.REPORT_COUNT, reports.size());
        write(event, Vocabulary.ARTICLE_COUNT, count(reports, report -> report.value(Vocabulary.IN_ARTICLE)));
        write(event, Vocabulary.PUBLISHER_COUNT, count(reports, copies::origin));
        writePublished(event, reports);
    }

    private void writeBest(Node event, List<Report> reports, Copies copies, Property property) {
        best(reports, copies, report -> report.value(property))
                .ifPresent(value -> graph.add(event, property.asNode(), value));
    }

    /** What most independent sources tell, then most reports; of equals, the first in the alphabet. */
    private static Optional<Node> best(List<Report> reports, Copies copies, Function<Report, @Nullable Node> told) {
        return best(reports, copies, told, null);
    }

    private static Optional<Node> best(
            List<Report> reports, Copies copies, Function<Report, @Nullable Node> told, @Nullable Node taken) {
        Map<Node, List<Report>> byValue = new HashMap<>();
        for (Report report : reports) {
            Node value = told.apply(report);
            if (value != null && !value.equals(taken)) {
                byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(report);
            }
        }
        return byValue.entrySet().stream()
                .min(Comparator.comparing(
                                (Map.Entry<Node, List<Report>> entry) -> -count(entry.getValue(), copies::origin))
                        .thenComparing(entry -> -entry.getValue().size())
                        // Of two that met, each may be named by its own words: keep to a pair that a report tells.
                        .thenComparing(entry -> !tellsOf(taken, entry.getValue()))
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    private static boolean tellsOf(@Nullable Node source, List<Report> reports) {
        return source != null && reports.stream().anyMatch(report -> source.equals(report.value(Vocabulary.SOURCE)));
    }

    private static @Nullable Node name(Report report) {
        return report.name() == null ? null : NodeFactory.createLiteralString(report.name());
    }

    private void writeNumbers(Node event, List<Report> reports) {
        Map<String, Count> ranges = new TreeMap<>();
        reports.stream()
                .flatMap(report -> report.counts().stream())
                .forEach(count -> ranges.merge(count.counts(), count, Count::hull));
        ranges.forEach((counts, range) -> {
            Node node = NodeFactory.createURI(event.getURI() + "/number/" + counts);
            graph.add(event, Vocabulary.NUMBER.asNode(), node);
            graph.add(node, RDF.type.asNode(), Vocabulary.NUMBER_CLASS.asNode());
            graph.add(node, Vocabulary.COUNTS.asNode(), NodeFactory.createLiteralString(counts));
            graph.add(node, Vocabulary.WORDS.asNode(), NodeFactory.createLiteralString(range.words()));
            writeDecimal(node, Vocabulary.LOW, range.low());
            writeDecimal(node, Vocabulary.HIGH, range.high());
        });
    }

    private void writeDecimal(Node node, Property property, @Nullable Double number) {
        if (number != null) {
            graph.add(node, property.asNode(), Literals.decimal(number).asNode());
        }
    }

    private void writePublished(Node event, List<Report> reports) {
        List<Node> published = reports.stream()
                .flatMap(report -> Optional.ofNullable(report.dispatch().published()).stream())
                .sorted(Comparator.comparing(Node::getLiteralLexicalForm))
                .toList();
        if (!published.isEmpty()) {
            graph.add(event, Vocabulary.FIRST_REPORTED.asNode(), published.get(0));
            graph.add(event, Vocabulary.LAST_REPORTED.asNode(), published.get(published.size() - 1));
        }
    }

    private void write(Node event, Property property, long number) {
        graph.add(event, property.asNode(), NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
    }

    /** Follows from the set of reports: from the one that was published first. */
    private static Node iri(List<Report> reports) {
        String core = reports.stream().min(FIRST).orElseThrow().iri().getURI();
        return mint("event", core);
    }

    /** An IRI of the graph of events that follows from content. */
    static Node mint(String kind, String content) {
        String hash =
                Hashing.sha256().hashString(content, StandardCharsets.UTF_8).toString();
        return NodeFactory.createURI(Vocabulary.DATA + kind + "/" + hash.substring(0, HASH_LETTERS));
    }

    /** An undated article comes after all others. */
    private static String published(Report report) {
        Node published = report.dispatch().published();
        return published == null ? "\uffff" : published.getLiteralLexicalForm();
    }

    /** Empty where the report tells both ends of its time, or the last day alone. */
    private static String notBefore(Report report) {
        Node first = report.value(Vocabulary.FIRST_DAY);
        return report.days() != null || first == null ? "" : first.getLiteralLexicalForm();
    }

    private static Node eventClass(Node type) {
        EventType plover = EventType.valueOf(type.getURI().substring(Vocabulary.PLOVER.length()));
        return Vocabulary.eventClass(plover).asNode();
    }

    private static int count(List<Report> reports, Function<Report, @Nullable Node> what) {
        Set<Node> distinct = reports.stream().map(what).filter(Objects::nonNull).collect(Collectors.toSet());
        return distinct.size();
    }
}
