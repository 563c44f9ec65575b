package org.casus.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;

/**
 * A dump of Wikidata -> an index of what geopolitics speaks of. What has been read is kept from time to time, and the
 * next run with the same dump goes on from there.
 */
public final class GazetteerBuild {
    /** Lines between two times that it keeps what it has; some minutes of a whole dump. */
    private static final int KEEP_AFTER = 500_000;

    private static final int TELL_AFTER = 1_000;
    /** The brackets of the list stand on lines of their own. */
    private static final int SHORTEST = 4;

    private final Path dump;
    private final Path index;
    private final DumpFilter filter;
    private final int keepAfter;

    /** From a dump into the gazetteer of a folder. */
    public GazetteerBuild(Path dump, GazetteerFolder folder) {
        this(dump, folder.wikidata(), KEEP_AFTER);
    }

    GazetteerBuild(Path dump, Path index, int keepAfter) {
        this.dump = dump;
        this.index = index;
        this.keepAfter = keepAfter;
        filter = new DumpFilter(GazetteerTables.shipped(ShippedGazetteer.open()));
    }

    /**
     * How far a build has come.
     *
     * @param bytes of the file, of all that it has
     * @param truncated whether the file ends in the middle
     */
    public record Progress(long lines, long kept, long broken, long bytes, boolean truncated, boolean complete) {
        private static final Progress NONE = new Progress(0, 0, 0, 0, false, false);

        private Map<String, String> note(String dump) {
            return Map.of(
                    "dump",
                    dump,
                    "lines",
                    String.valueOf(lines),
                    "kept",
                    String.valueOf(kept),
                    "broken",
                    String.valueOf(broken),
                    "bytes",
                    String.valueOf(bytes),
                    "truncated",
                    String.valueOf(truncated),
                    "complete",
                    String.valueOf(complete));
        }

        private static Optional<Progress> of(Map<String, String> note, String dump) {
            return dump.equals(note.get("dump"))
                    ? Optional.of(new Progress(
                            number(note, "lines"),
                            number(note, "kept"),
                            number(note, "broken"),
                            number(note, "bytes"),
                            Boolean.parseBoolean(note.get("truncated")),
                            Boolean.parseBoolean(note.get("complete"))))
                    : Optional.empty();
        }

        private static long number(Map<String, String> note, String key) {
            return Long.parseLong(note.getOrDefault(key, "0"));
        }
    }

    /**
     * Reads the dump, or the rest of it.
     *
     * @param stopped asks it to keep what it has and end
     * @param progress told now and then how far it is
     * @param faults told each broken line
     */
    public Progress run(BooleanSupplier stopped, Consumer<Progress> progress, Consumer<String> faults) {
        try {
            String name = "%s %d %d".formatted(dump.getFileName(), Files.size(dump), EntryLine.FORMAT);
            Progress before = before(name);
            if (before.complete) {
                return before;
            }
            Files.createDirectories(index);
            try (DumpLines lines = DumpLines.open(dump);
                    GazetteerIndexWriter writer =
                            new GazetteerIndexWriter(index, before.lines == 0 ? OpenMode.CREATE : OpenMode.APPEND)) {
                return new Run(lines, writer, name, before, faults).run(stopped, progress);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("%s: %s".formatted(dump, fault.getMessage()), fault);
        }
    }

    private Progress before(String name) throws IOException {
        if (!Files.isDirectory(index) || !GazetteerIndex.isIn(index)) {
            return Progress.NONE;
        }
        try (GazetteerIndex written = GazetteerIndex.open(index)) {
            return Progress.of(written.note(), name).orElse(Progress.NONE);
        }
    }

    private final class Run {
        private final DumpLines lines;
        private final GazetteerIndexWriter writer;
        private final String name;
        private final Progress before;
        private final Consumer<String> faults;
        private long read;
        private long kept;
        private long broken;
        /** Whether the list that the dump is has begun, or has not ended yet. */
        private boolean open;

        Run(DumpLines lines, GazetteerIndexWriter writer, String name, Progress before, Consumer<String> faults) {
            this.lines = lines;
            this.writer = writer;
            this.name = name;
            this.before = before;
            this.faults = faults;
            kept = before.kept;
            broken = before.broken;
        }

        Progress run(BooleanSupplier stopped, Consumer<Progress> progress) throws IOException {
            while (!stopped.getAsBoolean()) {
                if (!lines.next()) {
                    Progress end = reached(true);
                    writer.finish(end.note(name));
                    return end;
                }
                read++;
                if (lines.length() > 0 && lines.length() < SHORTEST) {
                    open = lines.line()[0] == '[';
                }
                if (read > before.lines) {
                    take();
                    if (read % keepAfter == 0) {
                        writer.commit(reached(false).note(name));
                    }
                }
                if (read % TELL_AFTER == 0) {
                    progress.accept(reached(false));
                }
            }
            Progress here = reached(false);
            if (read > before.lines) {
                writer.commit(here.note(name));
            }
            return here;
        }

        private Progress reached(boolean end) {
            boolean truncated = end && (open || lines.isTruncated());
            return new Progress(read, kept, broken, lines.bytesRead(), truncated, end && !truncated);
        }

        private void take() throws IOException {
            if (lines.length() < SHORTEST) {
                return;
            }
            try {
                if (lines.isTooLong()) {
                    throw new IOException("longer than any item");
                }
                Optional<DumpItem> item = DumpItem.read(lines.line(), content());
                Optional<Entry> entry = item.flatMap(filter::entry);
                if (item.isPresent() && entry.isPresent()) {
                    writer.add(entry.get(), item.get().otherNames(), DumpFilter.facts(item.get()));
                    kept++;
                }
            } catch (IOException fault) {
                broken++;
                faults.accept("%s:%d: %s".formatted(dump, read, firstLine(fault)));
            }
        }

        /** Without the comma and the line's end. */
        private int content() {
            int end = lines.length();
            while (end > 0 && (lines.line()[end - 1] <= ' ' || lines.line()[end - 1] == ',')) {
                end--;
            }
            return end;
        }
    }

    private static String firstLine(IOException fault) {
        return fault.getMessage() == null
                ? "cannot be read"
                : fault.getMessage().lines().findFirst().orElse("cannot be read");
    }
}
