package org.casus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.casus.plot.EventPlot;
import org.casus.plot.PlotKind;
import org.casus.store.EventStore;
import org.casus.store.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code casus plot}: pictures of events. */
@Command(
        name = "plot",
        description = "Draws events that a report says to have happened.",
        footer = {
            "%nExamples:",
            "  casus plot timeline -o timeline.svg",
            "  casus plot balance --around Armenia --since 2020-01-01 -o balance.png",
        })
final class PlotCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "KIND",
            description =
                    "timeline: what happened when; map: where; network: who did what to whom; balance: cooperation"
                            + " and conflict over time.")
    private PlotKind kind = PlotKind.TIMELINE;

    @Mixin
    private ScopeOptions scopeOptions = new ScopeOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The file to write; its name ends in .svg or .png.")
    private Path file = Path.of("");

    @Mixin
    private StoreOption storeOption = new StoreOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Scope scope = scopeOptions.scope();
        boolean vector = isVector();
        EventPlot plot = new EventPlot(kind, question());
        try (EventStore store = storeOption.openToRead();
                OutputFiles files = OutputFiles.one(file, false)) {
            boolean drawn;
            try (OutputStream out = files.next()) {
                drawn = vector ? plot.writeSvg(store, scope, out) : plot.writePng(store, scope, out);
            }
            if (!drawn) {
                spec.commandLine().getErr().println("casus: nothing to draw; no file was written");
                return ExitCode.FAILED;
            }
            files.done();
        }
        return ExitCode.DONE;
    }

    private boolean isVector() {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".svg") && !name.endsWith(".png")) {
            throw new ParameterException(spec.commandLine(), "the name of the file must end in .svg or .png: " + file);
        }
        return name.endsWith(".svg");
    }

    /** The command without where it read and wrote. */
    private String question() {
        List<String> words = spec.commandLine().getParseResult().originalArgs();
        StringBuilder question = new StringBuilder("casus plot");
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (List.of("-o", "--output", "--store").contains(word)) {
                i++;
            } else if (!word.equals("plot") && !word.startsWith("--store=") && !word.startsWith("--output=")) {
                question.append(' ').append(word.contains(" ") ? "'" + word + "'" : word);
            }
        }
        return question.toString();
    }
}
