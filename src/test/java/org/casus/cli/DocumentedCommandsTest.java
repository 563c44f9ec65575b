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
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.file.PathUtils;
import org.casus.article.Samples;
import org.casus.pipeline.ExampleStore;
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
    /** What is not run here, by how it begins, and why. */
    private static final ImmutableMap<String, String> LEFT_OUT = ImmutableMap.of(
            "fetch ", "asks servers of others; FeedFetcherTest fetches from one of its own",
            "bench --against stock", "loads all of CoreNLP's models and takes minutes; BenchCommandTest measures Casus",
            "train", "takes minutes; TrainCommandTest trains on fewer sentences",
            "spark ", "SparkIngestTest runs it, on Spark");

    private static final Pattern COMMAND = Pattern.compile("(?m)^ *\\./casus (.*?)(?:\\s+#.*)?$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String STANDARD_INPUT =
            "{\"story\": {\"body\": \"%s\"}, \"when\": \"2024-03-05\"}\n".formatted(Samples.FIRST);
    private static final Pattern WEB = Pattern.compile("https?://.*");

    /** What takes seconds to begin is run once, however many pages tell of it. */
    private static final Pattern LOADS_MODELS = Pattern.compile("^(build|extract|evaluate|watch) ");

    private static final Set<String> RUN = new HashSet<>();

    @TempDir
    private Path dir;

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
        CommandRun.of(
                        "export",
                        "--store",
                        store.toString(),
                        "--split",
                        "10000",
                        "-o",
                        dir.resolve("run").toString())
                .ends(ExitCode.DONE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsRun(Path page) throws Exception {
        List<String> commands = COMMAND.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1))
                .filter(command -> LEFT_OUT.keySet().stream().noneMatch(command::startsWith))
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

    private String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        String before = "";
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(here(before, word));
            before = word;
        }
        String name = words.isEmpty() ? "" : words.get(0);
        if (name.equals("watch")) {
            words.removeIf(word -> WEB.matcher(word).matches());
            words.add("--once");
        }
        if (List.of("build", "extract", "watch", "gazetteer").contains(name)) {
            words.addAll(List.of("--gazetteer", dir.resolve("casus-gazetteer").toString()));
        }
        if (!List.of("queries", "extract", "evaluate", "gazetteer").contains(name) && !words.contains("--store")) {
            words.addAll(List.of("--store", store.toString()));
        }
        return words.toArray(new String[0]);
    }

    /** A file or folder that is there, or is to be. */
    private String here(String before, String word) {
        if (word.startsWith("@")) {
            return "@" + here(before, word.substring(1));
        }
        boolean written = List.of("-o", "--store").contains(before);
        return written || (!word.equals("-") && Files.exists(dir.resolve(word)))
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
