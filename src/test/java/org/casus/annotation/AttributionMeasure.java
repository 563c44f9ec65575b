package org.casus.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.casus.article.Article;
import org.casus.article.Span;

/**
 * Says how often the tree makes the source of an attribution the subject of its verb: {@code AttributionMeasure
 * FILE.jsonl N}. Each line of the file has text and attributions of source, cue and content, as in PolNeAR.
 */
public final class AttributionMeasure {
    private int trailing;
    private int trailingRight;
    private int leading;
    private int leadingRight;

    private AttributionMeasure() {}

    public static void main(String[] arguments) throws IOException {
        AttributionMeasure measure = new AttributionMeasure();
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        for (String line : lines.subList(0, Math.min(lines.size(), Integer.parseInt(arguments[1])))) {
            measure.add(mapper.readTree(line));
        }
        System.out.printf("speaker after what is said: %d of %d%n", measure.trailingRight, measure.trailing);
        System.out.printf("speaker before what is said: %d of %d%n", measure.leadingRight, measure.leading);
    }

    private void add(JsonNode line) {
        Article article =
                new Article(line.path("id").asText(), line.path("text").asText(), null, null, null, null, null);
        List<Sentence> sentences = SharedAnnotator.get().annotate(article).sentences();
        for (JsonNode attribution : line.path("attributions")) {
            if (attribution.has("source") && attribution.has("cue") && attribution.has("content")) {
                Span cue = span(attribution.path("cue"));
                sentences.stream()
                        .filter(sentence -> sentence.span().contains(cue))
                        .forEach(sentence -> add(sentence, cue, attribution));
            }
        }
    }

    private void add(Sentence sentence, Span cue, JsonNode attribution) {
        Span source = span(attribution.path("source"));
        int verb = -1;
        for (Token token : sentence.tokens()) {
            verb = token.isVerb() && cue.contains(token.span()) ? token.index() : verb;
        }
        if (verb < 0 || !sentence.span().contains(source)) {
            return;
        }
        boolean right = sentence.dependents(verb).stream()
                .anyMatch(i -> sentence.relation(i).startsWith("nsubj")
                        && source.contains(sentence.token(i).span()));
        if (span(attribution.path("content")).end() <= Math.min(source.begin(), cue.begin())) {
            trailing++;
            trailingRight += right ? 1 : 0;
            if (Boolean.getBoolean("show")) {
                System.out.printf("%s\t%s\t%s%n", right, sentence.token(verb).text(), sentence);
            }
        } else {
            leading++;
            leadingRight += right ? 1 : 0;
        }
    }

    private static Span span(JsonNode node) {
        int start = node.path("start").asInt();
        return new Span(start, Math.max(start, node.path("end").asInt()));
    }
}
