package org.casus.graph;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;

/** Graph to its faults, by the shapes of {@code ontology/shapes.ttl}; threads may share one. */
public final class GraphValidator {
    private final Shapes shapes;

    public GraphValidator() {
        shapes = Shapes.parse(Ontology.SHAPES.model().getGraph());
    }

    /** One line for each fault: the node, the property and what is wrong; empty for a graph that may be stored. */
    public List<String> faults(Model graph) {
        ValidationReport report = ShaclValidator.get().validate(shapes, graph.getGraph());
        return report.getEntries().stream().map(GraphValidator::line).sorted().toList();
    }

    private static String line(ReportEntry entry) {
        return "%s%s: %s"
                .formatted(
                        entry.focusNode(), entry.resultPath() == null ? "" : " " + entry.resultPath(), entry.message());
    }
}
