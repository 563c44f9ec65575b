package org.casus.export;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** What a store says of one thing, each property's values in the order of the alphabet. */
final class Description {
    private final ListMultimap<Node, Node> values =
            MultimapBuilder.hashKeys().arrayListValues().build();

    /** In one graph, or with {@link Node#ANY} in all. */
    static Description of(DatasetGraph quads, Node graph, Node subject) {
        Description description = new Description();
        quads.stream(graph, subject, Node.ANY, Node.ANY)
                .sorted(Comparator.comparing(quad -> quad.getObject().toString()))
                .forEach(description::add);
        return description;
    }

    private void add(Quad quad) {
        values.put(quad.getPredicate(), quad.getObject());
    }

    List<Node> all(Property property) {
        return values.get(property.asNode());
    }

    Optional<Node> one(Property property) {
        return all(property).stream().findFirst();
    }

    Stream<Node> all(String property) {
        return values.get(NodeFactory.createURI(property)).stream();
    }

    /** The text of a literal, or an IRI. */
    Optional<String> text(Property property) {
        return one(property).map(Description::text);
    }

    Optional<String> text(String property) {
        return all(property).findFirst().map(Description::text);
    }

    /** The part of an IRI after its namespace. */
    Optional<String> name(Property property) {
        return one(property).filter(Node::isURI).map(Description::name);
    }

    static String name(Node node) {
        return node.getURI().replaceFirst("^.*[#/]", "");
    }

    static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
