package org.casus.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.casus.annotation.SharedAnnotator;
import org.casus.article.ArticleReader;
import org.casus.classification.SharedClassifier;
import org.casus.extraction.Extractor;
import org.casus.store.EventStore;

/**
 * Times the build of made short articles: run its main with a store's folder, the number of the first article and of
 * the one after the last, how many threads, and {@code classifier} or {@code table}. Of each ten thousand articles it
 * prints how many were read a second and what memory was held, at the end what fusion took, and the build of the same
 * input again; with a further word also for other settings, once with the language models and once with what they said.
 * No test.
 */
final class IngestBenchmark {
    private static final int STEP = 10_000;
    private static final int FIRST_STEP = 1000;
    private static final int A_DAY = 25;
    private static final LocalDate START = LocalDate.of(2011, 1, 26);
    private static final List<String> STATES = List.of(
            "Armenia",
            "Azerbaijan",
            "Russia",
            "Turkey",
            "Iran",
            "Georgia",
            "Ukraine",
            "France",
            "Israel",
            "Syria",
            "Sudan",
            "Ethiopia",
            "Eritrea",
            "Kenya",
            "Somalia",
            "India",
            "Pakistan",
            "China",
            "Japan",
            "Serbia");
    private static final List<String> CITIES = List.of(
            "Yerevan",
            "Baku",
            "Moscow",
            "Ankara",
            "Tehran",
            "Tbilisi",
            "Kyiv",
            "Paris",
            "Damascus",
            "Khartoum",
            "Addis Ababa",
            "Asmara",
            "Nairobi",
            "Mogadishu",
            "New Delhi",
            "Islamabad",
            "Beijing",
            "Tokyo",
            "Belgrade");
    private static final List<String> MINISTRIES = List.of("foreign ministry", "defence ministry", "president");
    private static final List<String> ACTS = List.of(
            "%s shelled villages near %s in a dispute with %s, killing %d people.",
            "%s accused forces near %s of attacks that %s had ordered, in which %d soldiers died.",
            "%s sent troops to %s after talks with %s failed, and %d people fled.",
            "%s and the mayor of %s agreed with %s to exchange %d prisoners.",
            "%s condemned the arrests in %s, for which %s was blamed, of %d journalists.",
            "%s signed an accord in %s with %s on the return of %d refugees.");
    private static final List<String> COLOUR = List.of(
            "Witnesses spoke of smoke over the %s, and shops stayed shut.",
            "Rain had fallen on the %s for days, and the roads were bad.",
            "Trade through the %s came to a halt for the third time this year.");
    private static final List<String> SPOTS =
            List.of("harbour", "old town", "railway yards", "river crossing", "hills", "market", "airport road");

    private final PrintStream out = System.out;
    private long since;
    private double worked;
    private long counted;

    public static void main(String[] arguments) throws IOException {
        int from = Integer.parseInt(arguments[1]);
        int until = Integer.parseInt(arguments[2]);
        int threads = Integer.parseInt(arguments[3]);
        boolean judged = arguments[4].equals("classifier");
        Path news = Files.createTempFile("casus-news", ".jsonl");
        try {
            write(news, from, until);
            Pipeline models = new Pipeline(
                    SharedAnnotator.get(), new Extractor(judged ? SharedClassifier.get() : null, List.of()));
            try (EventStore store = EventStore.open(Path.of(arguments[0]))) {
                new IngestBenchmark().time(news, threads, models, store, arguments.length > 5);
            }
        } finally {
            Files.delete(news);
        }
    }

    private void time(Path news, int threads, Pipeline models, EventStore store, boolean anew) throws IOException {
        say("start");
        time("build", news, threads, models, store, "", false);
        time("again", news, threads, models, store, "", false);
        if (anew) {
            double annotated = time("annotated anew", news, threads, models, store, "other", true);
            double reused = time("annotations reused", news, threads, models, store, "yet other", false);
            out.printf("ratio=%.1f%n", annotated / reused);
        }
    }

    /** Seconds without those of storing and of fusion. */
    private double time(
            String round, Path news, int threads, Pipeline models, EventStore store, String settings, boolean afresh)
            throws IOException {
        double before = processor();
        begin(0);
        IngestReport report = new LocalIngest(new ArticleReader(), () -> models, settings, store, Instant.EPOCH, afresh)
                .run(List.of(news), threads, this::count, fault -> out.println(fault.fault()));
        out.printf(
                "%s: %d read, %d added, %d reused, %.1f s, %.1f s of processor, %d tokens; seconds of floors%s%n",
                round,
                report.read(),
                report.stored().added(),
                report.annotations().reused(),
                report.seconds(),
                processor() - before,
                report.tokens(),
                seconds(report));
        say(round);
        return Stream.of(Floor.ANNOTATION, Floor.EXTRACTION, Floor.ENTITY, Floor.GRAPH)
                .mapToDouble(floor -> report.nanos().getOrDefault(floor, 0L) / 1e9)
                .sum();
    }

    private static String seconds(IngestReport report) {
        StringBuilder seconds = new StringBuilder();
        report.nanos().forEach((floor, nanos) -> seconds.append(" %s=%.1f".formatted(floor, nanos / 1e9)));
        return seconds.toString();
    }

    private void count(long read) {
        if (read % STEP == 0 || read == FIRST_STEP) {
            long last = read - counted;
            double seconds = (System.nanoTime() - since) / 1e9;
            out.printf(
                    "%d articles, the last %d at %.1f a second, %.2f ms of processor each%n",
                    read, last, last / seconds, (processor() - worked) * 1000 / last);
            try {
                say("after " + read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            begin(read);
        }
    }

    private void begin(long read) {
        counted = read;
        since = System.nanoTime();
        worked = processor();
    }

    /** Seconds that all cores have worked for this process. */
    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    /** What the heap holds after a collection, and what the process holds, without and with the files it maps. */
    private void say(String when) throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        StringBuilder memory = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("RssAnon") || line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
                memory.append(' ').append(line.replaceAll("\\s+", " "));
            }
        }
        out.printf("  %s: heap %d MB,%s, load %.1f%n", when, heap >> 20, memory, load);
    }

    private static void write(Path news, int from, int until) throws IOException {
        try (Writer lines = Files.newBufferedWriter(news, UTF_8)) {
            for (int i = from; i < until; i++) {
                Random random = new Random(i);
                String text = text(random);
                lines.write("{\"id\": \"made-%d\", \"date\": \"%s\", \"publisher\": \"Paper %d\", \"text\": \"%s\"}%n"
                        .formatted(i, START.plusDays(i / A_DAY % 4000), random.nextInt(50), text));
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int sentences = 1 + random.nextInt(2);
        for (int i = 0; i < sentences; i++) {
            String act = one(ACTS, random)
                    .formatted(one(STATES, random), one(CITIES, random), one(STATES, random), 2 + random.nextInt(90));
            text.append(act).append(' ');
        }
        text.append(one(COLOUR, random).formatted(one(SPOTS, random))).append(' ');
        return text.append("The %s of %s said so on Tuesday.".formatted(one(MINISTRIES, random), one(STATES, random)))
                .toString();
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
