package org.casus.pipeline;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.store.Prefixes;

/** Sentences of a store with what was drawn from them. */
final class OntologyExamples {
    private static final int LONGEST = 120;
    private static final int LONGEST_VALUE = 60;
    private static final PrefixMap PREFIXES = PrefixMapFactory.create(Prefixes.map());
    private static final String DATA = "https://w3id.org/casus/data/";
    private static final Pattern HASH = Pattern.compile("/([0-9a-f]{4})[0-9a-f]{8,}");
    private static final Property IN_SENTENCE =
            ResourceFactory.createProperty("https://w3id.org/casus/ontology#inSentence");
    private static final Property WORDS =
            ResourceFactory.createProperty("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf");

    private final Model store;

    OntologyExamples(Model store) {
        this.store = store;
    }

    /** The resource of a class of which most is told, with the short sentence that it is drawn from. */
    Optional<String> of(Resource type) {
        return store.listSubjectsWithProperty(RDF.type, type).toList().stream()
                .filter(resource -> resource.getURI().startsWith(DATA))
                .flatMap(resource -> sentences(resource).map(sentence -> new Example(resource, sentence)))
                .filter(example -> example.sentence.length() <= LONGEST)
                .min(Comparator.comparing((Example example) -> -example.size())
                        .thenComparing(Example::sentence)
                        .thenComparing(example -> example.resource.getURI()))
                .map(Example::text);
    }

    /** The first of the shortest values of a property. */
    String value(Resource property) {
        return store.listObjectsOfProperty(ResourceFactory.createProperty(property.getURI())).toList().stream()
                .map(OntologyExamples::written)
                .filter(value -> value.length() <= LONGEST_VALUE)
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .map("`%s`"::formatted)
                .orElse("");
    }

    private Stream<String> sentences(Resource resource) {
        Stream<Resource> near =
                store.listStatements(null, null, resource).toList().stream().map(Statement::getSubject);
        return Stream.concat(Stream.of(resource), near)
                .flatMap(some -> store.listObjectsOfProperty(some, IN_SENTENCE).toList().stream())
                .map(sentence -> sentence.asResource().getProperty(WORDS).getString())
                .filter(words -> !words.contains("\n"))
                .distinct();
    }

    private static String written(RDFNode node) {
        if (node instanceof Literal literal) {
            return literal.getLexicalForm();
        }
        return HASH.matcher(turtle(node)).replaceAll("/$1");
    }

    private static String turtle(RDFNode node) {
        return NodeFmtLib.str(node.asNode(), DATA, PREFIXES);
    }

    private record Example(Resource resource, String sentence) {
        long size() {
            return resource.listProperties().toList().stream()
                    .map(Statement::getPredicate)
                    .distinct()
                    .count();
        }

        String text() {
            return "\n> %s\n\n```turtle\n%s```\n".formatted(sentence, turtle());
        }

        private String turtle() {
            return "%s\n    %s .\n"
                    .formatted(
                            written(resource),
                            resource.listProperties().toList().stream()
                                    .map(Example::line)
                                    .sorted()
                                    .collect(Collectors.joining(" ;\n    ")));
        }

        private static String line(Statement statement) {
            return "%s %s".formatted(written(statement.getPredicate()), term(statement.getObject()));
        }

        private static String term(RDFNode node) {
            return node.isLiteral() ? OntologyExamples.turtle(node) : written(node);
        }
    }
}
