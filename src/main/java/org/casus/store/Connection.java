package org.casus.store;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one TDB2 database, which lends transactions. After a large write that was aborted, TDB2 writes new
 * nodes to the wrong place in their file once it has read from it, and the store is lost (apache/jena #3877): so the
 * database is dropped from TDB2's cache and opened again. Writes go through the {@link SearchIndex} beside it, which is
 * opened when it is first needed; after a write that failed it is made again.
 */
final class Connection implements AutoCloseable {
    private final String name;
    private final @Nullable KeptFiles kept;
    private final Supplier<Dataset> connect;
    private final Function<DatasetGraph, SearchIndex> connectSearch;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private final Object writing = new Object();
    private final Object searching = new Object();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicInteger awaited = new AtomicInteger();
    private @Nullable Dataset dataset;
    /** The same, with its changes passed on to the index. */
    private @Nullable Dataset indexed;

    private @Nullable SearchIndex search;
    private @Nullable NodeChecksum nodes;

    private Connection(
            String name,
            @Nullable KeptFiles kept,
            Supplier<Dataset> connect,
            Function<DatasetGraph, SearchIndex> connectSearch) {
        this.name = name;
        this.kept = kept;
        this.connect = connect;
        this.connectSearch = connectSearch;
        this.dataset = connected();
    }

    private Dataset connected() {
        try {
            Dataset opened = connect.get();
            if (kept != null) {
                check(opened);
            }
            return opened;
        } catch (IOException | JenaException | RuntimeIOException fault) {
            throw new StoreException("cannot open the store %s: %s".formatted(name, cause(fault)), fault);
        }
    }

    private void check(Dataset opened) throws IOException {
        boolean sound = false;
        try {
            nodes = new NodeChecksum(folder(opened));
            sound = nodes.seemsToHold();
        } finally {
            if (!sound) {
                TDBInternal.expel(opened.asDatasetGraph(), true);
            }
        }
        if (!sound) {
            throw damaged();
        }
    }

    private StoreException damaged() {
        return new StoreException(
                "the store %s is damaged: %s is not what was written; build it again, or restore a backup"
                        .formatted(name, NodeChecksum.NODES));
    }

    /** Reads the nodes of a large store too, which are not read when it is opened. */
    void refuseDamage() {
        synchronized (writing) {
            try {
                if (kept != null && !new NodeChecksum(folder(dataset())).holds()) {
                    throw damaged();
                }
            } catch (IOException fault) {
                throw new StoreException("cannot read the store %s: %s".formatted(name, cause(fault)), fault);
            }
        }
    }

    /** The folder of a database is another one after it was written anew. */
    private void note() {
        if (kept != null) {
            Path folder = folder(dataset());
            if (nodes == null || !nodes.isOf(folder)) {
                nodes = new NodeChecksum(folder);
            }
            if (!nodes.note()) {
                throw damaged();
            }
        }
    }

    private static Path folder(Dataset opened) {
        return NextGeneration.folder(TDBInternal.getDatasetGraphTDB(opened));
    }

    static Connection to(Path folder) {
        return new Connection(
                folder.toString(),
                new KeptFiles(folder),
                () -> {
                    Dataset opened = TDB2Factory.connectDataset(folder.toString());
                    NextGeneration.removeOlder(folder);
                    return opened;
                },
                stored -> SearchIndex.in(folder, stored));
    }

    static Connection inMemory() {
        return new Connection("in memory", null, TDB2Factory::createDataset, stored -> SearchIndex.inMemory());
    }

    Dataset dataset() {
        if (dataset == null) {
            throw new StoreException("the store %s is closed".formatted(name));
        }
        return dataset;
    }

    /** The index of the store, for which queries look in the dataset's context. */
    SearchIndex search() {
        synchronized (searching) {
            if (search == null) {
                search = read(stored -> connectSearch.apply(stored.asDatasetGraph()));
            }
            dataset().getContext().set(TextQuery.textIndex, search.index());
            return search;
        }
    }

    /** How many writes were committed since it was opened. */
    long changes() {
        return changes.get();
    }

    <T> T read(Function<Dataset, T> question) {
        use.readLock().lock();
        try {
            Dataset current = dataset();
            return Txn.calculateRead(current, () -> question.apply(current));
        } catch (JenaException fault) {
            throw new StoreException("cannot read the store %s: %s".formatted(name, cause(fault)), fault);
        } finally {
            use.readLock().unlock();
        }
    }

    void readVoid(Consumer<Dataset> question) {
        read(dataset -> {
            question.accept(dataset);
            return true;
        });
    }

    <T> T write(Function<Dataset, T> work) {
        return write(work, this::indexed);
    }

    /** The same where much is new, as a {@link BulkWrite}. */
    <T> T writeMuch(Function<Dataset, T> work) {
        return write(work, kept == null ? this::indexed : this::inBulk);
    }

    private <T> T write(Function<Dataset, T> work, Function<SearchIndex, Dataset> written) {
        synchronized (writing) {
            if (dataset().isInTransaction()) {
                throw new IllegalStateException("a write inside a read of the store " + name);
            }
            Optional<T> result = Optional.empty();
            try {
                result = Optional.of(commit(work, written));
            } finally {
                if (result.isEmpty() && kept != null) {
                    reopen();
                }
            }
            if (isGrown()) {
                pack();
            }
            note();
            return result.get();
        }
    }

    /** Writes the database and the index anew without what is no longer used; readers go on meanwhile. */
    void compact() {
        synchronized (writing) {
            if (dataset().isInTransaction()) {
                throw new IllegalStateException("a compaction inside a read of the store " + name);
            }
            pack();
            note();
            search().compact();
        }
    }

    private boolean isGrown() {
        try {
            return kept != null && Compaction.isWorth(dataset());
        } catch (IOException fault) {
            throw new StoreException("cannot read the store %s: %s".formatted(name, cause(fault)), fault);
        }
    }

    private void pack() {
        if (kept != null) {
            try {
                Compaction.run(dataset());
            } catch (IOException | JenaException | RuntimeIOException | InternalError fault) {
                throw new StoreException("cannot compact the store %s: %s".formatted(name, cause(fault)), fault);
            }
        }
    }

    /** What {@link #keep} was given, where nothing was written since. */
    Optional<byte[]> kept(String file) {
        return kept == null ? Optional.empty() : kept.read(file);
    }

    /** Keeps what was computed at a state of the store, if that is still its state. */
    void keep(String file, long asOf, byte[] content) {
        synchronized (writing) {
            if (kept != null && asOf == changes.get()) {
                kept.keep(file, content);
            }
        }
    }

    /** Does what is done while nothing is written, neither to the database nor to the index. */
    void still(Runnable work) {
        awaited.incrementAndGet();
        try {
            synchronized (writing) {
                synchronized (searching) {
                    work.run();
                }
            }
        } finally {
            awaited.decrementAndGet();
        }
    }

    /** Whether somebody waits for a moment without a write, so that a long one should end. */
    boolean isAwaited() {
        return awaited.get() > 0;
    }

    private <T> T commit(Function<Dataset, T> work, Function<SearchIndex, Dataset> written) {
        SearchIndex changing = search();
        changing.beginWrite();
        if (kept != null) {
            kept.drop();
        }
        use.readLock().lock();
        try {
            T result = commit(written.apply(changing), work);
            changing.endWrite();
            changes.incrementAndGet();
            return result;
        } catch (JenaException | RuntimeIOException | InternalError fault) {
            // The last is how the JVM tells of a memory-mapped page that found no room on the disk.
            throw new StoreException("cannot write to the store %s: %s".formatted(name, cause(fault)), fault);
        } finally {
            use.readLock().unlock();
        }
    }

    private <T> T commit(Dataset current, Function<Dataset, T> work) {
        current.begin(ReadWrite.WRITE);
        try {
            T result = work.apply(current);
            if (kept != null) {
                StoreFolder.refuseFull(Path.of(name));
            }
            current.commit();
            return result;
        } catch (IOException fault) {
            throw new RuntimeIOException(fault);
        } finally {
            if (current.isInTransaction()) {
                current.abort();
            }
            current.end();
        }
    }

    private Dataset indexed(SearchIndex changing) {
        if (indexed == null) {
            indexed = changing.over(dataset().asDatasetGraph());
        }
        return indexed;
    }

    private Dataset inBulk(SearchIndex changing) {
        return changing.over(
                new BulkWrite(TDBInternal.getDatabaseContainer(dataset().asDatasetGraph())));
    }

    /** What was at the bottom of a fault of the database, in one line. */
    static String cause(Throwable fault) {
        Throwable root = Throwables.getRootCause(fault);
        if (root instanceof InternalError) {
            return "disk full";
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
    }

    private void reopen() {
        use.writeLock().lock();
        try {
            expel();
            dataset = connected();
        } finally {
            use.writeLock().unlock();
        }
    }

    private void expel() {
        if (dataset != null) {
            Dataset old = dataset;
            dataset = null;
            indexed = null;
            if (search != null) {
                search.close();
                search = null;
            }
            TDBInternal.expel(old.asDatasetGraph(), true);
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            expel();
        } finally {
            use.writeLock().unlock();
        }
    }
}
