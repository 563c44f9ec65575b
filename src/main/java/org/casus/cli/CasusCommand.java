package org.casus.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code casus} itself, under which all others stand; alone it prints its help. */
@Command(
        name = "casus",
        description = "Reads news articles and builds a knowledge graph of geopolitical events.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:some input was rejected", "2:wrong use", "3:failed"},
        subcommands = {
            BuildCommand.class,
            FetchCommand.class,
            WatchCommand.class,
            ExtractCommand.class,
            QueryCommand.class,
            QueriesCommand.class,
            AskCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            PlotCommand.class,
            CheckCommand.class,
            StatsCommand.class,
            ForgetCommand.class,
            CompactCommand.class,
            RejectedCommand.class,
            GazetteerCommand.class,
            LinkCommand.class,
            ServeCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            SparkCommand.class,
            AutoComplete.GenerateCompletion.class
        })
final class CasusCommand implements Runnable {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where in the program a failure came from.")
    private boolean debug;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Say on standard error what is being done.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    boolean debug() {
        return debug;
    }

    boolean verbose() {
        return verbose;
    }

    @Override
    public void run() {
        CommandLine commandLine = spec.commandLine();
        commandLine.usage(commandLine.getOut());
    }
}
