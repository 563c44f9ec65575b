package org.casus.entity;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * CoreNLP's wikidict -> an index of names and titles. The list was gathered by machine and is noisy ("John Kerry" is
 * "The Electras" there), so a line is taken only where its title is the name in some spelling and nothing in brackets
 * tells that the name is one of several.
 */
public final class WikidictBuild {
    private static final String INSIDE = "wikidict.tab.gz";
    private static final int COLUMNS = 3;
    private static final int MOST_WORDS = 6;
    private static final double SURE = 0.75;
    private static final int TELL_AFTER = 100_000;
    private static final int BUFFER_MEGABYTES = 64;
    private static final Splitter TABS = Splitter.on('\t');
    private static final CharMatcher SILENT = CharMatcher.anyOf("aeiouyhw");

    private final Path file;
    private final Path index;

    /**
     * @param file the list, packed or not, or the jar {@code stanford-corenlp-*-models-english-kbp.jar} that holds it
     * @param folder whose gazetteer gets it
     */
    public WikidictBuild(Path file, GazetteerFolder folder) {
        this.file = file;
        index = folder.wikidict();
    }

    /**
     * What was read.
     *
     * @param kept names of articles
     * @param complete false where it was stopped, or the file is cut off; nothing is kept then
     */
    public record Outcome(long lines, long kept, long broken, boolean complete) {}

    /**
     * Reads the whole list, in place of one that was read before.
     *
     * @param stopped asks it to end and keep nothing
     * @param progress told how many lines are read
     * @param faults told each broken line
     */
    public Outcome run(BooleanSupplier stopped, LongConsumer progress, Consumer<String> faults) {
        try (DumpLines lines = DumpLines.of(open())) {
            Files.createDirectories(index);
            try (FSDirectory directory = FSDirectory.open(index);
                    IndexWriter writer = new IndexWriter(
                            directory,
                            new IndexWriterConfig()
                                    .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                                    .setCommitOnClose(false)
                                    .setRAMBufferSizeMB(BUFFER_MEGABYTES))) {
                Outcome outcome = new Run(lines, writer, faults).run(stopped, progress);
                if (outcome.complete()) {
                    writer.forceMerge(1);
                    writer.commit();
                }
                return outcome;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("%s: %s".formatted(file, fault.getMessage()), fault);
        }
    }

    private InputStream open() throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            String name = file.toString();
            if (name.endsWith(".jar") || name.endsWith(".zip")) {
                return new GZIPInputStream(inside(new ZipInputStream(in)));
            }
            return name.endsWith(".gz") ? new GZIPInputStream(in) : in;
        } catch (IOException fault) {
            in.close();
            throw fault;
        }
    }

    private static InputStream inside(ZipInputStream jar) throws IOException {
        ZipEntry entry = jar.getNextEntry();
        while (entry != null && !entry.getName().endsWith(INSIDE)) {
            entry = jar.getNextEntry();
        }
        if (entry == null) {
            throw new IOException("holds no " + INSIDE);
        }
        return jar;
    }

    private final class Run {
        private final DumpLines lines;
        private final IndexWriter writer;
        private final Consumer<String> faults;
        private long read;
        private long kept;
        private long broken;

        Run(DumpLines lines, IndexWriter writer, Consumer<String> faults) {
            this.lines = lines;
            this.writer = writer;
            this.faults = faults;
        }

        Outcome run(BooleanSupplier stopped, LongConsumer progress) throws IOException {
            while (!stopped.getAsBoolean()) {
                if (!lines.next()) {
                    return new Outcome(read, kept, broken, !lines.isTruncated());
                }
                read++;
                take(new String(
                        lines.line(), 0, Math.min(lines.length(), lines.line().length), StandardCharsets.UTF_8));
                if (read % TELL_AFTER == 0) {
                    progress.accept(read);
                }
            }
            return new Outcome(read, kept, broken, false);
        }

        private void take(String line) throws IOException {
            List<String> columns = TABS.splitToList(line);
            double score = columns.size() == COLUMNS ? score(columns.get(2)) : Double.NaN;
            if (Double.isNaN(score)) {
                broken++;
                faults.accept("%s:%d: not a name, a title and a score".formatted(file, read));
                return;
            }
            String name = columns.get(0);
            if (score >= SURE && isName(name) && isSpelling(name, columns.get(1))) {
                Document document = new Document();
                document.add(new StringField(Wikidict.NAME, SurfaceForm.of(name).folded(), Field.Store.NO));
                document.add(new BinaryDocValuesField(Wikidict.TITLE, new BytesRef(columns.get(1))));
                writer.addDocument(document);
                kept++;
            }
        }
    }

    private static double score(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException fault) {
            return Double.NaN;
        }
    }

    /** Of two words or more; a single one is the name of too many. */
    private static boolean isName(String text) {
        int spaces = CharMatcher.whitespace().countIn(text);
        return spaces > 0 && spaces < MOST_WORDS && Character.isUpperCase(text.codePointAt(0));
    }

    /** "Moammar Gadhafi" is a spelling of "Muammar_al-Gaddafi": the last words sound alike. */
    private static boolean isSpelling(String name, String title) {
        if (title.indexOf('(') >= 0 || title.indexOf(',') >= 0) {
            return false;
        }
        String last = sound(name);
        return !last.isEmpty() && last.equals(sound(title.replace('_', ' ')));
    }

    /** The last word without vowels after its first letter, and without what is hardly heard. */
    private static String sound(String name) {
        String folded = SurfaceForm.of(name).folded();
        String last =
                folded.substring(folded.lastIndexOf(' ') + 1).replace('q', 'k').replace('c', 'k');
        StringBuilder sound = new StringBuilder();
        for (int i = 0; i < last.length(); i++) {
            char letter = last.charAt(i);
            if (i == 0 || (!SILENT.matches(letter) && letter != sound.charAt(sound.length() - 1))) {
                sound.append(letter);
            }
        }
        return sound.toString();
    }
}
