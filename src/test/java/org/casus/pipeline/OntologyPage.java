package org.casus.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.Ontology;

/** The ontology as a reader wants it: a drawing of its main classes, then every class and property with an example. */
final class OntologyPage {
    private static final String NS = "https://w3id.org/casus/ontology#";
    private static final Property DOMAIN_INCLUDES = ResourceFactory.createProperty("https://schema.org/domainIncludes");
    private static final Property RANGE_INCLUDES = ResourceFactory.createProperty("https://schema.org/rangeIncludes");

    private static final int SHORT = 120;

    private final Model ontology = Ontology.CASUS.model();
    private final List<OntologyExamples> examples;

    /** With examples from the first of the stores that has one, in a short sentence if any has. */
    OntologyPage(Model... stores) {
        examples = Stream.of(SHORT, Integer.MAX_VALUE)
                .flatMap(longest -> Stream.of(stores).map(store -> new OntologyExamples(store, longest)))
                .toList();
    }

    String text() {
        return "%s\n## Classes\n%s\n## Properties\n\n%s\n## Values\n%s"
                .formatted(
                        drawing(),
                        terms(OWL.Class).filter(this::isMain).map(this::section).collect(Collectors.joining()),
                        properties(),
                        terms(OWL.Class).map(this::values).collect(Collectors.joining()));
    }

    /** What a property can stand at, or lead to: classes and those below them; empty where anything goes. */
    List<Resource> domain(Resource property) {
        return classes(property, RDFS.domain, DOMAIN_INCLUDES);
    }

    List<Resource> range(Resource property) {
        return classes(property, RDFS.range, RANGE_INCLUDES);
    }

    Stream<Resource> properties(Resource type) {
        return terms(type);
    }

    /** True where the ontology has the one class below the other, or they are the same. */
    boolean isBelow(Resource one, Resource other) {
        return one.equals(other)
                || ontology.listObjectsOfProperty(one, RDFS.subClassOf).toList().stream()
                        .anyMatch(above -> isBelow(above.asResource(), other));
    }

    private String drawing() {
        Map<String, TreeSet<String>> arrows = new TreeMap<>();
        terms(OWL.ObjectProperty)
                .filter(property -> !isExactWords(property))
                .forEach(property -> domain(property)
                        .forEach(from -> range(property).stream()
                                .filter(to -> to.getURI().startsWith(NS) && !isOfValues(to))
                                .forEach(to -> arrows.computeIfAbsent(
                                                "%s -->|%%s| %s".formatted(from.getLocalName(), to.getLocalName()),
                                                key -> new TreeSet<>())
                                        .add(property.getLocalName()))));
        String lines = arrows.entrySet().stream()
                .map(arrow -> "  " + arrow.getKey().formatted(String.join("<br>", arrow.getValue())) + "\n")
                .collect(Collectors.joining());
        return "```mermaid\nflowchart LR\n" + lines + "```\n";
    }

    /** {@code sourceMention} leads to the words of {@code source}; of the two one is drawn. */
    private boolean isExactWords(Resource property) {
        String base = property.getURI().replaceFirst("Mention$", "");
        return !base.equals(property.getURI()) && ontology.containsResource(ResourceFactory.createResource(base));
    }

    private boolean isOfValues(Resource type) {
        return valuesOf(type).findAny().isPresent();
    }

    private Stream<Resource> valuesOf(Resource type) {
        return terms(OWL.Class)
                .filter(some -> isBelow(some, type))
                .flatMap(some -> ontology.listSubjectsWithProperty(RDF.type, some).toList().stream());
    }

    /** Not below another class of Casus: what an event, an actor or a relation can be is a line of its section. */
    private boolean isMain(Resource type) {
        return above(type).isEmpty();
    }

    private List<Resource> above(Resource type) {
        return ontology.listObjectsOfProperty(type, RDFS.subClassOf).toList().stream()
                .map(RDFNode::asResource)
                .filter(above -> above.getURI().startsWith(NS))
                .toList();
    }

