package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casus.pipeline.ExampleStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages show that {@code examples/articles} answers is what is printed. {@code -Dcasus.answers=write} puts
 * what they show right.
 */
@Tag("models")
class DocumentedAnswersTest {
    private static final Pattern SHOWN = Pattern.compile("(?m)^(\\$ \\./casus (.*)\\n)((?:(?!```|\\$ ).*\\n)*)");
    /** But for the last line: how many quads there are depends on how often the store was written to. */
    private static final Pattern STATISTICS = Pattern.compile("(in the store\\n)(?:.+\\n)+?(quads .*\\n)");

    private static final Pattern QUADS = Pattern.compile("quads .*\\n");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(
                    Stream.of(Path.of("README.md"), Path.of("examples/README.md")),
                    docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pagesShowWhatIsPrinted(Path page) throws IOException {
        String text = Files.readString(page);
        String shown = replaced(SHOWN, text, match -> match.group(1) + printed(match.group(2)));
        String right = replaced(
                STATISTICS,
                shown,
                match -> match.group(1) + QUADS.matcher(printed("stats")).replaceFirst("") + match.group(2));

        if ("write".equals(System.getProperty("casus.answers"))) {
            Files.writeString(page, right);
        }
        assertThat(Files.readString(page)).isEqualTo(right);
    }

    private interface Replacement {
        String of(MatchResult match);
    }

    private static String replaced(Pattern pattern, String text, Replacement replacement) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.of(match)));
    }

    private static String printed(String command) {
        CommandRun run = run(command);
        return (run.err() + run.out()).replace("\r\n", "\n");
    }

    private static CommandRun run(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command)
                .results()
                .forEach(match -> words.add(match.group(1) == null ? match.group(2) : match.group(1)));
        if (!words.get(0).equals("queries")) {
            words.addAll(List.of("--store", ExampleStore.folder().toString()));
        }
        return CommandRun.of(words.toArray(new String[0]));
    }
}
