package org.casus.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.index.RangeIndex;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TMemoryInputTransport;

/**
 * A database with the nodes that are in use alone. Nodes are copied as they are encoded, in the order of their numbers,
 * which are places in a file: so the new numbers have the order of the old, and each index, that of the nodes' hashes
 * too, is written in the order in which it is read.
 */
final class PackedCopy extends DatabaseCopy {
    /** Bytes of nodes that are read at once. */
    private static final int BLOCK = 1 << 20;
    /** No text that is read is longer than 10 MB. */
    private static final int LARGEST = 1 << 27;

    /** Numbers of nodes in the old database, in order. */
    private final long[] old;
    /** Their numbers in the new one. */
    private final long[] anew;

    PackedCopy(DatasetGraphTDB from, DatasetGraphTDB to) {
        super(from, to);
        this.old = used(from);
        this.anew = new long[old.length];
    }

    /** Each node in use is first in a row of one index or another. */
    private static long[] used(DatasetGraphTDB from) {
        return Stream.of(
                        from.getTripleTable().getNodeTupleTable(),
                        from.getQuadTable().getNodeTupleTable())
                .flatMap(table -> IndexThreads.indexes(table).stream())
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

    /** Reads the old file block by block, and again with a larger block where a node does not fit. */
    @Override
    void copyNodes(BinaryDataFile source, BinaryDataFile target) {
        int size = BLOCK;
        int next = 0;
        while (next < old.length) {
            byte[] block = new byte[(int) Math.max(0, Math.min(size, source.length() - old[next]))];
            int end = source.read(old[next], block) == block.length ? copyBlock(next, block, target) : next;
            if (end == next && (block.length < size || size >= LARGEST)) {
                throw new StoreException("the node at byte %d of the database cannot be read".formatted(old[next]));
            }
            size = end == next ? 2 * size : BLOCK;
            next = end;
        }
    }

    /**
     * Writes the nodes that are whole in a block, without what lies between: nodes that are no longer used, and what a
     * process left that was killed.
     *
     * @param first the node with which the block begins
     * @return the first that is not in it
     */
    private int copyBlock(int first, byte[] block, BinaryDataFile target) {
        int next = first;
        int packed = 0;
        long place = target.length();
        while (next < old.length && old[next] - old[first] < block.length) {
            int start = (int) (old[next] - old[first]);
            int length = encodedLength(block, start);
            if (length < 0) {
                break;
            }
            System.arraycopy(block, start, block, packed, length);
            anew[next++] = place + packed;
            packed += length;
        }
        if (packed > 0 && target.write(block, 0, packed) != place) {
            throw new StoreException("the nodes of the new database are not where they should be");
        }
        return next;
    }

    /** Bytes of the node that begins there in Thrift's encoding; negative where the block ends before it does. */
    private static int encodedLength(byte[] block, int start) {
        try {
            TMemoryInputTransport bytes = new TMemoryInputTransport(block, start, block.length - start);
            TProtocolUtil.skip(new TCompactProtocol(bytes), TType.STRUCT);
            return bytes.getBufferPosition() - start;
        } catch (TException cut) {
            return -1;
        }
    }

    private int at(byte[] id) {
        return Arrays.binarySearch(old, NodeIdFactory.get(id, 0).getPtrLocation());
    }

    private byte[] renumbered(byte[] id) {
        byte[] renumbered = id.clone();
        NodeIdFactory.set(NodeIdFactory.createPtr(anew[at(id)]), renumbered, 0);
        return renumbered;
    }

    @Override
    Iterator<Record> places(BPlusTree source) {
        Iterator<Record> used = Iter.filter(source.iterator(), row -> at(row.getValue()) >= 0);
        return Iter.map(used, row -> new Record(row.getKey(), renumbered(row.getValue())));
    }

    @Override
    Supplier<Iterator<Record>> rows(TupleIndexRecord source) {
        RangeIndex rows = source.getRangeIndex();
        Iterator<Record> renumbered = Iter.map(rows.iterator(), new Renumbering(rows)::of);
        return () -> renumbered;
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
