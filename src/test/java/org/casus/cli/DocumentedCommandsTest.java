package org.casus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.file.PathUtils;
import org.casus.article.Samples;
import org.casus.pipeline.ExampleStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Every command that the README and the pages of {@code docs} and {@code examples} tell one to type is run: page by
 * page, in their order, in a folder that has the files they speak of, on a copy of the store of the examples.
 */
@Tag("models")
class DocumentedCommandsTest {
    /** Commands of others that the pages tell one to type, and why they are not run here. */
    private static final ImmutableMap<String, String> NOT_OURS = ImmutableMap.of(
            "mvn", "is what runs this test",
            "spark-submit", "wants a cluster; SparkIngestTest runs the same class");

    /** Left out of bench alone: it loads all of CoreNLP's models, which needs 4 GB and takes minutes. */
    private static final String LEFT_OUT = "--against stock";

    /** What is added, so that what would go on for minutes or for ever is done soon, and writes nowhere else. */
    private static final ImmutableMap<String, String> ADDED = ImmutableMap.of(
            "watch", "--once --pause 0s",
            "fetch", "--pause 0s --out casus-fetched",
            "bench", "--articles 1",
            "train", "src/test/resources/training --weights own.weights");

    private static final Pattern COMMAND = Pattern.compile("(?m)^ *\\./casus (.*?)(?:\\s+#.*)?$");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(?s:(.*?))```");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String STANDARD_INPUT =
            "{\"story\": {\"body\": \"%s\"}, \"when\": \"2024-03-05\"}\n".formatted(Samples.FIRST);
    private static final Pattern WEB = Pattern.compile("https://example\\.org(?=/)");

    /** What takes seconds to begin is run once, however many pages tell of it. */
    private static final Pattern LOADS_MODELS = Pattern.compile("^(build|extract|evaluate|watch|bench|spark|train)\\b");

    private static final Set<String> STORELESS =
            Set.of("queries", "extract", "evaluate", "gazetteer", "fetch", "train", "bench", "spark");

    private static final Set<String> RUN = new HashSet<>();

    @TempDir
    private Path dir;

    private final NewsSite site = new NewsSite();

    private Path store = Path.of("");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(
                    Stream.of(Path.of("README.md"), Path.of("examples/README.md")),
                    docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList()
                    .stream();
        }
    }

    @BeforeEach
    void writeWhatIsSpokenOf() throws IOException {
        store = ExampleStore.copy(dir.resolve("store"));
        Map<String, byte[]> samples = Samples.all();
        for (String name : List.of("news.txt", "news.zip", "crawl.warc.gz", "feed.rss")) {
            Files.write(dir.resolve(name), samples.get(name));
        }
        Files.write(dir.resolve("table.csv"), samples.get("news.csv"));
        Files.write(dir.resolve("archive.zip"), samples.get("news.zip"));
        write("news/one.jsonl", "{\"id\": \"one\", \"text\": \"%s\"}\n".formatted(Samples.FIRST));
        write("places_tr-news.jsonl", Files.readString(dir.resolve("news/one.jsonl")));
        write("news/page.html", new String(samples.get("news.html"), UTF_8));
        write("casus-fetched/one.txt", Samples.FIRST);
        write("examples/articles/one.txt", Samples.FIRST);
        write("story.txt", Samples.FIRST);
        write("test.txt", "Peru upbraided Chile.");
        write("today.txt", dir.resolve("story.txt") + "\n");
        write("own.rq", "ASK { ?s ?p ?o }");
        write(
                "gold.jsonl",
                "{\"id\": \"1\", \"text\": \"%s\", \"events\": [{\"type\": \"ACCUSE\"}]}\n".formatted(Samples.FIRST));
        write(
                "news.facts.jsonl",
                "{\"kind\": \"event\", \"types\": [\"ACCUSE\"], \"source\": \"Kenya\", \"says\": \"it\"}\n");
        write("mine.tsv", block("docs/tutorials.md", "garrison/v"));
        write("our-actors.tsv", block("docs/tutorials.md", "name\ttype"));
        Files.createDirectories(dir.resolve("casus-gazetteer"));
        try (GZIPOutputStream dump = new GZIPOutputStream(Files.newOutputStream(dir.resolve("latest-all.json.gz")))) {
            dump.write("[\n{\"id\":\"Q1\",\"type\":\"item\",\"labels\":{},\"claims\":{}}\n]\n".getBytes(UTF_8));
        }
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsRun(Path page) throws Exception {
        List<String> commands = COMMAND.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1))
                .filter(command -> !LOADS_MODELS.matcher(command).find() || RUN.add(command))
                .toList();
        for (String command : commands) {
            CommandRun run = command.startsWith("serve") ? serve(command) : run(command);
            assertThat(run.exitCode())
                    .as("%s: %s\n%s", page, command, run.err())
                    .isEqualTo(ExitCode.DONE);
            assertThat(run.err()).as("%s: %s", page, command).doesNotContain("nothing found");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandIsRunOrKnownNotToBe(Path page) throws IOException {
        String blocks = BLOCK.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1).replaceAll("\\\\\n", ""))
                .collect(Collectors.joining());

        assertThat(blocks.lines().map(String::strip).filter(line -> !line.startsWith("./casus ")))
                .as("%s", page)
                .allMatch(line -> NOT_OURS.containsKey(line.split(" ", 2)[0]));
    }

    private CommandRun run(String command) throws IOException {
        String[] parts = command.split(" > ", 2);
        InputStream before = System.in;
        CommandRun run;
        try {
            System.setIn(new ByteArrayInputStream(STANDARD_INPUT.getBytes(UTF_8)));
            run = CommandRun.of(words(parts[0]));
        } finally {
            System.setIn(before);
        }
        if (parts.length == 2) {
            write(parts[1], run.out());
        }
        return run;
    }

    /** It serves until it is stopped. */
    private CommandRun serve(String command) throws Exception {
        StringWriter err = new StringWriter();
        ServeCommand serve = new ServeCommand();
        CommandLine line = new CommandLine(serve)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true));
        String[] words = words(command.replaceFirst("^serve", "").replaceFirst("--port \\d+", "") + " --port 0");
        CompletableFuture<Integer> served = CompletableFuture.supplyAsync(() -> line.execute(words));
        serve.stop();
        return new CommandRun(served.get(1, TimeUnit.MINUTES), "", err.toString());
    }

    private String[] words(String documented) {
        String command = documented.replace(LEFT_OUT, "");
        String added = ADDED.getOrDefault(command.split(" ", 2)[0], "");
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(WEB.matcher(command).replaceAll(site.root()) + " " + added);
        String before = "";
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(here(before, word));
            before = word;
        }
        String name = words.isEmpty() ? "" : words.get(0);
        if (List.of("build", "extract", "watch", "gazetteer").contains(name)) {
            words.addAll(List.of("--gazetteer", dir.resolve("casus-gazetteer").toString()));
        }
        if (!STORELESS.contains(name) && !words.contains("--store")) {
            words.addAll(List.of("--store", store.toString()));
        }
        return words.toArray(new String[0]);
    }

    /** A file or folder that is there, or is to be. */
    private String here(String before, String word) {
        if (word.startsWith("@")) {
            return "@" + here(before, word.substring(1));
        }
        boolean written = List.of("-o", "--out", "--store", "--weights").contains(before);
        boolean pattern =
                word.contains("*") && !List.of("--include", "--exclude").contains(before);
        return written || pattern || (!word.equals("-") && Files.exists(dir.resolve(word)))
                ? dir.resolve(word).toString()
                : word;
    }

    private void write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        PathUtils.createParentDirectories(file);
        Files.writeString(file, text);
    }

    /** The block of a page that begins so. */
    private static String block(String page, String beginning) throws IOException {
        Matcher block = Pattern.compile("```\\n\\s*(" + Pattern.quote(beginning) + "(?s:.*?))\\s*```")
                .matcher(Files.readString(Path.of(page)));
        assertThat(block.find()).as("%s in %s", beginning, page).isTrue();
        return block.group(1).replaceAll("(?m)^ +", "") + "\n";
    }
}
