package org.casus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.file.PathUtils;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * What the language models made of each article, in a Lucene index beside the store, which packs it, stays whole when
 * the process is killed, and drops what was replaced. To lose it costs time and nothing else: an index that cannot be
 * opened is begun anew, and one that cannot be written to is left alone until the next time. Threads may share it.
 */
final class Annotations implements AutoCloseable {
    static final String FOLDER = "annotations";
    private static final String KEY = "key";
    private static final String GRAPH = "graph";
    private static final String BYTES = "bytes";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager kept;
    private volatile boolean failed;

    private Annotations(Directory directory) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setCodec(new Lucene912Codec(Lucene912Codec.Mode.BEST_COMPRESSION));
        // A fault of a merge comes to the thread that writes, not to the error output.
        config.setMergeScheduler(new SerialMergeScheduler());
        this.directory = directory;
        this.writer = new IndexWriter(directory, config);
        this.kept = new SearcherManager(writer, null);
    }

    static Annotations in(Path store) {
        Path folder = store.resolve(FOLDER);
        try {
            return opened(folder);
        } catch (IOException | IllegalArgumentException unreadable) {
            return anew(folder);
        }
    }

    private static Annotations anew(Path folder) {
        try {
            PathUtils.deleteDirectory(folder);
            return opened(folder);
        } catch (IOException fault) {
            throw new StoreException("cannot keep annotations in %s: %s".formatted(folder, fault.getMessage()), fault);
        }
    }

    private static Annotations opened(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        boolean open = false;
        try {
            Annotations annotations = new Annotations(directory);
            open = true;
            return annotations;
        } finally {
            if (!open) {
                directory.close();
            }
        }
    }

    static Annotations inMemory() {
        try {
            return new Annotations(new ByteBuffersDirectory());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** What was kept under a key, and saved; no bytes at all where they can no longer be read. */
    Optional<byte[]> find(String key) {
        try {
            IndexSearcher searcher = kept.acquire();
            try {
                ScoreDoc[] found = searcher.search(new TermQuery(new Term(KEY, key)), 1).scoreDocs;
                return found.length == 0 ? Optional.empty() : Optional.of(bytes(searcher, found[0].doc));
            } finally {
                kept.release(searcher);
            }
        } catch (IOException | IllegalStateException | IndexOutOfBoundsException unreadable) {
            return Optional.of(new byte[0]);
        }
    }

    private static byte[] bytes(IndexSearcher searcher, int document) throws IOException {
        BytesRef bytes =
                searcher.storedFields().document(document, Set.of(BYTES)).getBinaryValue(BYTES);
        return BytesRef.deepCopyOf(bytes).bytes;
    }

    /** Keeps what was made of the article with this graph, in the place of what was kept of it before. */
    void keep(String graph, String key, byte[] bytes) {
        Document document = new Document();
        document.add(new StringField(GRAPH, graph, Field.Store.NO));
        document.add(new StringField(KEY, key, Field.Store.NO));
        document.add(new StoredField(BYTES, bytes));
        change(() -> writer.updateDocument(new Term(GRAPH, graph), document));
    }

    /** Forgets what was made of the article with this graph; the bytes go from the disk with {@link #shrink}. */
    void forget(String graph) {
        change(() -> writer.deleteDocuments(new Term(GRAPH, graph)));
    }

    /** What was kept so far can be found from now on, also after a crash. */
    void save() {
        change(() -> {
            writer.commit();
            kept.maybeRefresh();
        });
    }

    /** Drops from the disk what was replaced or forgotten. */
    void shrink() {
        change(() -> {
            writer.forceMerge(1);
            writer.commit();
            kept.maybeRefresh();
        });
    }

    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change) {
        if (failed) {
            return;
        }
        try {
            change.make();
        } catch (IOException | AlreadyClosedException fault) {
            failed = true;
        }
    }

    @Override
    public void close() {
        change(() -> {
            kept.close();
            writer.close();
        });
        try {
            writer.rollback();
            directory.close();
        } catch (IOException | AlreadyClosedException fault) {
            // What is lost is made again.
            failed = true;
        }
    }
}
