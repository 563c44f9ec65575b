package org.casus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.casus.annotation.StockPipeline;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.Reading;
import org.casus.classification.Classifier;
import org.casus.entity.LinkedArticle;
import org.casus.pipeline.Floor;
import org.casus.pipeline.Pipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus bench}: how fast each floor is on some articles, beside CoreNLP as it comes. */
@Command(
        name = "bench",
        description = {
            "Measures tokens a second for each floor, on one thread, warm.",
            "With --against stock also CoreNLP's stock pipeline (tokenize, pos, lemma, ner, depparse, coref, natlog, "
                    + "openie, kbp, quote) on the same articles in the same run. With --threads also how much faster more are."
        },
        footer = {
            "%nExamples:",
            "  casus bench examples/articles",
            "  casus bench --threads 2 --against stock --articles 20 news.jsonl"
        })
final class BenchCommand implements Callable<Integer> {
    /** What to measure against. */
    enum Rival {
        STOCK
    }

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files or folders of articles.")
    private List<Path> inputs = List.of();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Option(names = "--against", paramLabel = "RIVAL", description = "stock: CoreNLP as it comes.")
    private @Nullable Rival against;

    @Option(names = "--articles", paramLabel = "N", description = "The first N alone.")
    private int most = Integer.MAX_VALUE;

    @Option(names = "--threads", paramLabel = "N", description = "Then once more, on N threads.")
    private int threads = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Article> articles = articles();
        if (articles.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no article in " + inputs);
        }
        out.printf("%d articles, one thread, the second of two passes%n", articles.size());
        SpeedTable table = new SpeedTable(out, articles.size());
        table.head();
        Pipeline pipeline = models.settings().pipeline().get();
        double ours = ours(table, pipeline, articles);
        if (threads > 1) {
            out.printf(Locale.ROOT, "speedup=%.2f%n", together(table, pipeline, articles) / ours);
        }
        if (against != null) {
            out.printf(Locale.ROOT, "ratio=%.1f%n", ours / stock(table, articles));
        }
        return ExitCode.DONE;
    }

    /** Tokens a second from article to graph. */
    private double ours(SpeedTable table, Pipeline pipeline, List<Article> articles) {
        articles.forEach(pipeline::run);
        pipeline.annotator().timings().reset();
        Map<Floor, Long> before = pipeline.nanos();
        Classifier classifier = pipeline.classifier();
        forget(pipeline);
        long judging = classifier == null ? 0 : classifier.nanos();
        long start = System.nanoTime();
        long tokens = articles.stream()
                .mapToLong(article -> tokens(pipeline, article))
                .sum();
        long whole = System.nanoTime() - start;
        for (Map.Entry<Floor, Long> floor : pipeline.nanos().entrySet()) {
            table.row(name(floor.getKey()), tokens, floor.getValue() - before.getOrDefault(floor.getKey(), 0L));
            if (floor.getKey() == Floor.ANNOTATION) {
                pipeline.annotator()
                        .timings()
                        .nanos()
                        .forEach((step, nanos) -> table.row("  " + name(step), tokens, nanos));
            } else if (floor.getKey() == Floor.EXTRACTION && classifier != null) {
                table.row("  classifier", tokens, classifier.nanos() - judging);
            }
        }
        table.row("article to graph", tokens, whole);
        return tokens * 1e9 / whole;
    }

    /** A second pass that remembers the first would measure nothing. */
    private static void forget(Pipeline pipeline) {
        Classifier classifier = pipeline.classifier();
        if (classifier != null) {
            classifier.forget();
        }
    }

    /** Tokens a second from article to graph on several threads, each of which takes the longest that is left. */
    private double together(SpeedTable table, Pipeline pipeline, List<Article> articles) {
        forget(pipeline);
        Queue<Article> left = new ConcurrentLinkedQueue<>(articles.stream()
                .sorted(Comparator.comparing(article -> -article.text().length()))
                .toList());
        LongAdder tokens = new LongAdder();
        Runnable reading = () -> Stream.generate(left::poll)
                .takeWhile(Objects::nonNull)
                .forEach(article -> tokens.add(tokens(pipeline, article)));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            Stream.generate(() -> CompletableFuture.runAsync(reading, pool))
                    .limit(threads)
                    .toList()
                    .forEach(CompletableFuture::join);
            long nanos = System.nanoTime() - start;
            table.row("on " + threads + " threads", tokens.sum(), nanos);
            return tokens.sum() * 1e9 / nanos;
        } finally {
            pool.shutdown();
        }
    }

    private List<Article> articles() {
        List<Article> articles = new ArrayList<>();
        ArticleReader reader = new ArticleReader();
        for (Path input : inputs) {
            try (Stream<Reading> readings = reader.read(input)) {
                readings.limit(most).forEach(reading -> take(reading, articles));
            }
        }
        return articles.subList(0, Math.min(most, articles.size()));
    }

    private void take(Reading reading, List<Article> articles) {
        if (reading instanceof Reading.Accepted accepted) {
            articles.add(accepted.article());
        } else if (reading instanceof Reading.Rejected rejected) {
            spec.commandLine().getErr().println("casus: " + rejected.fault());
        }
    }

    private static long tokens(Pipeline pipeline, Article article) {
        LinkedArticle linked = pipeline.read(article);
        pipeline.map(linked);
        return linked.extraction().annotated().sentences().stream()
                .mapToLong(sentence -> sentence.tokens().size())
                .sum();
    }

    /** Tokens a second of CoreNLP as it comes. */
    private static double stock(SpeedTable table, List<Article> articles) {
        StockPipeline stock = new StockPipeline();
        articles.forEach(stock::annotate);
        long start = System.nanoTime();
        long tokens = articles.stream().mapToLong(stock::annotate).sum();
        long nanos = System.nanoTime() - start;
        table.row("stock pipeline", tokens, nanos);
        return tokens * 1e9 / nanos;
    }

    private static String name(Enum<?> part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
