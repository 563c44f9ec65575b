package org.casus.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A user's own gazetteer: tables whose rows win over what ships, and an index that was made of a dump of Wikidata. */
public final class GazetteerFolder {
    private static final String TABLES = "tables";
    private static final String WIKIDATA = "wikidata";

    private final Path folder;

    /** One that need not be there yet. */
    public GazetteerFolder(Path folder) {
        this.folder = folder;
    }

    /** Where the index of a dump goes. */
    Path wikidata() {
        return folder.resolve(WIKIDATA);
    }

    /** Where the names of Wikipedia's articles go. */
    Path wikidict() {
        return folder.resolve("wikidict");
    }

    /** Where Wikidata's answers are kept. */
    Path answers() {
        return folder.resolve("answers");
    }

    /**
     * What a table holds.
     *
     * @param entities that its rows describe
     * @param known how many of them the shipped tables have too
     */
    public record Added(int entities, int known) {}

    /**
     * Copies a table in, in place of the one of that name; nothing of it where a row is wrong.
     *
     * @throws IllegalArgumentException naming every row that is wrong
     */
    public Added add(Path file) {
        try {
            Table table = OwnTable.read(file);
            GazetteerIndex places = ShippedGazetteer.open();
            EntryTable shipped = GazetteerTables.shipped(places);
            List<Entry> entries = GazetteerTables.entries(List.of(table), places);
            Path tables = Files.createDirectories(folder.resolve(TABLES));
            Path copy = Files.createTempFile(tables, "", ".part");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, tables.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            int known = (int) entries.stream()
                    .filter(entry -> shipped.byId(entry.entity().id()).isPresent())
                    .count();
            return new Added(entries.size(), known);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException(file + ": no such file", missing);
        } catch (MalformedInputException fault) {
            throw new IllegalArgumentException(file + ": not UTF-8", fault);
        } catch (IOException fault) {
            throw new UncheckedIOException("%s: %s".formatted(file, fault.getMessage()), fault);
        }
    }

    /**
     * One that goes by a name.
     *
     * @param times when it was of which sector: "GOV 2018-05-08 to 2022"
     * @param facts further statements of Wikidata, by property
     */
    public record Found(Entity.Known entity, List<String> names, List<String> times, String facts) {}

    /** All who go by a name, as linking sees them. */
    public List<Found> find(String name) {
        try (GazetteerIndex dump = dump()) {
            return gazetteer().find(name).stream()
                    .map(entry -> new Found(
                            entry.entity(),
                            entry.names(),
                            entry.offices().stream().map(Entry.Office::toText).toList(),
                            dump == null ? "" : dump.facts(entry.entity().id())))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException("%s: %s".formatted(folder, fault.getMessage()), fault);
        }
    }

    private @Nullable GazetteerIndex dump() throws IOException {
        boolean there = Files.isDirectory(wikidata()) && GazetteerIndex.isIn(wikidata());
        return there ? GazetteerIndex.open(wikidata()) : null;
    }

    /** With what ships; the indexes stay mapped into memory until the program ends. */
    Gazetteer gazetteer() {
        GazetteerIndex shipped = ShippedGazetteer.open();
        List<GazetteerIndex> indexes = new ArrayList<>(List.of(shipped));
        try {
            GazetteerIndex dump = dump();
            if (dump != null) {
                indexes.add(dump);
            }
            EntryTable own = GazetteerTables.of(tables(), shipped);
            return new Gazetteer(own, GazetteerTables.shipped(shipped), indexes);
        } catch (IOException fault) {
            throw new UncheckedIOException("%s: %s".formatted(folder, fault.getMessage()), fault);
        }
    }

    /** What linking reads of it. */
    public List<Path> files() {
        try {
            return Stream.concat(tableFiles().stream(), files(wikidata()).stream())
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException("%s: %s".formatted(folder, fault.getMessage()), fault);
        }
    }

    private List<Table> tables() throws IOException {
        List<Table> read = new ArrayList<>();
        for (Path file : tableFiles()) {
            read.add(OwnTable.read(file));
        }
        return read;
    }

    private List<Path> tableFiles() throws IOException {
        return files(folder.resolve(TABLES)).stream()
                .filter(path -> path.toString().endsWith(".tsv"))
                .toList();
    }

    private static List<Path> files(Path of) throws IOException {
        if (!Files.isDirectory(of)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(of)) {
            return files.sorted().toList();
        }
    }
}
