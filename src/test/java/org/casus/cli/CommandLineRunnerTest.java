package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Throwables;
import com.google.common.collect.ObjectArrays;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandLineRunnerTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsTheVersionOfTheBuild() {
        assertThat(run("--version")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).matches("casus \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsItsHelpWithTheExitCodes() {
        assertThat(run("--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Usage: casus", "--verbose", "some input was rejected");
    }

    /** The list of commands shows the first line of what each says of itself. */
    @Test
    void breaksNoSentenceOfItsHelpInTwo() {
        new CasusCommand()
                .commandLine()
                .getSubcommands()
                .forEach((name, command) -> assertThat(
                                command.getCommandSpec().usageMessage().description())
                        .as(name)
                        .filteredOn(line -> !name.equals("generate-completion"))
                        .allMatch(line -> line.endsWith(".")));
    }

    @Test
    void printsItsHelpWhereNoCommandIsGiven() {
        assertThat(run()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Usage: casus");
    }

    @Test
    void readsTheOptionsOfAllCommandsBehindTheOneThatIsNamed() {
        assertThat(run("queries", "--version")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("casus ");
        assertThat(run("queries", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Usage: casus queries", "--verbose");
        assertThat(run("--verbose", "queries", "none")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).startsWith("casus: no query is called \"none\"");
    }

    @Test
    void saysAWrongUseInOneLine() {
        assertThat(run("buidl", "news")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString())
                .isEqualTo("casus: no command is called \"buidl\"; did you mean build? (see casus --help)\n");
        CommandRun.of("gazetteer", "fnd", "Georgia")
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: no command is called \"fnd\"; did you mean find? (see casus gazetteer --help)");
        CommandRun.of("export", "--since", "2020-13-01")
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: Invalid value for option '--since': \"2020-13-01\" is no day such as 2023-09-22"
                                + " (see casus export --help)");
        CommandRun.of("serve", "--port", "99999")
                .fails(ExitCode.WRONG_USE, "casus: --port is 99999; ports are 0 to 65535 (see casus serve --help)");
    }

    @Test
    void showsWhereAWrongUseWasFoundWhenAsked() {
        assertThat(run("--debug", "--nonsense")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains("--nonsense", "\tat ");
    }

    @Test
    void writesAScriptForShellCompletion() {
        assertThat(run("generate-completion")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("complete -F _complete_casus");
    }

    @Test
    void saysAFailureInOneLine() {
        assertThat(fail(new IllegalStateException("the store is\nheld"))).isEqualTo("casus: the store is; held\n");
        assertThat(fail(new UncheckedIOException(new NoSuchFileException("a/b"))))
                .isEqualTo("casus: a/b: no such file or folder\n");
        assertThat(fail(new UncheckedIOException(new AccessDeniedException("a/b"))))
                .isEqualTo("casus: a/b: no permission\n");
        assertThat(fail(new UncheckedIOException(new IOException("No space left on device"))))
                .isEqualTo("casus: No space left on device\n");
        assertThat(fail(new IllegalStateException())).isEqualTo("casus: IllegalStateException\n");
        assertThat(fail(new ExceptionInInitializerError(new IllegalArgumentException("words.tsv:3: no class"))))
                .isEqualTo("casus: words.tsv:3: no class\n");
        assertThat(fail(new OutOfMemoryError("heap"))).startsWith("casus: out of memory; give more with CASUS_HEAP");
    }

    @Test
    void showsWhereAFailureCameFromWhenAsked() {
        assertThat(fail(new IllegalStateException("held"), "--debug", "--verbose"))
                .startsWith("casus: held\n")
                .contains("\tat org.casus.cli");
    }

    private String fail(Throwable failure, String... options) {
        StringWriter told = new StringWriter();
        int exitCode = new CommandLineRunner(new PrintWriter(out, true), new PrintWriter(told, true))
                .with("fail", new Failing(failure))
                .run(ObjectArrays.concat("fail", options));
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        return told.toString();
    }

    @Command
    private static final class Failing implements Callable<Integer> {
        private final Throwable failure;

        Failing(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            Throwables.throwIfInstanceOf(failure, Exception.class);
            Throwables.throwIfInstanceOf(failure, Error.class);
            return ExitCode.DONE;
        }
    }

    private int run(String... arguments) {
        return new CommandLineRunner(new PrintWriter(out, true), new PrintWriter(err, true)).run(arguments);
    }
}
