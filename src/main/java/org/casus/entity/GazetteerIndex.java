package org.casus.entity;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.MMapDirectory;

/** Entries in a Lucene index on disk, mapped into memory. Threads may share it. */
final class GazetteerIndex implements CandidateSource, Closeable {
    static final String ID = "id";
    static final String NAME = "name";
    static final String ACRONYM = "acronym";
    static final String ALIAS = "alias";
    static final String SURNAME = "surname";
    static final String ENTRY = "entry";
    static final String FACTS = "facts";

    private static final int LONGEST = 6;
    private static final int CACHED_NAMES = 20_000;
    /** More namesakes than that tell nobody apart. */
    private static final int MOST_NAMESAKES = 200;

    private final MMapDirectory directory;
    private final DirectoryReader reader;
    private final Cache<Term, List<Entry>> cache =
            CacheBuilder.newBuilder().maximumSize(CACHED_NAMES).build();

    private GazetteerIndex(MMapDirectory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    /** @throws UncheckedIOException where there is no index in the folder */
    static GazetteerIndex open(Path folder) {
        try {
            MMapDirectory directory = new MMapDirectory(folder);
            return new GazetteerIndex(directory, DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("no gazetteer in " + folder, e);
        }
    }

    static boolean isIn(Path folder) throws IOException {
        try (MMapDirectory directory = new MMapDirectory(folder)) {
            return DirectoryReader.indexExists(directory);
        }
    }

    /** What was noted when it was written. */
    Map<String, String> note() throws IOException {
        return reader.getIndexCommit().getUserData();
    }

    int size() {
        return reader.numDocs();
    }

    @Override
    public List<Entry> named(SurfaceForm form) {
        List<Entry> acronyms = form.acronym() ? find(ACRONYM, form.folded()) : List.of();
        return acronyms.isEmpty() ? find(NAME, form.folded()) : acronyms;
    }

    @Override
    public List<Entry> alsoCalled(SurfaceForm form) {
        return find(ALIAS, form.folded());
    }

    @Override
    public List<Entry> surnamed(String folded) {
        return find(SURNAME, folded);
    }

    @Override
    public Optional<Entry> byId(String id) {
        return find(ID, id).stream().findFirst();
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    /** What else an index of a dump keeps of an item; empty where there is nothing. */
    String facts(String id) {
        Term term = new Term(ID, id);
        try {
            for (LeafReaderContext context : reader.leaves()) {
                PostingsEnum postings = context.reader().postings(term, PostingsEnum.NONE);
                BinaryDocValues facts = context.reader().getBinaryDocValues(FACTS);
                if (postings != null && facts != null && facts.advanceExact(postings.nextDoc())) {
                    return facts.binaryValue().utf8ToString();
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("gazetteer in " + directory.getDirectory(), e);
        }
    }

    private List<Entry> find(String field, String key) {
        Term term = new Term(field, key);
        List<Entry> cached = cache.getIfPresent(term);
        if (cached == null) {
            cached = read(term);
            cache.put(term, cached);
        }
        return cached;
    }

    private List<Entry> read(Term term) {
        List<Entry> found = new ArrayList<>();
        try {
            for (LeafReaderContext context : reader.leaves()) {
                read(context.reader(), term, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("gazetteer in " + directory.getDirectory(), e);
        }
        return List.copyOf(found);
    }

    private static void read(LeafReader leaf, Term term, List<Entry> found) throws IOException {
        PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
        if (postings == null) {
            return;
        }
        BinaryDocValues entries = leaf.getBinaryDocValues(ENTRY);
        int document = postings.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS && found.size() < MOST_NAMESAKES) {
            boolean alive = leaf.getLiveDocs() == null || leaf.getLiveDocs().get(document);
            if (alive && entries.advanceExact(document)) {
                found.add(EntryLine.read(entries.binaryValue().utf8ToString()));
            }
            document = postings.nextDoc();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
