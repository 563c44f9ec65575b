package org.casus.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.casus.annotation.OpenTriple;
import org.casus.article.Article;
import org.casus.article.Reading;
import org.casus.entity.LinkedArticle;

/** One article's extraction to the line of JSON that {@code docs/extraction.schema.json} describes. */
final class ExtractionJson {
    private static final ObjectWriter PLAIN = new ObjectMapper().writer();
    private static final ObjectWriter ESCAPED = PLAIN.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private final boolean explain;

    /** @param explain true where each event shall say which rule made it */
    ExtractionJson(boolean explain) {
        this.explain = explain;
    }

    String line(LinkedArticle linked) {
        JsonParts parts = new JsonParts(linked);
        JsonEvents events = new JsonEvents(parts, explain);
        JsonClaims claims = new JsonClaims(parts);
        Article article = linked.extraction().annotated().article();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", article.id());
        line.put("title", article.title());
        line.put("publisher", article.publisher());
        line.put("url", article.url());
        line.put("date", article.date());
        if (article.dateBasis() == Article.DateBasis.CRAWL) {
            line.put("dateBasis", article.dateBasis().label());
        }
        line.set("entities", new JsonEntities(parts).write(linked));
        line.set("events", JsonParts.array(linked.extraction().events(), events::write));
        line.set("territory", JsonParts.array(linked.extraction().territory(), claims::write));
        line.set("offices", JsonParts.array(linked.extraction().offices(), claims::write));
        line.set("relations", JsonParts.array(linked.extraction().relations(), claims::write));
        line.set("statements", JsonParts.array(linked.extraction().statements(), claims::write));
        List<OpenTriple> openTriples = linked.extraction().annotated().openTriples();
        if (openTriples != null) {
            line.set("openie", JsonParts.array(openTriples, parts::openTriple));
        }
        return write(line);
    }

    String line(Reading.Rejected rejected) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", rejected.id());
        line.put("rejected", rejected.fault());
        Stream.of("entities", "events", "territory", "offices", "relations", "statements")
                .forEach(line::putArray);
        return write(line);
    }

    private static String write(ObjectNode line) {
        try {
            String written = PLAIN.writeValueAsString(line);
            // Half a surrogate pair has no UTF-8, and an id must come back as it came.
            return StandardCharsets.UTF_8.newEncoder().canEncode(written) ? written : ESCAPED.writeValueAsString(line);
        } catch (JsonProcessingException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
