package org.casus.pipeline;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.Reading;
import org.casus.fusion.EventFusion;
import org.casus.fusion.FusionReport;
import org.casus.graph.ArticleGraph;
import org.casus.graph.GraphMapper;
import org.casus.store.EventStore;
import org.casus.store.PreparedGraph;
import org.casus.store.PutReport;
import org.jspecify.annotations.Nullable;

/**
 * Files -> store on this machine: reads, runs the pipeline on all cores, stores in batches, and fuses at the end. An
 * article that is stored as this program would make it again is not read again, and one that only the rules after
 * annotation would make otherwise is not annotated again.
 */
public final class LocalIngest {
    /** TDB2 writes the pages that a transaction changes anew, so that small ones take many times the disk. */
    private static final long STATEMENTS_A_BATCH = 500_000;
    /** What a run that is killed may lose. */
    private static final long LONGEST_BATCH = Duration.ofMinutes(1).toNanos();

    private final ArticleFlow<Made> flow;
    private final EventStore store;
    private final String program;
    private final Instant now;
    private final Map<String, Integer> rejected = new TreeMap<>();
    /** Written to by workers as they load the models, and by the thread that stores. */
    private final Map<Floor, Long> nanos = new ConcurrentHashMap<>();

    private final boolean afresh;
    private final KeptAnnotations annotations;
    private final SeenTexts seen = new SeenTexts();
    private final List<PreparedGraph> batch = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private long statements;
    private long begun;
    private PutReport stored = new PutReport(0, 0, 0, List.of());
    private long read;
    private int known;
    private long repeated;
    private long undated;
    private volatile long tokensBefore;
    private volatile boolean stopping;
    private volatile @Nullable Pipeline pipeline;

    /** What an article came to. */
    private sealed interface Made {
        String articleId();

        /**
         * A new graph.
         *
         * @param place the file of the article, and where it begins
         */
        record Fresh(String articleId, String place, boolean dated, PreparedGraph graph) implements Made {}

        /** The store has its graph already. */
        record Known(String articleId) implements Made {}

        /** It came before in this run. */
        record Repeat(String articleId) implements Made {}

        /** Another text came under its id in this run. */
        record Clash(String articleId, String place) implements Made {}
    }

    /**
     * Ingests into a store that the caller closes.
     *
     * @param models asked for once, when there is an article to read
     * @param settings a hash of what the models are told beside what the program is
     * @param now noted as the time of ingestion
     */
    public LocalIngest(
            ArticleReader reader, Supplier<Pipeline> models, String settings, EventStore store, Instant now) {
        this(reader, models, settings, store, now, false);
    }

    /**
     * The same.
     *
     * @param afresh true to annotate every article, whatever is known of it
     */
    public LocalIngest(
            ArticleReader reader,
            Supplier<Pipeline> models,
            String settings,
            EventStore store,
            Instant now,
            boolean afresh) {
        this.flow = new ArticleFlow<>(reader, this::before, this::known, () -> counted(models.get()), this::make);
        this.store = store;
        this.program = GraphMapper.fingerprint() + settings;
        this.now = now;
        this.afresh = afresh;
        this.annotations = new KeptAnnotations(store, afresh);
    }

    /** The same, of all inputs as they come and with the models as they ship. */
    public LocalIngest(Supplier<Pipeline> models, EventStore store, Instant now) {
        this(new ArticleReader(), models, "", store, now);
    }

    /**
     * Of two articles that claim one id in one run the first stays: which came later says nothing of which is right.
     */
    private Optional<Made> before(Reading.Accepted accepted) {
        return switch (seen.add(accepted.article())) {
            case NOTHING -> Optional.empty();
            case SAME_TEXT -> Optional.of(new Made.Repeat(accepted.id()));
            case OTHER_TEXT -> Optional.of(new Made.Clash(accepted.id(), accepted.place()));
        };
    }

    private Optional<Made> known(Reading.Accepted accepted) {
        Article article = accepted.article();
        return !afresh && store.isMadeOf(article.id(), basis(article))
                ? Optional.of(new Made.Known(article.id()))
                : Optional.empty();
    }

    /** Another run may have used the models before. */
    private Pipeline counted(Pipeline models) {
        models.nanos().forEach((floor, before) -> nanos.put(floor, -before));
        tokensBefore = models.tokens();
        pipeline = models;
        return models;
    }

