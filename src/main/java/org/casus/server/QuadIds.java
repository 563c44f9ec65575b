package org.casus.server;

import java.util.Iterator;
import java.util.function.BiConsumer;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Quads as TDB2 numbers their nodes, for passes over so many that reading each node would cost the most. */
final class QuadIds {
    private static final int SUBJECT = 1;
    private static final int OBJECT = 3;

    private final NodeTupleTable quads;
    private final NodeTable nodes;

    QuadIds(DatasetGraph dataset) {
        DatasetGraphTDB stored = TDBInternal.getDatasetGraphTDB(dataset);
        this.quads = stored.getQuadTable().getNodeTupleTable();
        this.nodes = quads.getNodeTable();
    }

    /** Hands on subject and object of each quad of a property, in a graph or in {@link Node#ANY}. */
    void forEach(Node graph, Node property, Node object, BiConsumer<NodeId, NodeId> pair) {
        NodeId inGraph = id(graph);
        NodeId of = id(property);
        NodeId to = id(object);
        if (NodeId.isDoesNotExist(inGraph) || NodeId.isDoesNotExist(of) || NodeId.isDoesNotExist(to)) {
            return;
        }
        Iterator<Tuple<NodeId>> found = quads.find(inGraph, NodeId.NodeIdAny, of, to);
        while (found.hasNext()) {
            Tuple<NodeId> quad = found.next();
            pair.accept(quad.get(SUBJECT), quad.get(OBJECT));
        }
    }

    Node node(NodeId id) {
        return nodes.getNodeForNodeId(id);
    }

    private NodeId id(Node node) {
        return node.equals(Node.ANY) ? NodeId.NodeIdAny : nodes.getNodeIdForNode(node);
    }
}
