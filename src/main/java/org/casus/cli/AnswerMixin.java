package org.casus.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Consumer;
import org.casus.store.AnswerOptions;
import org.casus.store.QueryLimits;
import org.casus.store.ResultFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say how an answer is written, and how much of it. */
final class AnswerMixin {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (the default), csv, tsv, json, xml, markdown or turtle.")
    private ResultFormat format = ResultFormat.TABLE;

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            description = "At most so many rows, in place of the LIMIT that a query has itself.")
    private long limit;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Stop after so many seconds; what was found by then is written (default: no end).")
    private BigDecimal timeout = BigDecimal.ZERO;

    @Option(names = "--no-pager", description = "Do not page long answers on a terminal.")
    private boolean noPager;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    boolean isTable() {
        return format == ResultFormat.TABLE;
    }

    AnswerOptions options(boolean allowService) {
        if (limit < 0 || timeout.signum() < 0) {
            throw new ParameterException(spec.commandLine(), "a limit is not below 0");
        }
        Duration time = Duration.ofMillis(timeout.movePointRight(3).longValue());
        PrintWriter err = spec.commandLine().getErr();
        Consumer<String> notes = note -> err.println("casus: " + note);
        return new AnswerOptions(
                format, new QueryLimits(time, limit), true, allowService, isTable() && Screen.isThere(), notes);
    }

    OutputStream output() {
        OutputStream plain = new TextOutput(spec.commandLine().getOut());
        return Screen.isThere() && !noPager ? Screen.orElse(plain) : plain;
    }
}
