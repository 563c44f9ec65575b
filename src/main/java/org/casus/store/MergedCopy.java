package org.casus.store;

import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/** A database as it is, with quads that its indexes do not hold yet. */
final class MergedCopy extends DatabaseCopy {
    private static final int BLOCK = 1 << 20;

    private final WaitingRows waiting;

    /** @param waiting of nodes that the first has */
    MergedCopy(DatasetGraphTDB from, DatasetGraphTDB to, WaitingRows waiting) {
        super(from, to);
        this.waiting = waiting;
    }

    @Override
    void copyNodes(BinaryDataFile source, BinaryDataFile target) {
        byte[] block = new byte[BLOCK];
        long length = source.length();
        for (long place = 0; place < length; place += BLOCK) {
            int read = source.read(place, block, 0, (int) Math.min(BLOCK, length - place));
            if (target.write(block, 0, read) != place) {
                throw new StoreException("the nodes of the new database are not where they should be");
            }
        }
    }

    @Override
    Iterator<Record> places(BPlusTree source) {
        return source.iterator();
    }

    @Override
    Supplier<Iterator<Record>> rows(TupleIndexRecord source) {
        Iterator<Record> stored = source.getRangeIndex().iterator();
        // Quads alone wait, not the triples of the default graph.
        return () -> source.getTupleLength() == WaitingRows.QUAD ? waiting.among(stored, source) : stored;
    }
}