    private String section(Resource type) {
        StringBuilder section = new StringBuilder("\n### %s\n\n%s\n".formatted(name(type), comment(type)));
        String outside = ontology.listObjectsOfProperty(type, RDFS.subClassOf).toList().stream()
                .filter(above -> !above.asResource().getURI().startsWith(NS))
                .map(this::name)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!outside.isEmpty()) {
            section.append("\nBelow %s.\n".formatted(outside));
        }
        List<Resource> below = terms(OWL.Class)
                .filter(some -> !some.equals(type) && isBelow(some, type))
                .toList();
        if (!below.isEmpty()) {
            section.append('\n');
            below.forEach(some -> section.append(line(some, instance(some))));
        }
        example(type).ifPresent(section::append);
        return section.toString();
    }

    private Optional<String> example(Resource term) {
        return first(store -> example(store, term));
    }

    /** One of a class that stands below another. */
    private Optional<String> instance(Resource type) {
        return first(store -> isOfValues(type) ? store.value(valuesOf(type).toList()) : store.instance(type));
    }

    private Optional<String> first(Function<OntologyExamples, Optional<String>> question) {
        return examples.stream().map(question).flatMap(Optional::stream).findFirst();
    }

    /** Of a class of values a statement that has one of them. */
    private Optional<String> example(OntologyExamples store, Resource term) {
        if (!ontology.contains(term, RDF.type, OWL.Class)) {
            return store.ofProperty(term);
        }
        return isOfValues(term) ? store.block(valuesOf(term).toList()) : store.of(term);
    }

    /** Classes and properties of which the store has no sentence. */
    List<String> withoutExample() {
        return Stream.concat(
                        terms(OWL.Class).filter(type -> (isMain(type) ? example(type) : instance(type)).isEmpty()),
                        Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty)
                                .flatMap(this::terms)
                                .filter(property -> example(property).isEmpty()))
                .map(this::name)
                .toList();
    }

    private String properties() {
        StringBuilder table =
                new StringBuilder("| property | from | to | what | for example |\n|---|---|---|---|---|\n");
        Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty)
                .flatMap(this::terms)
                .sorted(Comparator.comparing(Resource::getURI))
                .forEach(property -> table.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                name(property),
                                names(domain(property)),
                                names(range(property)),
                                comment(property),
                                example(property).orElse(""))));
        return table.toString();
    }

    private String values(Resource type) {
        List<Resource> values = ontology.listSubjectsWithProperty(RDF.type, type).toList().stream()
                .sorted(Comparator.comparing(Resource::getURI))
                .toList();
        if (values.isEmpty()) {
            return "";
        }
        return "\n%s\n\n%s"
                .formatted(
                        name(type),
                        values.stream()
                                .map(value -> line(value, first(store -> store.value(List.of(value)))))
                                .collect(Collectors.joining()));
    }

    private Stream<Resource> terms(Resource type) {
        return ontology.listSubjectsWithProperty(RDF.type, type).toList().stream()
                .filter(term -> term.getURI().startsWith(NS))
                .sorted(Comparator.comparing(Resource::getURI));
    }

    private List<Resource> classes(Resource property, Property strict, Property loose) {
        List<Resource> found = new ArrayList<>();
        Stream.of(strict, loose)
                .forEach(said -> ontology.listObjectsOfProperty(property, said)
                        .forEachRemaining(type -> found.add(type.asResource())));
        found.sort(Comparator.comparing(Resource::getURI));
        return found;
    }

    private String names(Collection<Resource> classes) {
        return classes.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(RDFNode term) {
        String uri = term.asResource().getURI();
        return "`%s`".formatted(Optional.ofNullable(ontology.qnameFor(uri)).orElse(uri));
    }

    private String line(Resource term, Optional<String> example) {
        return "- %s: %s%s\n"
                .formatted(name(term), comment(term), example.map(" "::concat).orElse(""));
    }

    private String comment(Resource term) {
        return Objects.requireNonNull(ontology.getProperty(term, RDFS.comment)).getString();
    }
}
