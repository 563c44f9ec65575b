package org.casus.store;

import com.google.common.base.Suppliers;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.casus.graph.ArticleGraph;
import org.casus.graph.GraphValidator;

/** Says what is wrong with a graph before and after it is stored. */
final class ArticleCheck {
    /** Most who open a store only read it. */
    private final Supplier<GraphValidator> validator = Suppliers.memoize(GraphValidator::new);

    List<String> faults(ArticleGraph graph) {
        return Stream.of(graph.article(), graph.entities(), graph.openTriples())
                .flatMap(model -> faults(model).stream())
                .toList();
    }

    /** One line for each fault; empty for a graph that may be stored. */
    List<String> faults(Model graph) {
        return hasBlankNode(graph.getGraph())
                ? List.of("blank nodes in data")
                : validator.get().faults(graph);
    }

    private static boolean hasBlankNode(Graph graph) {
        return graph.stream()
                .anyMatch(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank());
    }
}
