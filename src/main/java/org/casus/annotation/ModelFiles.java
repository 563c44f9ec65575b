package org.casus.annotation;

import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** The files that CoreNLP's code and models come from. */
final class ModelFiles {
    private static final List<String> READ = List.of(
            "edu/stanford/nlp/pipeline/StanfordCoreNLP.class",
            MaxentTagger.DEFAULT_JAR_PATH,
            NameFinder.MODEL,
            DependencyParser.DEFAULT_MODEL,
            "edu/stanford/nlp/models/sutime/english.sutime.txt");

    private ModelFiles() {}

    /** Their names and sizes, which tell releases apart without a second for hashing half a gigabyte. */
    static String version() {
        SortedSet<String> files = new TreeSet<>();
        for (String resource : READ) {
            URL place = Objects.requireNonNull(
                    ModelFiles.class.getClassLoader().getResource(resource),
                    () -> "not on the class path: " + resource);
            try {
                Path file = file(place);
                files.add(file.getFileName() + ":" + Files.size(file));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + place, e);
            }
        }
        return String.join(" ", files);
    }

    private static Path file(URL place) throws IOException {
        URL file = place.openConnection() instanceof JarURLConnection inJar ? inJar.getJarFileURL() : place;
        return Path.of(URI.create(file.toString()));
    }
}
