package org.casus.pipeline;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.Reading;
import org.casus.fusion.EventFusion;
import org.casus.fusion.FusionReport;
import org.casus.graph.ArticleGraph;
import org.casus.store.EventStore;
import org.casus.store.PutReport;

/** Files -> store on this machine: reads, runs the pipeline on all cores, stores in batches, and fuses at the end. */
public final class LocalIngest {
    /** One transaction for each article would take thirty times the disk. */
    private static final int BATCH = 100;

    private final ArticleFlow<Made> flow;
    private final EventStore store;
    private final Instant now;
    private final Map<String, Integer> rejected = new TreeMap<>();
    private final Map<String, HashCode> texts = new HashMap<>();
    private final List<ArticleGraph> batch = new ArrayList<>();
    private PutReport stored = new PutReport(0, 0, 0, List.of());
    private long read;
    private volatile boolean stopping;

    /** A graph, with the text that it was made of in short. */
    private record Made(ArticleGraph graph, HashCode text) {}

    /**
     * Ingests into a store that the caller closes.
     *
     * @param models asked for once, when there is an article to read
     * @param now noted as the time of ingestion
     */
    public LocalIngest(ArticleReader reader, Supplier<Pipeline> models, EventStore store, Instant now) {
        this.flow = new ArticleFlow<>(reader, models, LocalIngest::make);
        this.store = store;
        this.now = now;
    }

    /** The same, of all inputs as they come. */
    public LocalIngest(Supplier<Pipeline> models, EventStore store, Instant now) {
        this(new ArticleReader(), models, store, now);
    }

    private static Made make(Pipeline pipeline, Article article) {
        return new Made(
                pipeline.run(article),
                Hashing.farmHashFingerprint64().hashString(article.text(), StandardCharsets.UTF_8));
    }

    /** Asks a run on another thread to end after what it has begun. */
    public void stop() {
        stopping = true;
    }

    /**
     * Reads all inputs, in their order.
     *
     * @param progress told how many records have been read so far
     * @param faults told each fault as it comes, in one line
     */
    public IngestReport run(List<Path> inputs, int threads, LongConsumer progress, Consumer<String> faults) {
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
                reject(fault.reason(), fault.fault(), faults);
            }
        });
        flush(faults);
        FusionReport fusion = new EventFusion().fuse(store);
        if (stored.changed()) {
            store.optimise();
        }
        return new IngestReport(read, stored, rejected, fusion, (System.nanoTime() - start) / 1e9, stopping);
    }

    /**
     * Of two articles that claim one id in one run the first stays: which came later says nothing of which is right.
     */
    private void take(Made made, Consumer<String> faults) {
        String id = made.graph().articleId();
        HashCode before = texts.putIfAbsent(id, made.text());
        if (before != null && !before.equals(made.text())) {
            reject("duplicate-id", id + ": another article of this run has the same id and another text", faults);
            return;
        }
        batch.add(made.graph());
        if (batch.size() >= BATCH) {
            flush(faults);
        }
    }

    private void reject(String reason, String fault, Consumer<String> faults) {
        rejected.merge(reason, 1, Integer::sum);
        faults.accept(fault);
    }

    private void flush(Consumer<String> faults) {
        PutReport report = store.put(batch, now);
        report.refused().forEach(refusal -> reject("shapes", refusal.articleId() + ": " + refusal.fault(), faults));
        stored = stored.plus(report);
        batch.clear();
    }
}
