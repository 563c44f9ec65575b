package org.casus.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.casus.article.Reading;
import org.casus.entity.LinkedArticle;
import org.casus.pipeline.ArticleFlow;
import org.casus.pipeline.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code casus extract}: what articles say, without a store. */
@Command(
        name = "extract",
        description = "Prints what articles say: a line for each, in the order of the input.",
        footer = {"%nExample:", "  casus extract --format table examples/articles"})
final class ExtractCommand implements Callable<Integer> {
    /** How an extraction is written. */
    enum Format {
        JSONL,
        TABLE,
        CSV
    }

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Option(names = "--format", defaultValue = "jsonl", description = "jsonl (the default), table or csv.")
    private Format format = Format.JSONL;

    @Option(names = "--explain", description = "Say which rule made each event.")
    private boolean explain;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private boolean rejected;

    @Override
    public Integer call() {
        if (models.openTriples() && format != Format.JSONL) {
            throw new ParameterException(spec.commandLine(), "--openie is for --format jsonl alone");
        }
        PrintWriter out = spec.commandLine().getOut();
        ExtractionWriter writer = writer(out);
        writer.begin();
        new ArticleFlow<LinkedArticle>(input.reader(), models.settings().pipeline(), Pipeline::read)
                .run(input.inputs(), input.threads(), out::checkError, new ArticleFlow.Sink<>() {
                    @Override
                    public void accepted(LinkedArticle linked) {
                        writer.write(linked);
                    }

                    @Override
                    public void rejected(Reading.Rejected fault) {
                        rejected = true;
                        spec.commandLine().getErr().println("casus: " + fault.fault());
                        writer.write(fault);
                    }
                });
        if (out.checkError()) {
            throw new IllegalStateException("cannot write the result: the output is closed or full");
        }
        return rejected ? ExitCode.REJECTED_INPUT : ExitCode.DONE;
    }

    private ExtractionWriter writer(PrintWriter out) {
        return switch (format) {
            case JSONL -> new JsonLinesWriter(out, explain);
            case TABLE -> new TableEventWriter(out, explain);
            case CSV -> new CsvEventWriter(out, explain);
        };
    }
}
