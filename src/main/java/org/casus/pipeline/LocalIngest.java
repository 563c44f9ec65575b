package org.casus.pipeline;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.casus.store.PutReport;
import org.jspecify.annotations.Nullable;

/**
 * Files -> store on this machine: reads, runs the pipeline on all cores, stores in batches, and fuses at the end. An
 * article that is stored as this program would make it again is not read again.
 */
public final class LocalIngest {
    /** One transaction for each article would take thirty times the disk. */
    private static final int BATCH = 100;

    private final ArticleFlow<Made> flow;
    private final EventStore store;
    private final String program;
    private final Instant now;
    private final Map<String, Integer> rejected = new TreeMap<>();
    private final Map<String, HashCode> texts = new HashMap<>();
    private final List<ArticleGraph> batch = new ArrayList<>();
    private final Map<String, String> bases = new HashMap<>();
    private PutReport stored = new PutReport(0, 0, 0, List.of());
    private long read;
    private int known;
    private volatile boolean stopping;
    private volatile @Nullable Pipeline pipeline;

    /**
     * What an article came to.
     *
     * @param text what it was made of in short, for telling two articles of one id from one
     * @param basis a hash of all that the graph depends on
     * @param graph null where the store has it already
     */
    private record Made(
            String articleId,
            HashCode text,
            String basis,
            @Nullable ArticleGraph graph) {}

    /**
     * Ingests into a store that the caller closes.
     *
     * @param models asked for once, when there is an article to read
     * @param settings a hash of what the models are told beside what the program is
     * @param now noted as the time of ingestion
     */
    public LocalIngest(
            ArticleReader reader, Supplier<Pipeline> models, String settings, EventStore store, Instant now) {
        this.flow = new ArticleFlow<>(reader, this::known, models, this::make);
        this.store = store;
        this.program = GraphMapper.fingerprint() + settings;
        this.now = now;
    }

    /** The same, of all inputs as they come and with the models as they ship. */
    public LocalIngest(Supplier<Pipeline> models, EventStore store, Instant now) {
        this(new ArticleReader(), models, "", store, now);
    }

    private Optional<Made> known(Article article) {
        String basis = basis(article);
        return store.isMadeOf(article.id(), basis)
                ? Optional.of(new Made(article.id(), text(article), basis, null))
                : Optional.empty();
    }

    private Made make(Pipeline models, Article article) {
        pipeline = models;
        return new Made(article.id(), text(article), basis(article), models.run(article));
    }

    private static HashCode text(Article article) {
        return Hashing.farmHashFingerprint64().hashString(article.text(), StandardCharsets.UTF_8);
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
        FusionReport fusion = new EventFusion().fuse(store);
        if (stored.changed()) {
            store.optimise();
        }
        return report(fusion, (System.nanoTime() - start) / 1e9);
    }

    private IngestReport report(FusionReport fusion, double seconds) {
        PutReport all = stored.plus(new PutReport(0, 0, known, List.of()));
        Map<Floor, Long> nanos = pipeline == null ? Map.of() : pipeline.nanos();
        long tokens = pipeline == null ? 0 : pipeline.tokens();
        return new IngestReport(read, all, rejected, fusion, nanos, tokens, seconds, stopping);
    }

    /**
     * Of two articles that claim one id in one run the first stays: which came later says nothing of which is right.
     */
    private void take(Made made, Consumer<Reading.Rejected> faults) {
        String id = made.articleId();
        HashCode before = texts.putIfAbsent(id, made.text());
        if (before != null && !before.equals(made.text())) {
            String fault = id + ": another article of this run has the same id and another text";
            reject(new Reading.Rejected(id, "duplicate-id", fault), faults);
        } else if (made.graph() == null) {
            known++;
        } else {
            batch.add(made.graph());
            bases.put(id, made.basis());
            if (batch.size() >= BATCH) {
                flush(faults);
            }
        }
    }

    private void reject(Reading.Rejected fault, Consumer<Reading.Rejected> faults) {
        rejected.merge(fault.reason(), 1, Integer::sum);
        faults.accept(fault);
    }

    private void flush(Consumer<Reading.Rejected> faults) {
        PutReport report = store.put(batch, bases, now);
        report.refused().forEach(refusal -> {
            String id = refusal.articleId();
            reject(new Reading.Rejected(id, "shapes", id + ": " + refusal.fault()), faults);
        });
        stored = stored.plus(report);
        batch.clear();
        bases.clear();
    }
}
