package org.casus.store;

import com.google.common.collect.Iterators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/** Quads that are in none of the indexes yet, by the numbers of their nodes, which are stored. */
final class WaitingRows {
    /** Nodes of each. */
    static final int QUAD = 4;

    /** Each is graph, subject, predicate and object, 8 bytes each. */
    private List<byte[]> rows = new ArrayList<>();

    void add(NodeId... quad) {
        byte[] row = new byte[quad.length * NodeId.SIZE];
        for (int i = 0; i < quad.length; i++) {
            NodeIdFactory.set(quad[i], row, i * NodeId.SIZE);
        }
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    void clear() {
        rows = new ArrayList<>();
    }

    /** As an index holds them, in its order. */
    Iterator<Record> of(TupleIndexRecord index) {
        TupleMap mapping = index.getMapping();
        byte[][] keys = rows.stream().map(row -> mapped(row, mapping)).toArray(byte[][]::new);
        Arrays.sort(keys, Arrays::compareUnsigned);
        return Iterators.transform(
                Iterators.forArray(keys), index.getRangeIndex().getRecordFactory()::create);
    }

    /** The same among those that it holds, each once. */
    Iterator<Record> among(Iterator<Record> stored, TupleIndexRecord index) {
        return Iter.distinctAdjacent(Iterators.mergeSorted(
                List.of(stored, of(index)), (a, b) -> Arrays.compareUnsigned(a.getKey(), b.getKey())));
    }

    private static byte[] mapped(byte[] row, TupleMap mapping) {
        byte[] mapped = new byte[row.length];
        for (int i = 0; i < mapping.length(); i++) {
            System.arraycopy(row, mapping.getSlotIdx(i) * NodeId.SIZE, mapped, i * NodeId.SIZE, NodeId.SIZE);
        }
        return mapped;
    }
}
