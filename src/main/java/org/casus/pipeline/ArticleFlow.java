package org.casus.pipeline;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casus.annotation.AnnotationException;
import org.casus.article.Article;
import org.casus.article.ArticleReader;
import org.casus.article.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Inputs -> what each of their records came to, in their order, on several threads.
 *
 * @param <R> what is made of an article
 */
public final class ArticleFlow<R> {
    private final ArticleReader reader;
    private final Function<Reading.Accepted, Optional<R>> gate;
    private final Function<Reading.Accepted, Optional<R>> shortcut;
    private final Supplier<Pipeline> models;
    private final BiFunction<Pipeline, Reading.Accepted, R> step;
    private @Nullable Pipeline pipeline;

    /**
     * A flow that loads no model before it has an article.
     *
     * @param models asked for once
     * @param step what to do with each article
     */
    public ArticleFlow(ArticleReader reader, Supplier<Pipeline> models, BiFunction<Pipeline, Article, R> step) {
        this(
                reader,
                accepted -> Optional.empty(),
                accepted -> Optional.empty(),
                models,
                (pipeline, accepted) -> step.apply(pipeline, accepted.article()));
    }

    /**
     * The same, with two ways around the models.
     *
     * @param gate what follows from the articles before; asked of each in its order
     * @param shortcut what is known of an article already; nothing for one that must be read
     */
    public ArticleFlow(
            ArticleReader reader,
            Function<Reading.Accepted, Optional<R>> gate,
            Function<Reading.Accepted, Optional<R>> shortcut,
            Supplier<Pipeline> models,
            BiFunction<Pipeline, Reading.Accepted, R> step) {
        this.reader = reader;
        this.gate = gate;
        this.shortcut = shortcut;
        this.models = models;
        this.step = step;
    }

    /** The same, of all inputs as they come. */
    public ArticleFlow(Supplier<Pipeline> models, BiFunction<Pipeline, Article, R> step) {
        this(new ArticleReader(), models, step);
    }

    /** What is told of a record: what was made of it, or why nothing was. */
    public interface Sink<R> {
        void accepted(R result);

        void rejected(Reading.Rejected fault);
    }

    /** Reads all inputs; both ends of the sink are called on this thread. */
    public void run(List<Path> inputs, int threads, BooleanSupplier stopped, Sink<R> sink) {
        try (OrderedWorkers<Supplier<Consumer<Sink<R>>>, Consumer<Sink<R>>> workers =
                new OrderedWorkers<>(threads, Supplier::get, told -> told.accept(sink))) {
            for (Path input : inputs) {
                try (Stream<Reading> readings = reader.read(input)) {
                    Iterator<Reading> next = readings.iterator();
                    while (!stopped.getAsBoolean() && next.hasNext()) {
                        workers.submit(work(next.next()));
                    }
                }
            }
            workers.finish();
        }
    }

    /** What is to be done with a record, which any thread may do. */
    private Supplier<Consumer<Sink<R>>> work(Reading reading) {
        if (reading instanceof Reading.Rejected fault) {
            return () -> sink -> sink.rejected(fault);
        }
        Reading.Accepted accepted = (Reading.Accepted) reading;
        Optional<R> decided = gate.apply(accepted);
        if (decided.isPresent()) {
            return () -> sink -> sink.accepted(decided.get());
        }
        return () -> read(accepted);
    }

    private Consumer<Sink<R>> read(Reading.Accepted accepted) {
        try {
            R result = shortcut.apply(accepted).orElseGet(() -> step.apply(pipeline(), accepted));
            return sink -> sink.accepted(result);
        } catch (AnnotationException fault) {
            Reading.Rejected rejected =
                    new Reading.Rejected(accepted.id(), "annotation", accepted.place() + ": " + fault.getMessage());
            return sink -> sink.rejected(rejected);
        }
    }

    private synchronized Pipeline pipeline() {
        if (pipeline == null) {
            pipeline = models.get();
        }
        return pipeline;
    }
}
