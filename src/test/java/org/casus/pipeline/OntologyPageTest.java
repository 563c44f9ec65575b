package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.casus.store.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The second half of {@code docs/ontology.md} is written from the ontology and from what {@code examples/articles} and
 * {@code src/test/resources/ontology} give; {@code -Dcasus.answers=write} writes it again.
 */
@Tag("models")
class OntologyPageTest {
    private static final Path PAGE = Path.of("docs/ontology.md");
    private static final String WRITTEN = "\n# The main classes\n\n";

    private static Model store;
    private static OntologyPage page;

    @BeforeAll
    static void read(@TempDir Path gazetteer) throws IOException {
        Model examples = examples();
        Model rare = RareTerms.model(gazetteer);
        page = new OntologyPage(examples, rare);
        store = ModelFactory.createUnion(examples, rare);
    }

    private static Model examples() {
        try (EventStore store = EventStore.openExisting(ExampleStore.folder())) {
            return store.read(dataset -> ModelFactory.createDefaultModel().add(dataset.getUnionModel()));
        }
    }

    @Test
    void saysWhatTheOntologySays() throws IOException {
        String text = Files.readString(PAGE);
        String head = text.substring(0, text.indexOf(WRITTEN) + WRITTEN.length());

        if ("write".equals(System.getProperty("casus.answers"))) {
            Files.writeString(PAGE, head + page.text());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(head + page.text());
    }

    @Test
    void hasASentenceForEveryClassAndProperty() {
        assertThat(page.withoutExample()).isEmpty();
    }

    @Test
    void tellsWhereEachPropertyStandsAndWhereItLeads() {
        Set<String> elsewhere = new TreeSet<>();
        Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty)
                .flatMap(page::properties)
                .forEach(property -> store.listStatements(null, property.as(Property.class), (RDFNode) null)
                        .forEachRemaining(
                                statement -> faults(property, statement).forEach(elsewhere::add)));

        assertThat(elsewhere).isEmpty();
    }

    private static Stream<String> faults(Resource property, Statement statement) {
        Stream<String> from = fault(page.domain(property), statement.getSubject(), "from");
        Stream<String> to = statement.getObject().isLiteral()
                ? Stream.empty()
                : fault(page.range(property), statement.getResource(), "to");
        return Stream.concat(from, to).map(fault -> property.getLocalName() + " " + fault);
    }

    private static Stream<String> fault(List<Resource> allowed, Resource node, String end) {
        List<Resource> types = store.listObjectsOfProperty(node, RDF.type).toList().stream()
                .map(RDFNode::asResource)
                .toList();
        boolean right = types.stream().anyMatch(type -> allowed.stream().anyMatch(some -> page.isBelow(type, some)));
        return allowed.isEmpty() || types.isEmpty() || right ? Stream.empty() : Stream.of(end + " " + types);
    }
}
