package org.casus.classification;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.LongAdder;
import org.casus.encoding.Encoder;
import org.casus.encoding.Passage;
import org.jspecify.annotations.Nullable;

/** Says which event a marked clause tells of. Threads may share it; made by {@link Training}. */
public final class Classifier implements AutoCloseable {
    static final String WEIGHTS = "classifier.weights";
    /** Some 30 MB. */
    private static final int REMEMBERED = 10_000;

    private final Encoder encoder;
    private final Weights weights;
    /** The same words come again: papers print what agencies wrote. */
    private final Cache<Passage, Judgement> remembered =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    private final LongAdder nanos = new LongAdder();
    private final LongAdder judged = new LongAdder();

    /** With the weights that are shipped. */
    public Classifier() {
        this(new Encoder(), shipped());
    }

    Classifier(Encoder encoder, Weights weights) {
        this.encoder = encoder;
        this.weights = weights;
    }

    private static Weights shipped() {
        InputStream in = Classifier.class.getResourceAsStream(WEIGHTS);
        if (in == null) {
            throw new IllegalStateException("no " + WEIGHTS + " on the class path");
        }
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
            return Weights.read(data);
        } catch (IOException e) {
            throw new UncheckedIOException(WEIGHTS + ": " + e.getMessage(), e);
        }
    }

    public Judgement judge(MarkedClause clause) {
        long start = System.nanoTime();
        Passage passage = clause.passage();
        @Nullable Judgement judgement = remembered.getIfPresent(passage);
        if (judgement == null) {
            judgement = weights.judge(encoder.encode(passage));
            remembered.put(passage, judgement);
        }
        nanos.add(System.nanoTime() - start);
        judged.increment();
        return judgement;
    }

    /** Judges all clauses afresh from now on; for who measures how long that takes. */
    public void forget() {
        remembered.invalidateAll();
    }

    /** Time that judging has taken so far, summed over all threads. */
    public long nanos() {
        return nanos.sum();
    }

    /** How many clauses have been judged. */
    public long judged() {
        return judged.sum();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
