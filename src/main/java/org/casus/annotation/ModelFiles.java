package org.casus.annotation;

import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;

/** The code of CoreNLP and its models, told apart. */
final class ModelFiles {
    private static final String CODE = "edu/stanford/nlp/pipeline/StanfordCoreNLP.class";
    private static final List<String> MODELS = List.of(
            MaxentTagger.DEFAULT_JAR_PATH,
            NameFinder.MODEL,
            DependencyParser.DEFAULT_MODEL,
            "edu/stanford/nlp/models/sutime/defs.sutime.txt",
            "edu/stanford/nlp/models/sutime/english.sutime.txt",
            "edu/stanford/nlp/models/sutime/english.holidays.sutime.txt",
            "edu/stanford/nlp/models/dcoref/namegender.combine.txt");

    private static final String OPENIE = "edu/stanford/nlp/models/naturalli/clauseSearcherModel.ser.gz";

    private ModelFiles() {}

    /** The name and size of the code's file, and of each model the checksum that the jar around it keeps. */
    static String version(boolean openTriples) {
        try {
            Path code = file(place(CODE).openConnection());
            List<String> parts = new ArrayList<>(List.of(code.getFileName() + ":" + Files.size(code)));
            for (String model : MODELS) {
                parts.add(sum(place(model).openConnection()));
            }
            if (openTriples) {
                parts.add("openie " + sum(place(OPENIE).openConnection()));
            }
            return String.join(" ", parts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the models of CoreNLP", e);
        }
    }

    private static URL place(String resource) {
        return Objects.requireNonNull(
                ModelFiles.class.getClassLoader().getResource(resource), () -> "not on the class path: " + resource);
    }

    private static Path file(URLConnection place) throws IOException {
        URL file = place instanceof JarURLConnection inJar ? inJar.getJarFileURL() : place.getURL();
        return Path.of(URI.create(file.toString()));
    }

    private static String sum(URLConnection place) throws IOException {
        if (!(place instanceof JarURLConnection inJar)) {
            return Long.toString(Files.size(file(place)));
        }
        try (ZipFile jar = new ZipFile(file(place).toFile())) {
            return Long.toHexString(jar.getEntry(inJar.getEntryName()).getCrc());
        }
    }
}
