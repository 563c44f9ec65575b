package org.casus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

class NTriplesTest {
    static final Node PLAIN = NodeFactory.createURI("https://w3id.org/casus/data/x");

    static Stream<Node> nodes() {
        Stream.Builder<Node> nodes = Stream.builder();
        for (int c = 1; c < 0x1_0000; c += c < 0x300 || c >= 0xFF00 ? 1 : 41) {
            String text = "a" + (char) c + "b";
            nodes.add(NodeFactory.createURI("https://w3id.org/" + text)).add(NodeFactory.createLiteralString(text));
        }
        return nodes.add(NodeFactory.createLiteralString(""))
                .add(NodeFactory.createLiteralString("Երևան \uD83D\uDE00 \uD83D"))
                .add(NodeFactory.createLiteralLang("die \"Krim\"", "de"))
                .add(NodeFactory.createLiteralDT("2024-03-05", XSDDatatype.XSDdate))
                .add(NodeFactory.createLiteralDT("12", XSDDatatype.XSDinteger))
                .add(NodeFactory.createURI("https://w3id.org/\uD83D\uDE00"))
                .add(NodeFactory.createBlankNode("b0"))
                .build();
    }

    @Test
    void writesWhatJenaWrites() {
        nodes().forEach(node -> {
            Triple triple = Triple.create(node.isLiteral() ? PLAIN : node, PLAIN, node);
            Quad quad = Quad.create(PLAIN, triple);

            assertThat(NTriples.line(triple)).isEqualTo(NodeFmtLib.strNT(triple));
            assertThat(NTriples.line(quad)).isEqualTo(NodeFmtLib.strNQ(quad));
        });
    }

    @Test
    void readsABlankNodeOfTwoLinesAsOne() {
        Node list = NodeFactory.createBlankNode();
        Triple first = NTriples.read(NTriples.line(Triple.create(PLAIN, PLAIN, list)));
        Triple second = NTriples.read(NTriples.line(Triple.create(list, PLAIN, PLAIN)));

        assertThat(first.getObject()).isEqualTo(second.getSubject());
    }
}
