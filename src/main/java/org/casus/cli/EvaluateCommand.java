package org.casus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.casus.article.Reading;
import org.casus.entity.LinkedArticle;
import org.casus.evaluation.Evaluation;
import org.casus.evaluation.Figures;
import org.casus.evaluation.GoldKind;
import org.casus.pipeline.ArticleFlow;
import org.casus.pipeline.Pipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus evaluate}: how much of what people marked in texts is found. */
@Command(
        name = "evaluate",
        description = {
            "Reads the texts of gold files and says how much of the gold was found; the last line is one JSON object "
                    + "with the figures. Gold is JSON Lines: an id, a text, sometimes a date, and what a reader marked in it, "
                    + "as docs/extraction.md says. Its fields tell the kind: events, actors, event-place, links, places, "
                    + "attribution, facts. Which reports in several articles are one event (coref) is not scored here."
        },
        footer = {
            "%nExamples:",
            "  casus evaluate --show 20 gold.jsonl",
            "  casus evaluate --predicted extracted.jsonl gold.jsonl",
            "  casus evaluate --article news.txt news.facts.jsonl"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "GOLD", description = "Files of gold, each scored alone.")
    private List<Path> gold = List.of();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = "The kind of gold, where its fields shall not tell: ${COMPLETION-CANDIDATES}.")
    private @Nullable GoldKind kind;

    @Option(names = "--article", paramLabel = "FILE", description = "The article that a file of facts is of.")
    private @Nullable Path article;

    @Option(
            names = "--predicted",
            paramLabel = "FILE",
            description = "Score what extract --format jsonl wrote to this file, and extract nothing.")
    private @Nullable Path predicted;

    @Option(names = "--show", paramLabel = "N", description = "Print the first N of what is wrong in each file.")
    private int show;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private boolean rejected;

    @Override
    public Integer call() {
        List<Evaluation> evaluations =
                gold.stream().map(file -> new Evaluation(file, kind)).toList();
        evaluations.forEach(evaluation -> checkArticle(evaluation.kind()));
        ArticleFlow<LinkedArticle> flow = new ArticleFlow<>(models.settings().pipeline(), Pipeline::read);
        for (int i = 0; i < gold.size(); i++) {
            Evaluation evaluation = evaluations.get(i);
            print(gold.get(i), evaluation.kind(), score(evaluation, gold.get(i), flow));
        }
        return rejected ? ExitCode.REJECTED_INPUT : ExitCode.DONE;
    }

    private void checkArticle(GoldKind of) {
        if (article != null && predicted != null) {
            throw new ParameterException(spec.commandLine(), "--article is not read where there is --predicted");
        } else if (article != null && of.holdsItsText()) {
            throw new ParameterException(
                    spec.commandLine(), "--article goes with facts alone, but the gold is of " + of);
        } else if (article == null && predicted == null && !of.holdsItsText()) {
            throw new ParameterException(
                    spec.commandLine(), "facts are of one article; name it with --article, or --predicted");
        }
    }

    private Figures score(Evaluation evaluation, Path file, ArticleFlow<LinkedArticle> flow) {
        return predicted == null
                ? evaluation.score(extract(article == null ? file : article, flow), show)
                : evaluation.score(predicted, show);
    }

    private List<String> extract(Path input, ArticleFlow<LinkedArticle> flow) {
        ExtractionJson json = new ExtractionJson(false);
        List<String> lines = new ArrayList<>();
        PrintWriter err = spec.commandLine().getErr();
        try (Progress progress = Progress.to(err, "records")) {
            flow.run(List.of(input), threads.threads(), () -> false, new ArticleFlow.Sink<>() {
                @Override
                public void accepted(LinkedArticle linked) {
                    lines.add(json.line(linked));
                    progress.reached(lines.size());
                }

                @Override
                public void rejected(Reading.Rejected fault) {
                    rejected = true;
                    err.println("casus: " + fault.fault());
                    lines.add(json.line(fault));
                    progress.reached(lines.size());
                }
            });
        }
        return lines;
    }

    private void print(Path file, GoldKind of, Figures figures) {
        PrintWriter out = spec.commandLine().getOut();
        figures.misses().forEach(out::println);
        out.printf("%s: %s%n", file, of);
        figures.table().forEach(line -> out.println("  " + line));
        out.println(figures.json());
        out.flush();
    }
}
