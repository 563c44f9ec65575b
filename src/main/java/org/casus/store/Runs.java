package org.casus.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;

/** The runs graph: the one place for what depends on the run and its clock. */
final class Runs {
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String SCHEMA = "https://schema.org/";
    private static final Node ACTIVITY = NodeFactory.createURI(PROV + "Activity");
    private static final Node ENDED = NodeFactory.createURI(PROV + "endedAtTime");
    private static final Node INGESTED = NodeFactory.createURI(PROV + "generatedAtTime");
    static final Node DIGEST = NodeFactory.createURI(SCHEMA + "sha256");
    private static final Node BASIS = NodeFactory.createURI(SCHEMA + "isBasedOn");
    private static final Node VERSION = NodeFactory.createURI(SCHEMA + "softwareVersion");
    private static final Node COUNT = NodeFactory.createURI(SCHEMA + "additionalProperty");
    private static final Node PROPERTY_VALUE = NodeFactory.createURI(SCHEMA + "PropertyValue");
    private static final Node NAME = NodeFactory.createURI(SCHEMA + "name");
    private static final Node VALUE = NodeFactory.createURI(SCHEMA + "value");

    private final Graph runs;

    Runs(DatasetGraph quads) {
        this.runs = quads.getGraph(StoreGraph.RUNS.node());
    }

    void record(RunRecord run) {
        Node node = NodeFactory.createURI(Vocabulary.DATA + "run/" + run.ended());
        runs.add(node, RDF.type.asNode(), ACTIVITY);
        runs.add(node, ENDED, time(run.ended()));
        runs.add(node, VERSION, NodeFactory.createLiteralString(run.version()));
        for (Map.Entry<String, Long> count : run.counts().entrySet()) {
            Node value = NodeFactory.createURI(node.getURI() + "/" + count.getKey());
            runs.add(node, COUNT, value);
            runs.add(value, RDF.type.asNode(), PROPERTY_VALUE);
            runs.add(value, NAME, NodeFactory.createLiteralString(count.getKey()));
            runs.add(value, VALUE, NodeFactory.createLiteralDT(count.getValue().toString(), XSDDatatype.XSDinteger));
        }
    }

    void stored(Node articleGraph, String digest, Optional<Instant> ingested) {
        runs.add(articleGraph, DIGEST, NodeFactory.createLiteralString(digest));
        ingested.ifPresent(when -> runs.add(articleGraph, INGESTED, time(when)));
    }

    /** Notes what an article's graph was made of: the article, and the program. */
    void madeOf(Node articleGraph, String basis) {
        runs.remove(articleGraph, BASIS, Node.ANY);
        runs.add(articleGraph, BASIS, NodeFactory.createLiteralString(basis));
    }

    boolean isMadeOf(Node articleGraph, String basis) {
        return runs.contains(articleGraph, BASIS, NodeFactory.createLiteralString(basis));
    }

    /** The digest of a stored article graph's content. */
    Optional<String> digest(Node articleGraph) {
        return runs.stream(articleGraph, DIGEST, Node.ANY)
                .findFirst()
                .map(triple -> triple.getObject().getLiteralLexicalForm());
    }

    /** How many articles are stored. */
    long articles() {
        return runs.stream(Node.ANY, DIGEST, Node.ANY).count();
    }

    void forget(Node articleGraph) {
        runs.remove(articleGraph, Node.ANY, Node.ANY);
    }

    private static Node time(Instant when) {
        return NodeFactory.createLiteralDT(when.toString(), XSDDatatype.XSDdateTime);
    }
}
