package org.casus.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The example articles and the sentences that the classifier is trained on. */
final class NewsTexts {
    private NewsTexts() {}

    static List<String> all() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path article : files(Path.of("examples/articles"))) {
            texts.add(Files.readString(article));
        }
        for (Path table : files(Path.of("src/main/training"))) {
            if (table.toString().endsWith(".tsv")) {
                texts.add(sentences(table));
            }
        }
        return texts;
    }

    /** Every eighth sentence, without the marks of who acts, of what is done and to whom. */
    private static String sentences(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table);
        return IntStream.range(0, lines.size())
                .filter(i -> i % 8 == 0)
                .mapToObj(i -> lines.get(i).substring(lines.get(i).lastIndexOf('\t') + 1))
                .map(sentence -> sentence.replaceAll("[\\[\\]{}*]", ""))
                .collect(Collectors.joining("\n\n"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
