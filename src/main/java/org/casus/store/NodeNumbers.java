package org.casus.store;

import java.io.ByteArrayOutputStream;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.TRDF;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.store.Hash;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;

/**
 * The numbers of nodes in a database's table, within a write. A new node is written in one piece: TDB2 asks the
 * operating system how long its file is before each of the dozen pieces in which it writes one.
 */
final class NodeNumbers {
    private final NodeTable nodes;
    private final BinaryDataFile file;
    private final BPlusTree places;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TProtocol protocol = TRDF.protocol(bytes);

    NodeNumbers(NodeTable nodes) {
        this.nodes = nodes;
        this.file = LoaderOps.ntDataFile(nodes);
        this.places = LoaderOps.ntBPTree(nodes);
    }

    NodeId of(Node node) {
        if (NodeId.isDoesNotExist(nodes.getNodeIdForNode(node))) {
            write(node);
        }
        return nodes.getAllocateNodeId(node);
    }

    private void write(Node node) {
        bytes.reset();
        try {
            ThriftConvert.convert(node, true).write(protocol);
            protocol.getTransport().flush();
        } catch (TException fault) {
            throw new StoreException("cannot write the node " + node, fault);
        }
        long place = file.write(bytes.toByteArray());
        Hash hash = new Hash(places.getRecordFactory().keyLength());
        NodeLib.setHash(hash, node);
        byte[] number = new byte[NodeId.SIZE];
        NodeIdFactory.set(NodeIdFactory.createPtr(place), number);
        places.insert(places.getRecordFactory().create(hash.getBytes(), number));
    }
}
