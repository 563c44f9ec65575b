package org.casus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.junit.jupiter.api.Test;

class DocumentationTest {
    @Test
    void showsAnExampleThatKeepsToTheShapesAndTheOntology() throws IOException {
        String page = Files.readString(Path.of("docs/ontology.md"));
        int begin = page.indexOf("```turtle\n") + 10;
        String turtle = page.substring(begin, page.indexOf("```", begin));
        Model example = ModelFactory.createDefaultModel().read(new StringReader(turtle), null, "TURTLE");
        Model vocabulary = Ontology.vocabulary();

        Set<RDFNode> terms = example.listStatements().toList().stream()
                .flatMap(statement -> Stream.of(statement.getPredicate(), statement.getObject()))
                .filter(node -> node.isURIResource() && isTerm(node.asResource().getURI()))
                .collect(Collectors.toSet());

        assertThat(new GraphValidator().faults(example)).isEmpty();
        assertThat(terms)
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        term -> assertThat(vocabulary.containsResource(term)).isTrue());
    }

    private static boolean isTerm(String uri) {
        return Stream.of(Vocabulary.NS, Vocabulary.PLOVER, Vocabulary.CAMEO_NS).anyMatch(uri::startsWith);
    }
}
