package org.casus.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.index.RangeIndex;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.CopyDSG;

/**
 * One TDB2 database -> an empty one, with the nodes that are in use alone, and full pages in its indexes. Nodes are
 * written in the order of their numbers, which are places in a file: so the new numbers have the order of the old, and
 * each index, read in its order, can be written in its order, page after page.
 */
final class PackedCopy {
    private final DatasetGraphTDB from;
    private final DatasetGraphTDB to;
    /** Numbers of nodes in the old database, in order. */
    private final long[] old;
    /** Their numbers in the new one. */
    private final long[] anew;

    private PackedCopy(DatasetGraphTDB from, DatasetGraphTDB to) {
        this.from = from;
        this.to = to;
        this.old = used();
        this.anew = new long[old.length];
    }

    /** Within a transaction of the first; the second must be closed and opened again. */
    static void copy(DatasetGraphTDB from, DatasetGraphTDB to) {
        PackedCopy copy = new PackedCopy(from, to);
        Txn.executeWrite(to, copy::copyNodes);
        copy.copyIndexes(
                from.getTripleTable().getNodeTupleTable(), to.getTripleTable().getNodeTupleTable());
        copy.copyIndexes(
                from.getQuadTable().getNodeTupleTable(), to.getQuadTable().getNodeTupleTable());
    }

    /** Each node in use is first in a row of one index or another. */
    private long[] used() {
        return Stream.of(
                        from.getTripleTable().getNodeTupleTable(),
                        from.getQuadTable().getNodeTupleTable())
                .flatMap(table -> indexes(table).stream())
                .flatMapToLong(PackedCopy::first)
                .sorted()
                .distinct()
                .toArray();
    }

    private static LongStream first(TupleIndexRecord index) {
        return Iter.asStream(((BPlusTree) index.getRangeIndex()).distinctByKeyPrefix(NodeId.SIZE))
                .map(row -> NodeIdFactory.get(row.getKey(), 0))
                .filter(NodeId::isPtr)
                .mapToLong(NodeId::getPtrLocation);
    }

    private void copyNodes() {
        NodeTable source = from.getQuadTable().getNodeTupleTable().getNodeTable();
        NodeTable target = to.getQuadTable().getNodeTupleTable().getNodeTable();
        for (int i = 0; i < old.length; i++) {
            anew[i] = target.getAllocateNodeId(source.getNodeForNodeId(NodeIdFactory.createPtr(old[i])))
                    .getPtrLocation();
        }
        CopyDSG.copyPrefixes(from, to);
    }

    private void copyIndexes(NodeTupleTable source, NodeTupleTable target) {
        for (TupleIndexRecord index : indexes(source)) {
            TupleIndexRecord empty = indexes(target).stream()
                    .filter(other -> other.getName().equals(index.getName()))
                    .findFirst()
                    .orElseThrow();
            CoLib.executeWrite(empty, () -> pack(index.getRangeIndex(), (BPlusTree) empty.getRangeIndex()));
        }
    }

    private void pack(RangeIndex rows, BPlusTree empty) {
        Iterator<Record> renumbered = Iter.map(rows.iterator(), new Renumbering(rows)::of);
        if (renumbered.hasNext()) {
            BPlusTreeRewriter.packIntoBPlusTree(
                    renumbered,
                    empty.getParams(),
                    empty.getRecordFactory(),
                    empty.getStateManager().getBufferChannel(),
                    empty.getNodeManager().getBlockMgr(),
                    empty.getRecordsMgr().getBlockMgr());
        }
    }

    private static List<TupleIndexRecord> indexes(NodeTupleTable table) {
        TupleIndex[] indexes = table.getTupleTable().getIndexes();
        return Arrays.stream(indexes).map(TupleIndexRecord.class::cast).toList();
    }

    /** Rows of one index with the new numbers; what stands in the row before as well is not looked up again. */
    private final class Renumbering {
        private final RangeIndex rows;
        private byte[] before = new byte[0];
        private byte[] after = new byte[0];

        Renumbering(RangeIndex rows) {
            this.rows = rows;
        }

        Record of(Record row) {
            byte[] key = row.getKey();
            byte[] renumbered = key.clone();
            for (int at = 0; at < key.length; at += NodeId.SIZE) {
                renumber(key, at, renumbered);
            }
            before = key;
            after = renumbered;
            return rows.getRecordFactory().create(renumbered);
        }

        private void renumber(byte[] key, int at, byte[] renumbered) {
            if (at < before.length && Arrays.equals(key, at, at + NodeId.SIZE, before, at, at + NodeId.SIZE)) {
                System.arraycopy(after, at, renumbered, at, NodeId.SIZE);
                return;
            }
            NodeId id = NodeIdFactory.get(key, at);
            if (id.isPtr()) {
                int place = Arrays.binarySearch(old, id.getPtrLocation());
                NodeIdFactory.set(NodeIdFactory.createPtr(anew[place]), renumbered, at);
            }
        }
    }
}
