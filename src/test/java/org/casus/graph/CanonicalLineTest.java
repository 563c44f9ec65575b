package org.casus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalLineTest {
    private static final String S = "<https://a.example/s> ";
    private static final String P = "<http://b-1.example/p#q> ";
    private static final String G = "<https://w3id.org/casus/data/graph/events> ";

    private static Stream<String> objects() {
        List<String> texts = List.of(
                "", "plain", "Երևան", "\\\"said\\\"", "back\\\\slash", "\\\\\\\"", "a\\tb\\nc\\r", "\\\\n", "<g> .");
        Stream<String> literals = texts.stream()
                .flatMap(text -> Stream.of("\"", "\"@de", "\"^^<http://www.w3.org/2001/XMLSchema#date>")
                        .map(end -> "\"" + text + end));
        return Stream.concat(Stream.of("<https://a.example/o/(1)?a=b&c=d#e,f;g%C3%A9!*'+$>"), literals);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void readsWhatAParserReads(String object) {
        String triple = S + P + object + " .";
        String quad = S + P + object + " " + G + ".";

        CanonicalLine line = CanonicalLine.of(quad).orElseThrow();

        assertThat(Quad.create(NodeFactory.createURI(line.graph()), line.triple()))
                .isEqualTo(parsed(quad));
        assertThat(line.tripleLine()).isEqualTo(triple).isEqualTo(NTriples.line(line.triple()));
        assertThat(CanonicalLine.of(triple).orElseThrow().graph()).isNull();
        assertThat(NTriples.read(triple)).isEqualTo(line.triple());
    }

    @Test
    void readsWhatIsWritten() {
        List<Triple> written = NTriplesTest.nodes()
                .filter(node -> !node.isBlank())
                .map(node -> Triple.create(node.isLiteral() ? NTriplesTest.PLAIN : node, NTriplesTest.PLAIN, node))
                .toList();

        List<Triple> read = written.stream()
                .flatMap(triple -> CanonicalLine.of(NTriples.line(triple)).stream())
                .map(CanonicalLine::triple)
                .toList();

        assertThat(written).containsAll(read);
        // Nearly all of the literals; of the IRIs those without thought.
        assertThat(read.size()).isGreaterThan(written.size() * 2 / 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# a comment",
                "<https://a.example/s> <https://a.example/p> <https://a.example/o>",
                "<https://a.example/s> <https://a.example/p> <https://a.example/o>.",
                "<https://a.example/s> <https://a.example/p> <https://a.example/o> . ",
                "<https://a.example/s>  <https://a.example/p> <https://a.example/o> .",
                "<https://a.example/s> <https://a.example/p> <https://a.example/o> <https://a.example/g> <https://a.example/h> .",
                "<https://a.example/s> <https://a.example/p> \"open .",
                "<https://a.example/s> <https://a.example/p> \"two\" \" .",
                "<https://a.example/s> <https://a.example/p> \"a\\",
                "<https://a.example/s> <https://a.example/p> \"a\\u0041\" .",
                "<https://a.example/s> <https://a.example/p> \"tab\there\" .",
                "<https://a.example/s> <https://a.example/p> \"a\"@EN .",
                "<https://a.example/s> <https://a.example/p> \"a\"@ .",
                "<https://a.example/s> <https://a.example/p> \"a\"^^ .",
                "<https://a.example/s> <https://a.example/p> \"a\"^^<http://www.w3.org/2001/XMLSchema#string> .",
                "<https://a.example/s> <https://a.example/p> \"a\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .",
                "<https://a.example/s> \"p\" <https://a.example/o> .",
                "\"s\" <https://a.example/p> <https://a.example/o> .",
                "<https://a.example/s> <https://a.example/p> <https://a.example/o> \"g\" .",
                "<https://a.example/a b> <https://a.example/p> <https://a.example/o> .",
                "<https://a.example:80/s> <https://a.example/p> <https://a.example/o> .",
                "<https:///s> <https://a.example/p> <https://a.example/o> .",
                "<urn:s> <https://a.example/p> <https://a.example/o> .",
                "<s> <https://a.example/p> <https://a.example/o> .",
                "_:b <https://a.example/p> <https://a.example/o> .",
                "<https://a.example/s> <https://a.example/p> _:b ."
            })
    void leavesWhatIsNotPlainToAParser(String line) {
        assertThat(CanonicalLine.of(line)).isEmpty();
    }

    private static Quad parsed(String line) {
        DatasetGraph parsed = RDFParser.fromString(line, Lang.NQUADS).toDatasetGraph();
        return parsed.find().next();
    }
}
