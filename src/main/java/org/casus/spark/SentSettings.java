package org.casus.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;
import org.casus.pipeline.PipelineSettings;
import org.jspecify.annotations.Nullable;

/**
 * Settings whose files go with the job: Spark copies them to each executor and unpacks them there.
 *
 * @param there the settings, with files as they are named in the archive
 * @param archive null where the user has no files
 */
record SentSettings(PipelineSettings there, @Nullable String archive) implements Serializable {
    private static final String GAZETTEER = "gazetteer";

    /** Packs the files and hands them to Spark. */
    static SentSettings send(PipelineSettings settings, JavaSparkContext spark) throws IOException {
        if (settings.predicates().isEmpty() && settings.gazetteer() == null) {
            return new SentSettings(settings, null);
        }
        Path archive = Files.createTempFile("casus-settings", ".zip");
        archive.toFile().deleteOnExit();
        List<String> names = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String table : settings.predicates()) {
                // Two tables may have one name; and the name stands in what the table finds.
                String name =
                        "predicates/" + names.size() + "/" + Path.of(table).getFileName();
                names.add(name);
                add(Path.of(table), name, zip);
            }
            if (settings.gazetteer() != null) {
                Path folder = Path.of(settings.gazetteer());
                for (Path file : settings.gazetteerFiles()) {
                    add(file, GAZETTEER + "/" + folder.relativize(file), zip);
                }
            }
        }
        spark.sc().addArchive(archive.toUri().toString());
        String gazetteer = settings.gazetteer() == null ? null : GAZETTEER;
        return new SentSettings(
                new PipelineSettings(settings.classifier(), names, gazetteer, settings.openTriples()),
                archive.getFileName().toString());
    }

    private static void add(Path file, String name, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
    }

    /** The settings with the files where they are on this machine. */
    PipelineSettings here() {
        if (archive == null) {
            return there;
        }
        Path folder = Path.of(SparkFiles.get(archive));
        return new PipelineSettings(
                there.classifier(),
                there.predicates().stream()
                        .map(name -> folder.resolve(name).toString())
                        .toList(),
                there.gazetteer() == null
                        ? null
                        : folder.resolve(there.gazetteer()).toString(),
                there.openTriples());
    }
}