    private Made make(Pipeline models, Reading.Accepted accepted) {
        Article article = accepted.article();
        ArticleGraph graph = models.run(article, annotations);
        PreparedGraph prepared = timed(Floor.STORE, () -> store.prepare(graph, basis(article), now));
        return new Made.Fresh(article.id(), accepted.place(), article.date() != null, prepared);
    }

    private String basis(Article article) {
        Hasher hasher = Hashing.murmur3_128().newHasher();
        Stream.of(
                        program,
                        article.id(),
                        article.text(),
                        article.title(),
                        article.date(),
                        article.dateBasis(),
                        article.publisher(),
                        article.url(),
                        article.language())
                .map(String::valueOf)
                .forEach(part -> hasher.putInt(part.length()).putString(part, StandardCharsets.UTF_8));
        return hasher.hash().toString();
    }

    /** Asks a run on another thread to end after what it has begun. */
    public void stop() {
        stopping = true;
    }

    /**
     * Reads all inputs, in their order.
     *
     * @param progress told how many records have been read so far
     * @param faults told each fault as it comes
     */
    public IngestReport run(List<Path> inputs, int threads, LongConsumer progress, Consumer<Reading.Rejected> faults) {
        long start = System.nanoTime();
        flow.run(inputs, threads, () -> stopping, new ArticleFlow.Sink<>() {
            @Override
            public void accepted(Made made) {
                progress.accept(++read);
                take(made, faults);
            }

            @Override
            public void rejected(Reading.Rejected fault) {
                progress.accept(++read);
                reject(fault, faults);
            }
        });
        flush(faults);
        FusionReport fusion = timed(Floor.FUSION, () -> new EventFusion().fuse(store));
        if (stored.changed()) {
            store.optimise();
        }
        return report(fusion, (System.nanoTime() - start) / 1e9);
    }

    private IngestReport report(FusionReport fusion, double seconds) {
        PutReport all = stored.plus(new PutReport(0, 0, known, List.of()));
        if (pipeline != null) {
            pipeline.nanos().forEach((floor, spent) -> nanos.merge(floor, spent, Long::sum));
        }
        long tokens = pipeline == null ? 0 : pipeline.tokens() - tokensBefore;
        IngestReport.Reuse reuse = new IngestReport.Reuse(annotations.reused(), annotations.damaged());
        return new IngestReport(
                read, all, repeated, undated, rejected, reuse, fusion, nanos, tokens, seconds, stopping);
    }

    private void take(Made made, Consumer<Reading.Rejected> faults) {
        String id = made.articleId();
        if (made instanceof Made.Fresh fresh) {
            begun = batch.isEmpty() ? System.nanoTime() : begun;
            batch.add(fresh.graph());
            statements += fresh.graph().statements();
            places.put(id, fresh.place());
            undated += fresh.dated() ? 0 : 1;
            if (statements >= STATEMENTS_A_BATCH || System.nanoTime() - begun > LONGEST_BATCH) {
                flush(faults);
            }
        } else if (made instanceof Made.Known) {
            known++;
        } else if (made instanceof Made.Repeat) {
            repeated++;
        } else if (made instanceof Made.Clash clash) {
            String fault =
                    "%s: another article of this run has the same id and another text: %s".formatted(clash.place(), id);
            reject(new Reading.Rejected(id, "duplicate-id", fault), faults);
        }
    }

    private void reject(Reading.Rejected fault, Consumer<Reading.Rejected> faults) {
        rejected.merge(fault.reason(), 1, Integer::sum);
        faults.accept(fault);
    }

    private void flush(Consumer<Reading.Rejected> faults) {
        PutReport report = timed(Floor.STORE, () -> store.putPrepared(batch));
        report.refused().forEach(refusal -> {
            String id = refusal.articleId();
            reject(new Reading.Rejected(id, "shapes", places.get(id) + ": " + refusal.fault()), faults);
        });
        // Without the refusals, of which there may be many.
        stored = stored.plus(new PutReport(report.added(), report.replaced(), report.unchanged(), List.of()));
        batch.clear();
        statements = 0;
        places.clear();
    }

    private <T> T timed(Floor floor, Supplier<T> step) {
        long start = System.nanoTime();
        T result = step.get();
        nanos.merge(floor, System.nanoTime() - start, Long::sum);
        return result;
    }
}
