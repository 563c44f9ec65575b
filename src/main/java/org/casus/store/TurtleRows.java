package org.casus.store;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;
import org.apache.jena.vocabulary.RDF;

/** Rows as Turtle in the vocabulary of result sets, as they come. */
final class TurtleRows {
    private final StreamRDF out;
    private final Node set = NodeFactory.createBlankNode();

    TurtleRows(OutputStream out) {
        this.out = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
    }

    void write(ResultSet rows, Map<String, String> prefixes) {
        out.start();
        out.prefix("rs", ResultSetGraphVocab.getURI());
        prefixes.forEach(out::prefix);
        add(set, RDF.type, ResultSetGraphVocab.ResultSet.asNode());
        List<String> columns = rows.getResultVars();
        columns.forEach(
                column -> add(set, ResultSetGraphVocab.resultVariable, NodeFactory.createLiteralString(column)));
        long number = 0;
        while (rows.hasNext()) {
            number++;
            write(number, columns, rows.nextBinding());
        }
        add(set, ResultSetGraphVocab.size, whole(number));
        out.finish();
    }

    private void write(long number, List<String> columns, Binding row) {
        Node solution = NodeFactory.createBlankNode();
        add(set, ResultSetGraphVocab.solution, solution);
        add(solution, ResultSetGraphVocab.index, whole(number));
        Map<Node, String> bindings = new LinkedHashMap<>();
        columns.stream()
                .filter(column -> row.contains(Var.alloc(column)))
                .forEach(column -> bindings.put(NodeFactory.createBlankNode(), column));
        bindings.keySet().forEach(binding -> add(solution, ResultSetGraphVocab.binding, binding));
        bindings.forEach((binding, column) -> {
            add(binding, ResultSetGraphVocab.variable, NodeFactory.createLiteralString(column));
            add(binding, ResultSetGraphVocab.value, row.get(Var.alloc(column)));
        });
    }

    private void add(Node subject, Property property, Node object) {
        out.triple(Triple.create(subject, property.asNode(), object));
    }

    private static Node whole(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }
}
