package org.casus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        exitCodeList = {"0:done", "1:some input was rejected", "2:wrong use", "3:failed"})
final class CasusCommand implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
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
            SparkCommand.class);

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where in the program a failure came from.")
    private boolean debug;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Say on standard error what is being done.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * The line of these arguments, with the command that the first of them names, else with all commands: to make all
     * takes longer than most of them run.
     */
    CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(this);
        Stream.of(arguments)
                .limit(1)
                .flatMap(first ->
                        COMMANDS.stream().filter(command -> name(command).equals(first)))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElseGet(CasusCommand::all)
                .forEach(line::addSubcommand);
        return line;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    /** The script for shells tells of all others. */
    private static List<Class<?>> all() {
        List<Class<?>> all = new ArrayList<>(COMMANDS);
        all.add(AutoComplete.GenerateCompletion.class);
        return all;
    }

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
