package org.casus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casus.article.Samples;
import org.casus.pipeline.ExampleStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code java ... org.casus.Program ...} of the pages is run as it stands there, but with small numbers: what is
 * shown is that the program is there, takes these arguments and prints something.
 */
@Tag("models")
class DocumentedProgramsTest {
    private static final Pattern PROGRAM = Pattern.compile("(?m)^ *java .* org\\.casus\\.([a-z]+\\.\\w+) (.+)$");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** The numbers that take the place of those on the page. */
    private static final ImmutableMap<String, List<String>> SMALL = ImmutableMap.of(
            "annotation.AnnotationBench", List.of("1"),
            "annotation.AttributionMeasure", List.of("1"),
            "pipeline.IngestBenchmark", List.of("0", "5", "2"),
            "store.StoreBenchmark", List.of("100", "50"),
            "fusion.FusionBenchmark", List.of("100"),
            "server.ServerBenchmark", List.of("4", "1", "10"),
            "server.PageBenchmark", List.of());

    /** Not run, and why. */
    private static final ImmutableMap<String, String> LEFT_OUT =
            ImmutableMap.of("annotation.CoreferenceMeasure", "loads CoreNLP's own coreference, 2 GB");

    /** Left out of AnnotationBench: all of CoreNLP's models, which need 4 GB and take minutes. */
    private static final String STOCK = "stock";

    private static final Set<String> SHOWN_IN_CHROMIUM = Set.of("server.PageBenchmark");

    @TempDir
    private Path dir;

    static Stream<String[]> programs() throws IOException {
        List<String[]> programs = new ArrayList<>();
        for (Path page : DocumentedCommandsTest.pages().toList()) {
            PROGRAM.matcher(Files.readString(page))
                    .results()
                    .forEach(match -> programs.add(new String[] {match.group(1), match.group(2)}));
        }
        return programs.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("programs")
    void programsRun(String program, String arguments) throws Exception {
        assumeFalse(LEFT_OUT.containsKey(program), LEFT_OUT.getOrDefault(program, ""));
        assumeFalse(SHOWN_IN_CHROMIUM.contains(program) && !isInstalled("chromedriver"), "no Chromium with its driver");
        Files.writeString(
                dir.resolve("articles.jsonl"), "{\"id\": \"1\", \"text\": \"%s\"}\n".formatted(Samples.FIRST));
        Files.writeString(dir.resolve("attributions.jsonl"), """
                {"id": "1", "text": "Peru lied, Chile said.", "attributions": [{"source": {"start": 11, "end": 16},
                "cue": {"start": 17, "end": 21}, "content": {"start": 0, "end": 9}}]}
                """.replaceAll("\\n(?!$)", " "));

        String printed = printed(program, small(program, arguments));

        assertThat(printed).containsPattern("\\d");
    }

    private List<String> small(String program, String arguments) throws IOException {
        Iterator<String> numbers = SMALL.getOrDefault(program, List.of()).iterator();
        List<String> words = new ArrayList<>();
        for (String word : Splitter.on(' ').split(arguments)) {
            if (NUMBER.matcher(word).matches()) {
                words.add(numbers.next());
            } else if (word.equals("STORE")) {
                words.add(ExampleStore.copy(dir.resolve("store")).toString());
            } else if (word.equals("FOLDER") || word.endsWith(".jsonl")) {
                words.add(dir.resolve(word).toString());
            } else if (!word.equals(STOCK)) {
                words.add(word);
            }
        }
        assertThat(numbers).isExhausted();
        return words;
    }

    private static String printed(String program, List<String> arguments) throws Exception {
        Method main = Class.forName("org.casus." + program).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try {
            System.setOut(new PrintStream(out, true, UTF_8));
            main.invoke(null, (Object) arguments.toArray(new String[0]));
        } finally {
            System.setOut(before);
        }
        return out.toString(UTF_8);
    }

    private static boolean isInstalled(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Splitter.on(File.pathSeparatorChar)
                .splitToStream(path)
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
