package org.casus.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Graph to its faults, by the shapes of {@code ontology/shapes.ttl}; threads may share one. */
public final class GraphValidator {
    private final Shapes shapes;

    public GraphValidator() {
        shapes = Shapes.parse(Ontology.SHAPES.model().getGraph());
    }

    /** One line for each fault: the node, the property and what is wrong; empty for a graph that may be stored. */
    public List<String> faults(Model graph) {
        return report(graph.getGraph()).getEntries().stream()
                .map(GraphValidator::line)
                .sorted()
                .toList();
    }

    /**
     * What {@link ShaclValidator} says. Most of its time it looks for the subclasses of each class that a shape is for,
     * of which the graph of an article has none.
     */
    private ValidationReport report(Graph graph) {
        if (graph.contains(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY)) {
            return ShaclValidator.get().validate(shapes, graph);
        }
        ValidationContext context = ValidationContext.create(shapes, graph);
        for (Shape shape : shapes.getTargetShapes()) {
            for (Node focus : focusNodes(shape, graph)) {
                VLib.validateShape(context, graph, shape, focus);
            }
        }
        return context.generateReport();
    }

    private static Set<Node> focusNodes(Shape shape, Graph graph) {
        Set<Node> nodes = new LinkedHashSet<>();
        for (Target target : shape.getTargets()) {
            if (target.getTargetType() == TargetType.targetClass) {
                graph.find(Node.ANY, RDF.type.asNode(), target.getObject())
                        .forEachRemaining(typed -> nodes.add(typed.getSubject()));
            } else {
                nodes.addAll(target.getFocusNodes(graph));
            }
        }
        return nodes;
    }

    private static String line(ReportEntry entry) {
        return "%s%s: %s"
                .formatted(
                        entry.focusNode(), entry.resultPath() == null ? "" : " " + entry.resultPath(), entry.message());
    }
}
