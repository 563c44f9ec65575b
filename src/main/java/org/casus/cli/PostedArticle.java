package org.casus.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.casus.article.ArticleReader;
import org.casus.article.Reading;
import org.casus.pipeline.Pipeline;

/** An article that came over HTTP, as a line of JSON, to what it says. */
final class PostedArticle {
    private final ArticleReader reader = new ArticleReader();
    private final ExtractionJson plain = new ExtractionJson(false);
    private final ExtractionJson explained = new ExtractionJson(true);
    private final Pipeline pipeline;

    PostedArticle(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** An {@link IllegalArgumentException} says why it cannot be read. */
    String extract(String line, boolean explain) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try (Stream<Reading> readings = reader.read(new ByteArrayInputStream(bytes), "posted.jsonl")) {
            Reading reading = readings.findFirst().orElseThrow(() -> new IllegalArgumentException("no article"));
            if (reading instanceof Reading.Accepted accepted) {
                return (explain ? explained : plain).line(pipeline.read(accepted.article()));
            }
            throw new IllegalArgumentException(((Reading.Rejected) reading).fault());
        }
    }
}
