package org.casus.entity;

import com.google.common.hash.Hashing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.index.IndexWriterConfig;

/** The large tables that the program is built with -> the index that it ships with. The build runs it. */
public final class ShippedGazetteer {
    private static final String SUMS = "SHA256SUMS";
    private static final String NOTE = "tables";

    private ShippedGazetteer() {}

    /** Takes two folders: that of the tables, and where the index goes. */
    public static void main(String[] folders) throws IOException {
        write(Path.of(folders[0]), Path.of(folders[1]));
    }

    static void write(Path tables, Path to) throws IOException {
        List<String> sums = Files.readAllLines(tables.resolve(SUMS));
        Map<String, String> note = Map.of(
                NOTE,
                Hashing.sha256()
                        .hashString(sums + " " + EntryLine.FORMAT, StandardCharsets.UTF_8)
                        .toString());
        if (isWritten(to, note)) {
            return;
        }
        try (GazetteerIndexWriter index = new GazetteerIndexWriter(to, IndexWriterConfig.OpenMode.CREATE)) {
            for (String sum : sums) {
                String file = sum.substring(sum.lastIndexOf(' ') + 1);
                add(Table.parse(file, lines(tables.resolve(file + ".gz"), sum)), index);
            }
            index.finish(note);
        }
    }

    private static boolean isWritten(Path folder, Map<String, String> note) throws IOException {
        if (!Files.isDirectory(folder) || !GazetteerIndex.isIn(folder)) {
            return false;
        }
        try (GazetteerIndex index = GazetteerIndex.open(folder)) {
            return index.note().equals(note);
        }
    }

    private static List<String> lines(Path file, String sum) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] bytes = in.readAllBytes();
            if (!sum.startsWith(Hashing.sha256().hashBytes(bytes).toString())) {
                throw new IllegalStateException("%s: not what %s says".formatted(file, SUMS));
            }
            return new BufferedReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))
                    .lines()
                    .toList();
        }
    }

    private static void add(Table table, GazetteerIndexWriter index) throws IOException {
        for (Table.Row row : table.rows()) {
            String name = row.need("name");
            Optional<String> qid = row.cell("qid");
            Optional<Integer> geonames = row.cell("geonames").map(Integer::valueOf);
            String id = qid.or(() -> geonames.map(number -> "casus-geonames-" + number))
                    .orElseGet(() -> "casus-" + GazetteerTables.slug(name + ' ' + row.need("region")));
            Entity.Known entity = new Entity.Known(
                    id,
                    row.type(),
                    name,
                    qid.orElse(null),
                    geonames.orElse(null),
                    row.cell("country").orElse(null),
                    null,
                    row.number("lat").orElse(null),
                    row.number("lon").orElse(null),
                    row.cell("wikipedia").orElse(null),
                    null);
            int population = row.number("population").map(Double::intValue).orElse(0);
            Prior prior = new Prior(population, 0, row.cell("region").orElse(null), false, false);
            index.add(new Entry(entity, List.of(name), List.of(), null, prior), row.list("aliases"));
        }
    }

    /** The index beside the classes or the jar that this class comes from. */
    static GazetteerIndex open() {
        try {
            Path program = Path.of(ShippedGazetteer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return GazetteerIndex.open(program.resolveSibling("gazetteer"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no folder of the program", e);
        }
    }
}
