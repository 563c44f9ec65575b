package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages say can be exported, imported and drawn, can, in their order; with names that the store here has. */
class DocumentedExportsTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./casus ((?:export|import|plot) [^#\\n]*)");

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/exports.md", "docs/tutorials.md", "docs/python.md"})
    void commandsRun(String page) throws IOException {
        Path store = CommandRun.store(dir.resolve("store"));
        List<String> commands = COMMAND.matcher(Files.readString(Path.of(page)))
                .results()
                .map(match -> match.group(1).strip())
                .toList();

        assertThat(commands).isNotEmpty();
        for (String command : commands) {
            // The store here has one event, of one actor with another that is unknown.
            int expected = command.startsWith("plot network") ? ExitCode.FAILED : ExitCode.DONE;
            assertThat(CommandRun.of(words(command, store)))
                    .as(page + ": " + command)
                    .satisfies(run -> assertThat(run.exitCode()).as(run.err()).isEqualTo(expected));
        }
    }

    private String[] words(String command, Path store) {
        List<String> words = new ArrayList<>();
        String before = "";
        for (String word : command.split(" +")) {
            boolean place = before.equals("-o") || before.equals("import") || before.equals("--store");
            words.add(place ? dir.resolve(word).toString() : known(before, word));
            before = word;
        }
        if (!words.contains("--store")) {
            words.addAll(List.of("--store", store.toString()));
        }
        return words.toArray(new String[0]);
    }

    private static String known(String option, String word) {
        return switch (option) {
            case "--around" -> "Baku";
            case "--article" -> "a-1";
            case "--until" -> "2023-12-31";
            default -> word;
        };
    }
}
