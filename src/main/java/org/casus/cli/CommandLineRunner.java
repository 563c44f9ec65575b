package org.casus.cli;

import com.google.common.base.Throwables;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.casus.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

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
        } catch (OutOfMemoryError | StackOverflowError | ExceptionInInitializerError failure) {
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
                .registerConverter(LocalDate.class, CommandLineRunner::day)
                // An argument @list.txt names a list of inputs, not of arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(this::wrongUse)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure))
                .setExecutionStrategy(this::execute);
    }

    private int execute(ParseResult parsed) {
        // Log4j takes longer to start than most commands, so nothing touches it without need.
        if (casus.verbose()) {
            LateLogging.forgo();
            Configurator.setLevel("org.casus", Level.INFO);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int wrongUse(ParameterException fault, String... arguments) {
        CommandLine command = fault.getCommandLine();
        String words = fault instanceof UnmatchedArgumentException unmatched
                        && !command.getSubcommands().isEmpty()
                ? noCommand(unmatched)
                : oneLine(fault.getMessage());
        err.printf(
                "casus: %s (see %s --help)%n", words, command.getCommandSpec().qualifiedName());
        if (casus.debug()) {
            fault.printStackTrace(err);
        }
        return ExitCode.WRONG_USE;
    }

    private static String noCommand(UnmatchedArgumentException fault) {
        String word = fault.getUnmatched().get(0);
        return fault.isUnknownOption()
                ? oneLine(fault.getMessage())
                : "no command is called \"%s\"; did you mean %s?"
                        .formatted(
                                word,
                                Nearest.to(
                                        word,
                                        fault.getCommandLine().getSubcommands().keySet()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("\"%s\" is no day such as 2023-09-22".formatted(text));
        }
    }

    private int failed(Throwable failure) {
        err.println("casus: " + words(failure));
        if (casus.debug()) {
            failure.printStackTrace(err);
        }
        return ExitCode.FAILED;
    }

    private static String words(Throwable failure) {
        Throwable root = Throwables.getRootCause(failure);
        Throwable told = unwrapped(failure);
        if (root instanceof OutOfMemoryError) {
            return "out of memory; give more with CASUS_HEAP, such as CASUS_HEAP=4g";
        } else if (told instanceof StoreException) {
            return oneLine(told.getMessage()); // It says what that meant for the store.
        } else if (root instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or folder";
        } else if (root instanceof AccessDeniedException denied) {
            return denied.getFile() + ": no permission";
        }
        String message = oneLine(told.getMessage());
        return message.isEmpty() ? told.getClass().getSimpleName() : message;
    }

    /** The first that has words of its own: a wrapper without repeats the class and the words of its cause. */
    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wraps = failure.getMessage() == null || failure.getMessage().equals(String.valueOf(cause));
        return cause != null && wraps ? unwrapped(cause) : failure;
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
