package org.casus.store;

import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.query.TxnType;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/**
 * One TDB2 database -> an empty one, each of its trees in one go and with full pages. It runs within a transaction of
 * the first; the second must be closed and opened again.
 */
abstract class DatabaseCopy {
    private final DatasetGraphTDB from;
    private final DatasetGraphTDB to;

    DatabaseCopy(DatasetGraphTDB from, DatasetGraphTDB to) {
        this.from = from;
        this.to = to;
    }

    final void run() {
        Txn.executeWrite(to, () -> to.prefixes().putAll(from.prefixes()));
        copyNodes(
                from.getQuadTable().getNodeTupleTable().getNodeTable(),
                to.getQuadTable().getNodeTupleTable().getNodeTable());
        copyIndexes(
                from.getTripleTable().getNodeTupleTable(), to.getTripleTable().getNodeTupleTable());
        copyIndexes(from.getQuadTable().getNodeTupleTable(), to.getQuadTable().getNodeTupleTable());
    }

    abstract void copyNodes(BinaryDataFile source, BinaryDataFile target);

    /** The places of the copied nodes by their hashes, in order. */
    abstract Iterator<Record> places(BPlusTree source);

    /**
     * The rows of an index of the copy, in order. It must begin to read the source at once, as that is done on the
     * thread of the transaction; what it gives is asked on another.
     */
    abstract Supplier<Iterator<Record>> rows(TupleIndexRecord source);

    private void copyNodes(NodeTable source, NodeTable target) {
        TransactionCoordinator nodes = CoLib.newCoordinator();
        CoLib.add(nodes, target);
        CoLib.start(nodes);
        Transaction transaction = nodes.begin(TxnType.WRITE);
        try {
            copyNodes(LoaderOps.ntDataFile(source), LoaderOps.ntDataFile(target));
            write(places(LoaderOps.ntBPTree(source)), LoaderOps.ntBPTree(target));
            transaction.commit();
        } catch (RuntimeException | Error fault) {
            transaction.abort();
            throw fault;
        } finally {
            transaction.end();
        }
    }

    private void copyIndexes(NodeTupleTable source, NodeTupleTable target) {
        IndexThreads.forEach(source, index -> {
            Supplier<Iterator<Record>> rows = rows(index);
            return () -> write(rows, named(index.getName(), target));
        });
    }

    private static TupleIndexRecord named(String name, NodeTupleTable table) {
        return IndexThreads.indexes(table).stream()
                .filter(index -> index.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void write(Supplier<Iterator<Record>> rows, TupleIndexRecord empty) {
        CoLib.executeWrite(empty, () -> write(rows.get(), (BPlusTree) empty.getRangeIndex()));
    }

    private static void write(Iterator<Record> rows, BPlusTree empty) {
        if (rows.hasNext()) {
            BPlusTreeRewriter.packIntoBPlusTree(
                    rows,
                    empty.getParams(),
                    empty.getRecordFactory(),
                    empty.getStateManager().getBufferChannel(),
                    empty.getNodeManager().getBlockMgr(),
                    empty.getRecordsMgr().getBlockMgr());
        }
    }
}
