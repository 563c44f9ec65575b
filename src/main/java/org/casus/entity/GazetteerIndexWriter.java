package org.casus.entity;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Writes an index of entries that is mapped into memory and not loaded. */
final class GazetteerIndexWriter implements AutoCloseable {
    /** Longer ones are no names that a text has. */
    private static final int MOST_WORDS = 8;

    private static final int BUFFER_MEGABYTES = 48;

    private final FSDirectory directory;
    private final IndexWriter writer;

    /** Into a folder that is made or, unless it goes on, emptied. */
    GazetteerIndexWriter(Path folder, IndexWriterConfig.OpenMode mode) throws IOException {
        directory = FSDirectory.open(folder);
        IndexWriterConfig config = new IndexWriterConfig()
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
        writer = new IndexWriter(directory, config);
    }

    /**
     * @param entry whose names are those in English
     * @param otherNames in other languages
     */
    void add(Entry entry, Iterable<String> otherNames) throws IOException {
        add(entry, otherNames, "");
    }

    /** @param facts what else is known, as {@link GazetteerIndex#facts} hands it back; none where empty */
    void add(Entry entry, Iterable<String> otherNames, String facts) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        Set<String> acronyms = new LinkedHashSet<>();
        for (String name : entry.names()) {
            SurfaceForm form = SurfaceForm.of(name);
            (form.acronym() ? acronyms : names).add(form.folded());
        }
        Set<String> others = new LinkedHashSet<>();
        for (String name : otherNames) {
            others.add(SurfaceForm.fold(name));
            others.add(SurfaceForm.transliterated(name));
        }
        others.removeAll(names);
        Document document = new Document();
        document.add(new StringField(GazetteerIndex.ID, entry.entity().id(), Field.Store.NO));
        // A province can be asked for by its division, which towns have too.
        if (entry.is(EntityType.REGION)
                && entry.prior().population() > 0
                && entry.prior().region() != null) {
            document.add(
                    new StringField(GazetteerIndex.ID, "region-" + entry.prior().region(), Field.Store.NO));
        }
        add(document, GazetteerIndex.NAME, names);
        add(document, GazetteerIndex.ACRONYM, acronyms);
        add(document, GazetteerIndex.ALIAS, others);
        if (entry.is(EntityType.PERSON)) {
            add(document, GazetteerIndex.SURNAME, Set.of(entry.surname()));
        }
        byte[] line = EntryLine.write(entry).getBytes(StandardCharsets.UTF_8);
        document.add(new BinaryDocValuesField(GazetteerIndex.ENTRY, new BytesRef(line)));
        if (!facts.isEmpty()) {
            document.add(new BinaryDocValuesField(GazetteerIndex.FACTS, new BytesRef(facts)));
        }
        writer.addDocument(document);
    }

    private static void add(Document document, String field, Set<String> keys) {
        for (String key : keys) {
            if (!key.isEmpty() && CharMatcher.is(' ').countIn(key) < MOST_WORDS) {
                document.add(new StringField(field, key, Field.Store.NO));
            }
        }
    }

    /** Keeps what was added so far, with a note of where it came from. */
    void commit(Map<String, String> note) throws IOException {
        writer.setLiveCommitData(note.entrySet());
        writer.commit();
    }

    /** Makes one segment of all, which is the fastest to ask. */
    void finish(Map<String, String> note) throws IOException {
        writer.forceMerge(1);
        commit(note);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        directory.close();
    }
}
