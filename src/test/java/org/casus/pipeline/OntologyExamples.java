package org.casus.pipeline;

import com.google.common.collect.Sets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.casus.graph.Vocabulary;
import org.casus.store.Prefixes;

/** Sentences of a store with what was drawn from them. */
final class OntologyExamples {
    private static final int LONGEST_VALUE = 60;
    /** How far from what is shown its sentence may stand: from an identity by an entity and a report. */
    private static final int FARTHEST = 3;

    private static final PrefixMap PREFIXES = PrefixMapFactory.create(Prefixes.map());
    private static final Pattern HASH = Pattern.compile("(?<=/)([0-9a-f]{4})[0-9a-f]{8,}");
    /** They change with every table and version. */
    private static final Pattern OF_PROGRAM = Pattern.compile("(?<=(?:software|extraction)/|\")[0-9a-f]{12,}");

    private static final Property WORDS =
            ResourceFactory.createProperty("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf");

    private final Model store;
    private final int longest;
    private final Map<Resource, Set<String>> sentences = new HashMap<>();

    /** @param longest how many characters a sentence may have */
    OntologyExamples(Model store, int longest) {
        this.store = store;
        this.longest = longest;
    }

    /** The resource of a class of which most is told, with the short sentence that it is drawn from. */
    Optional<String> of(Resource type) {
        return store.listSubjectsWithProperty(RDF.type, type).toList().stream()
                .filter(OntologyExamples::isData)
                .flatMap(resource -> sentences(resource).stream().map(sentence -> new Example(resource, sentence)))
                .min(Comparator.comparing((Example example) -> -example.size())
                        .thenComparing(Example::sentence)
                        .thenComparing(example -> example.resource.getURI()))
                .map(Example::text);
    }

    /** That something is of a class, with the shortest sentence that it is drawn from. */
    Optional<String> instance(Resource type) {
        return shortest(store.listStatements(null, RDF.type, type).toList()).map(Fact::text);
    }

    /** A statement that has one of these values, with the shortest sentence that it is drawn from. */
    Optional<String> value(List<Resource> values) {
        return shortest(having(values)).map(Fact::text);
    }

    /** The same, as a block of its own. */
    Optional<String> block(List<Resource> values) {
        return shortest(having(values)).map(fact -> block(fact.sentence, fact.triple + " .\n"));
    }

    private List<Statement> having(List<Resource> values) {
        return values.stream()
                .flatMap(value -> store.listStatements(null, null, value).toList().stream())
                .toList();
    }

    private Optional<Fact> shortest(List<Statement> statements) {
        return statements.stream()
                .flatMap(this::examples)
                .min(Comparator.comparing((Fact fact) -> fact.sentence.length())
                        .thenComparing(Fact::sentence)
                        .thenComparing(Fact::triple));
    }

    /** One of the shortest values of a property where it stands, with the sentence that it is drawn from. */
    Optional<String> ofProperty(Resource property) {
        List<Statement> statements = store.listStatements(null, property.as(Property.class), (RDFNode) null)
                .toList();
        return statements.stream()
                .sorted(Comparator.comparing((Statement statement) ->
                                written(statement.getObject()).length())
                        .thenComparing(statement -> written(statement.getObject()))
                        .thenComparing(statement -> statement.getSubject().getURI()))
                .flatMap(this::examples)
                .findFirst()
                .map(Fact::text);
    }

    private Stream<Fact> examples(Statement statement) {
        boolean ofOntology = statement.getSubject().getURI().startsWith(Vocabulary.NS);
        return !ofOntology && written(statement.getObject()).length() <= LONGEST_VALUE
                ? sentences(statement.getSubject()).stream()
                        .map(sentence -> new Fact(
                                "%s %s".formatted(written(statement.getSubject()), Example.line(statement)), sentence))
                : Stream.empty();
    }

    private static boolean isData(Resource resource) {
        return resource.getURI().startsWith(Vocabulary.DATA);
    }

    /** Those that stand nearest, as links go, so far as they are short enough. */
    private Set<String> sentences(Resource resource) {
        return sentences.computeIfAbsent(
                resource,
                some -> nearest(some).stream()
                        .filter(words -> words.length() <= longest && !words.contains("\n"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Set<String> nearest(Resource resource) {
        Set<Resource> seen = new HashSet<>(Set.of(resource));
        Set<Resource> edge = Set.of(resource);
        for (int i = 0; i <= FARTHEST; i++) {
            Set<String> found = edge.stream().flatMap(this::words).collect(Collectors.toSet());
            if (!found.isEmpty()) {
                return found;
            }
            edge = Sets.difference(edge.stream().flatMap(this::near).collect(Collectors.toSet()), seen)
                    .immutableCopy();
            seen.addAll(edge);
        }
        return Set.of();
    }

    private Stream<String> words(Resource resource) {
        Stream<Resource> inSentences = store.listObjectsOfProperty(resource, Vocabulary.IN_SENTENCE).toList().stream()
                .map(RDFNode::asResource);
        return Stream.concat(inSentences, Stream.of(resource).filter(this::isSentence))
                .map(sentence -> sentence.getProperty(WORDS).getString());
    }

    /** A triple of OpenIE has the words of its sentence itself. */
    private boolean isSentence(Resource resource) {
        return Stream.of(Vocabulary.SENTENCE, Vocabulary.OPEN_TRIPLE)
                .anyMatch(type -> store.contains(resource, RDF.type, type));
    }

    private Stream<Resource> near(Resource resource) {
        return Stream.concat(
                        store.listStatements(null, null, resource).toList().stream()
                                .map(Statement::getSubject),
                        store.listStatements(resource, null, (RDFNode) null).toList().stream()
                                .map(Statement::getObject)
                                .filter(RDFNode::isURIResource)
                                .map(RDFNode::asResource))
                .filter(OntologyExamples::isData);
    }

    private static String block(String sentence, String turtle) {
        return "\n> %s\n\n```turtle\n%s```\n".formatted(sentence, turtle);
    }

    private static String written(RDFNode node) {
        String turtle = NodeFmtLib.str(node.asNode(), Vocabulary.DATA, PREFIXES);
        return HASH.matcher(OF_PROGRAM.matcher(turtle).replaceAll("…")).replaceAll("$1");
    }

    private record Fact(String triple, String sentence) {
        String text() {
            return "`%s` from “%s”".formatted(triple, sentence).replace("|", "\\|");
        }
    }

    private record Example(Resource resource, String sentence) {
        long size() {
            return resource.listProperties().toList().stream()
                    .map(Statement::getPredicate)
                    .distinct()
                    .count();
        }

        String text() {
            return block(sentence, turtle());
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

        static String line(Statement statement) {
            return "%s %s".formatted(written(statement.getPredicate()), written(statement.getObject()));
        }
    }
}
