package org.casus.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.casus.article.Reading;
import org.casus.pipeline.ArticleFlow;
import org.casus.pipeline.Pipeline;
import org.jspecify.annotations.Nullable;
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
        footer = {
            "%nExamples:",
            "  casus extract --format table examples/articles",
            "  casus extract --server http://localhost:3030 news.jsonl"
        })
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

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = {
                "Has articles read by a \"casus serve --with-models\" that runs there, so that no model is loaded; "
                        + "for jsonl alone. Unless given, what CASUS_SERVER holds."
            })
    private @Nullable URI named;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private boolean rejected;

    @Override
    public Integer call() {
        if (models.openTriples() && format != Format.JSONL) {
            throw new ParameterException(spec.commandLine(), "--openie is for --format jsonl alone");
        }
        if (named != null && format != Format.JSONL) {
            throw new ParameterException(spec.commandLine(), "--server is for --format jsonl alone");
        }
        PrintWriter out = spec.commandLine().getOut();
        URI server = server();
        if (server != null && format == Format.JSONL) {
            JsonLinesWriter writer = new JsonLinesWriter(out, explain);
            ExtractionJson json = new ExtractionJson(explain);
            ServedExtraction served = served(server);
            run(
                    new ArticleFlow<>(
                            input.reader(),
                            accepted -> Optional.empty(),
                            accepted -> served.extract(accepted.article()),
                            () -> models.settings().pipeline().get(),
                            (pipeline, accepted) -> json.line(pipeline.read(accepted.article()))),
                    writer::line,
                    writer);
        } else {
            ExtractionWriter writer = writer(out);
            writer.begin();
            run(new ArticleFlow<>(input.reader(), models.settings().pipeline(), Pipeline::read), writer::write, writer);
        }
        if (out.checkError()) {
            throw new IllegalStateException("cannot write the result: the output is closed or full");
        }
        return rejected ? ExitCode.REJECTED_INPUT : ExitCode.DONE;
    }

    private @Nullable URI server() {
        String usual = System.getenv("CASUS_SERVER");
        if (named != null || usual == null || usual.isBlank()) {
            return named;
        }
        try {
            return URI.create(usual);
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), "CASUS_SERVER: " + fault.getMessage(), fault);
        }
    }

    private ServedExtraction served(URI server) {
        PrintWriter err = spec.commandLine().getErr();
        ServedExtraction served = new ServedExtraction(server, explain, fault -> err.println("casus: " + fault));
        try {
            if (served.readsWith(models.fingerprint())) {
                return served;
            }
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), fault.getMessage(), fault);
        }
        throw new ParameterException(
                spec.commandLine(), server + ": that server reads with other tables, options or version");
    }

    private <R> void run(ArticleFlow<R> flow, Consumer<R> accepted, ExtractionWriter faults) {
        PrintWriter out = spec.commandLine().getOut();
        flow.run(input.inputs(), input.threads(), out::checkError, new ArticleFlow.Sink<>() {
            @Override
            public void accepted(R result) {
                accepted.accept(result);
            }

            @Override
            public void rejected(Reading.Rejected fault) {
                rejected = true;
                spec.commandLine().getErr().println("casus: " + fault.fault());
                faults.write(fault);
            }
        });
    }

    private ExtractionWriter writer(PrintWriter out) {
        return switch (format) {
            case JSONL -> new JsonLinesWriter(out, explain);
            case TABLE -> new TableEventWriter(out, explain);
            case CSV -> new CsvEventWriter(out, explain);
        };
    }
}
