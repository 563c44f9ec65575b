package org.casus.server;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Quads as TDB2 numbers their nodes, for passes over so many that reading each node would cost the most. */
final class QuadIds {
    private static final int SUBJECT = 1;
    private static final int PROPERTY = 2;
    private static final int OBJECT = 3;

    private final DatasetGraphTDB stored;
    private final NodeTupleTable quads;
    private final NodeTable nodes;

    QuadIds(DatasetGraph dataset) {
        this.stored = TDBInternal.getDatasetGraphTDB(dataset);
        this.quads = stored.getQuadTable().getNodeTupleTable();
        this.nodes = quads.getNodeTable();
    }

    /** The files that the numbers are of: a compaction numbers all nodes anew. */
    Object files() {
        return stored;
    }

    /** Hands on subject and object of each quad of a property, in a graph or in {@link Node#ANY}. */
    void forEach(Node graph, Node property, Node object, BiConsumer<NodeId, NodeId> pair) {
        each(
                id(graph),
                NodeId.NodeIdAny,
                id(property),
                id(object),
                quad -> pair.accept(quad.get(SUBJECT), quad.get(OBJECT)));
    }

    /** Hands on property and object of each quad of a subject in a graph. */
    void forEachOf(NodeId subject, NodeId graph, BiConsumer<NodeId, NodeId> pair) {
        each(
                graph,
                subject,
                NodeId.NodeIdAny,
                NodeId.NodeIdAny,
                quad -> pair.accept(quad.get(PROPERTY), quad.get(OBJECT)));
    }

    /** Hands on each quad that matches, any being {@link NodeId#NodeIdAny}. */
    void each(NodeId graph, NodeId subject, NodeId property, NodeId object, Consumer<Tuple<NodeId>> quad) {
        if (!NodeId.isDoesNotExist(graph) && !NodeId.isDoesNotExist(property) && !NodeId.isDoesNotExist(object)) {
            quads.find(graph, subject, property, object).forEachRemaining(quad);
        }
    }

    static NodeId subject(Tuple<NodeId> quad) {
        return quad.get(SUBJECT);
    }

    Node node(NodeId id) {
        return nodes.getNodeForNodeId(id);
    }

    /** An IRI's or a long literal's node by its number, as {@link NodeId#getPtrLocation} has it. */
    static NodeId at(long number) {
        return NodeIdFactory.createPtr(number);
    }

    NodeId id(Node node) {
        return node.equals(Node.ANY) ? NodeId.NodeIdAny : nodes.getNodeIdForNode(node);
    }
}
