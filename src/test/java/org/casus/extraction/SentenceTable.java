package org.casus.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.ConlluArticles;

/** Sentences that the parser has read, by name, and beside them the rows of what each should tell. */
record SentenceTable(Map<String, AnnotatedArticle> articles, List<List<String>> rows) {
    /** Each row as the arguments of a test. */
    Stream<Object[]> arguments() {
        return rows.stream().map(List::toArray);
    }

    static SentenceTable read(String name) {
        Map<String, AnnotatedArticle> articles = ConlluArticles.read(name).stream()
                .collect(Collectors.toMap(article -> article.article().id(), Function.identity()));
        try (InputStream in = SentenceTable.class.getResourceAsStream("/sentences/" + name + ".tsv")) {
            return new SentenceTable(
                    articles,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> List.of(line.split("\t")))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
