package org.casus.cli;

import com.google.common.base.Throwables;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The words of a command line to what it does and the exit code. */
public final class CommandLineRunner {
    private final CasusCommand casus = new CasusCommand();
    private final Map<String, Object> further = new LinkedHashMap<>();
    private final PrintWriter out;
    private final PrintWriter err;

    public CommandLineRunner(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the command; 0 done, 1 some input was rejected, 2 wrong use, 3 failed. Errors are one line. */
    public int run(String... arguments) {
        try {
            return commandLine(arguments).execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError failure) {
            return failed(failure);
        }
    }

    /** Adds a command to those of {@link CasusCommand}. */
    CommandLineRunner with(String name, Object command) {
        further.put(name, command);
        return this;
    }

    private CommandLine commandLine(String... arguments) {
        CommandLine line = casus.commandLine(arguments);
        further.forEach(line::addSubcommand);
        // What is set goes to the commands that are there by then.
        return line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                // An argument @list.txt names a list of inputs, not of arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(this::wrongUse)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure))
                .setExecutionStrategy(this::execute);
    }

    private int execute(ParseResult parsed) {
        // Log4j takes longer to start than most commands, so nothing touches it without need.
        if (casus.verbose()) {
            Configurator.setLevel("org.casus", Level.INFO);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int wrongUse(ParameterException fault, String... arguments) {
        String command = fault.getCommandLine().getCommandSpec().qualifiedName();
        err.printf("casus: %s (see %s --help)%n", oneLine(fault.getMessage()), command);
        if (casus.debug()) {
            fault.printStackTrace(err);
        }
        return ExitCode.WRONG_USE;
    }

    private int failed(Throwable failure) {
        err.println("casus: " + words(failure));
        if (casus.debug()) {
            failure.printStackTrace(err);
        }
        return ExitCode.FAILED;
    }

    private static String words(Throwable failure) {
        if (Throwables.getRootCause(failure) instanceof OutOfMemoryError) {
            return "out of memory; give more with CASUS_HEAP, such as CASUS_HEAP=4g";
        }
        Throwable root = failure.getMessage() == null ? Throwables.getRootCause(failure) : failure;
        String message = oneLine(root.getMessage());
        if (Throwables.getRootCause(failure) instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or folder";
        }
        return message.isEmpty() ? root.getClass().getSimpleName() : message;
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
