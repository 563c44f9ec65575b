package org.casus.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casus.article.Article;

/** Prints tokens a second of each step, and of the stock pipeline: {@code AnnotationBench FILE.jsonl N [stock]}. */
public final class AnnotationBench {
    private AnnotationBench() {}

    public static void main(String[] arguments) throws IOException {
        List<Article> articles = read(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        long load = System.nanoTime();
        Annotator annotator = SharedAnnotator.get();
        System.out.printf("load %.1f s%n", seconds(System.nanoTime() - load));
        articles.forEach(annotator::annotate);
        annotator.timings().reset();
        long start = System.nanoTime();
        int tokens = articles.stream()
                .mapToInt(article -> annotator.annotate(article).sentences().stream()
                        .mapToInt(sentence -> sentence.tokens().size())
                        .sum())
                .sum();
        double ours = report("all", System.nanoTime() - start, tokens);
        for (Map.Entry<Step, Long> step : annotator.timings().nanos().entrySet()) {
            report(step.getKey().toString(), step.getValue(), tokens);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("heap after load %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        if (arguments.length > 2) {
            StockPipeline stock = new StockPipeline();
            articles.forEach(stock::annotate);
            start = System.nanoTime();
            tokens = articles.stream().mapToInt(stock::annotate).sum();
            double theirs = report("stock", System.nanoTime() - start, tokens);
            System.out.printf("ratio=%.1f%n", ours / theirs);
        }
    }

    static List<Article> read(Path file, int most) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Article> articles = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = mapper.readTree(line);
            if (articles.size() < most) {
                articles.add(new Article(
                        node.path("id").asText(), node.path("text").asText(), null, "2015-01-01", null, null, null));
            }
        }
        return articles;
    }

    private static double report(String step, long nanos, int tokens) {
        System.out.printf("%-12s %7.2f s %8.0f tokens/s%n", step, seconds(nanos), tokens / seconds(nanos));
        return tokens / seconds(nanos);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
