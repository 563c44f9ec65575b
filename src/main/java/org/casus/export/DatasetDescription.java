package org.casus.export;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;
import org.jspecify.annotations.Nullable;

/** What a store holds, said in VoID and DCAT: counts of classes and properties, sources, the time that it spans. */
public final class DatasetDescription {
    private static final Node DATASET = NodeFactory.createURI(Vocabulary.DATA + "dataset");
    private static final Node RUNS = NodeFactory.createURI(Vocabulary.RUNS_GRAPH);
    private static final Node PUBLISHER = NodeFactory.createURI("https://schema.org/publisher");
    private static final Node PERIOD = NodeFactory.createURI(DATASET.getURI() + "/period");
    private static final Map<String, String> PREFIXES =
            Map.of("void", VOID.getURI(), "dcat", DCAT.getURI(), "dataset", DATASET.getURI() + "/");

    private final @Nullable String licence;
    private final List<Triple> triples = new ArrayList<>();
    private final Map<Node, Long> properties = new TreeMap<>(Comparator.comparing(Node::toString));
    private final Map<Node, Long> classes = new TreeMap<>(Comparator.comparing(Node::toString));
    private final Map<Node, Long> publishers = new TreeMap<>(Comparator.comparing(Node::toString));
    private final TreeSet<String> days = new TreeSet<>();
    private long statements;

    /** @param licence the IRI of the licence under which the dataset may be used, or null where none is given */
    public DatasetDescription(@Nullable String licence) {
        this.licence = licence;
    }

    /** Writes the description as Turtle; what hangs on the run and its clock is neither counted nor said. */
    public void write(EventStore store, OutputStream out) {
        store.read(dataset -> {
            count(dataset.asDatasetGraph());
            describe(dataset);
            return true;
        });
        SortedTurtle turtle = SortedTurtle.turtle(out, PREFIXES);
        turtle.add(triples);
        turtle.end();
    }

    private void count(DatasetGraph quads) {
        Iterator<Quad> all = quads.find();
        while (all.hasNext()) {
            Quad quad = all.next();
            if (quad.getGraph().equals(RUNS)) {
                continue;
            }
            statements++;
            properties.merge(quad.getPredicate(), 1L, Long::sum);
            if (quad.getPredicate().equals(RDF.type.asNode())) {
                classes.merge(quad.getObject(), 1L, Long::sum);
            } else if (quad.getPredicate().equals(PUBLISHER)) {
                publishers.merge(quad.getObject(), 1L, Long::sum);
            } else if (quad.getPredicate().equals(Vocabulary.FIRST_DAY.asNode())
                    || quad.getPredicate().equals(Vocabulary.LAST_DAY.asNode())) {
                widen(quad.getObject().getLiteralLexicalForm());
            }
        }
    }

    private void widen(String day) {
        days.add(day);
        if (days.size() > 2) {
            days.remove(days.higher(days.first()));
        }
    }

    private void describe(Dataset dataset) {
        add(DATASET, RDF.type.asNode(), VOID.Dataset.asNode());
        add(DATASET, RDF.type.asNode(), DCAT.Dataset.asNode());
        add(DATASET, DCTerms.title.asNode(), text("Geopolitical events read from news by Casus"));
        add(
                DATASET,
                DCTerms.description.asNode(),
                text("Who did what to whom, where and when, as news articles tell it, each with its sentence."));
        add(DATASET, DCTerms.language.asNode(), text("en"));
        add(DATASET, VOID.uriSpace.asNode(), text(Vocabulary.DATA));
        add(DATASET, VOID.triples.asNode(), number(statements));
        add(DATASET, VOID.properties.asNode(), number(properties.size()));
        add(DATASET, VOID.classes.asNode(), number(classes.size()));
        vocabularies().forEach(iri -> add(DATASET, VOID.vocabulary.asNode(), NodeFactory.createURI(iri)));
        if (licence != null) {
            add(DATASET, DCTerms.license.asNode(), NodeFactory.createURI(licence));
        }
        partition(classes, VOID.classPartition.asNode(), VOID._class.asNode(), VOID.entities.asNode(), "class");
        partition(
                properties, VOID.propertyPartition.asNode(), VOID.property.asNode(), VOID.triples.asNode(), "property");
        publishers.keySet().forEach(publisher -> {
            add(DATASET, DCTerms.source.asNode(), publisher);
            dataset.asDatasetGraph().stream(Node.ANY, publisher, RDFS.label.asNode(), Node.ANY)
                    .forEach(label -> add(publisher, RDFS.label.asNode(), label.getObject()));
        });
        if (!days.isEmpty()) {
            add(DATASET, DCTerms.temporal.asNode(), PERIOD);
            add(PERIOD, RDF.type.asNode(), DCTerms.PeriodOfTime.asNode());
            add(PERIOD, DCAT.startDate.asNode(), day(days.first()));
            add(PERIOD, DCAT.endDate.asNode(), day(days.last()));
        }
    }

    private Stream<String> vocabularies() {
        return Stream.concat(properties.keySet().stream(), classes.keySet().stream())
                .map(node -> node.getURI().replaceFirst("[^#/]*$", ""))
                .distinct();
    }

    private void partition(Map<Node, Long> counts, Node part, Node what, Node count, String kind) {
        int index = 0;
        for (Map.Entry<Node, Long> entry : counts.entrySet()) {
            Node node = NodeFactory.createURI("%s/%s-%d".formatted(DATASET.getURI(), kind, ++index));
            add(DATASET, part, node);
            add(node, what, entry.getKey());
            add(node, count, number(entry.getValue()));
        }
    }

    private void add(Node subject, Node property, Node value) {
        triples.add(Triple.create(subject, property, value));
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }

    private static Node day(String day) {
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }
}
