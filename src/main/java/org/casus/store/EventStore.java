package org.casus.store;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.util.Context;
import org.casus.graph.ArticleGraph;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge graph on disk: article graphs in, answers out. Threads may share a store; one process at a time may
 * have it open, and gives copies to others that ask to read it. Faults are {@link StoreException}s.
 */
public final class EventStore implements AutoCloseable {
    private final @Nullable StoreFolder folder;
    private final Connection connection;
    private final @Nullable CopyMaker copies;
    private final ArticleCheck check = new ArticleCheck();
    private final Supplier<Annotations> annotations;
    private volatile boolean annotated;

    private EventStore(@Nullable StoreFolder folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
        this.annotations = Suppliers.memoize(() -> {
            annotated = true;
            return folder == null ? Annotations.inMemory() : Annotations.in(folder.path());
        });
        this.copies = folder == null ? null : new CopyMaker(folder, connection);
    }

    /** Opens the store in a folder, made where there is none. */
    public static EventStore open(Path dir) {
        EventStore store = in(StoreFolder.create(dir));
        try {
            store.loadVocabulary();
            return store;
        } catch (StoreException fault) {
            store.close();
            throw fault;
        }
    }

    /** Opens a store that must be there. */
    public static EventStore openExisting(Path dir) {
        return in(StoreFolder.existing(dir));
    }

    /**
     * Opens a store that must be there, to read; where another process has it, a copy that it makes between two writes,
     * which is deleted when it is closed.
     *
     * @param notice told in one line that it is a copy
     */
    public static EventStore openToRead(Path dir, Consumer<String> notice) {
        return in(StoreFolder.ifFree(dir).orElseGet(() -> BorrowedStore.of(dir, notice)));
    }

    /** A store that ends with the process. */
    public static EventStore inMemory() {
        EventStore store = new EventStore(null, Connection.inMemory());
        store.loadVocabulary();
        return store;
    }

    private static EventStore in(StoreFolder folder) {
        boolean open = false;
        try {
            EventStore store = new EventStore(folder, Connection.to(folder.path()));
            open = true;
            return store;
        } finally {
            if (!open) {
                folder.close();
            }
        }
    }

    /** Holds an article's graph against the shapes and hashes it, on any thread. */
    public PreparedGraph prepare(ArticleGraph graph, String basis, Instant ingested) {
        return prepare(graph, Optional.of(basis), Optional.of(ingested));
    }

    /** The same for a graph of which neither is known. */
    PreparedGraph prepare(ArticleGraph graph) {
        return prepare(graph, Optional.empty(), Optional.empty());
    }

    private PreparedGraph prepare(ArticleGraph graph, Optional<String> basis, Optional<Instant> ingested) {
        Optional<String> fault = check.faults(graph).stream().findFirst();
        return new PreparedGraph(graph, Digest.of(graph), basis, ingested, fault);
    }

    /** Stores a batch in one transaction; what depends on the clock is left out. */
    public PutReport put(Collection<ArticleGraph> batch) {
        return put(batch, Optional.empty());
    }

    /** Stores a batch in one transaction and notes in the runs graph when it was ingested. */
    public PutReport put(Collection<ArticleGraph> batch, Instant ingested) {
        return put(batch, Optional.of(ingested));
    }

    private PutReport put(Collection<ArticleGraph> batch, Optional<Instant> ingested) {
        return putPrepared(batch.stream()
                .map(graph -> prepare(graph, Optional.empty(), ingested))
                .toList());
    }

    /** Stores in one transaction those of a batch that are without fault. */
    public PutReport putPrepared(Collection<PreparedGraph> batch) {
        List<PreparedGraph> sound =
                batch.stream().filter(graph -> graph.fault().isEmpty()).toList();
        List<PutReport.Refusal> refused = batch.stream()
                .flatMap(graph -> graph.fault().map(fault -> new PutReport.Refusal(graph.articleId(), fault)).stream())
                .toList();
        boolean same = read(dataset -> sound.stream().allMatch(new ArticleGraphs(dataset.asDatasetGraph())::isKnown));
        PutReport stored = same
                ? new PutReport(0, 0, sound.size(), List.of())
                : change(dataset -> new ArticleGraphs(dataset.asDatasetGraph()).put(sound));
        if (annotated) {
            annotations.get().save();
        }
        return stored.plus(new PutReport(0, 0, 0, refused));
    }

    /** Whether the store holds the graph of this article, made of just that: then there is nothing to make again. */
    public boolean isMadeOf(String articleId, String basis) {
        Node graph = NodeFactory.createURI(ArticleGraph.iriOf(articleId));
        return read(dataset -> new Runs(dataset.asDatasetGraph()).isMadeOf(graph, basis));
    }

    /** What was kept of an article under a key; no bytes at all where they can no longer be read. */
    public Optional<byte[]> annotation(String key) {
        return annotations.get().find(key);
    }

    /**
     * Keeps what was made of an article on its way to a graph, until something else is kept of it or it is forgotten.
     * It can be found after the next {@link #putPrepared}.
     */
    public void keepAnnotation(String articleId, String key, byte[] bytes) {
        annotations.get().keep(ArticleGraph.iriOf(articleId), key, bytes);
    }

    /**
     * Removes an article by the id that came with it, or by its IRI, with the descriptions of what no other article
     * speaks of; false where there is none. The fused events are as they were until the next fusion.
     */
    public boolean forget(String article) {
        return forgotten(List.of(article)) > 0;
    }

    /** The same for many, in one transaction. */
    public void forget(Collection<String> articles) {
        forgotten(articles);
    }

    /** How many of these articles there were. */
    private long forgotten(Collection<String> articles) {
        Annotations kept = annotations.get();
        long found = change(dataset -> {
            ArticleGraphs graphs = new ArticleGraphs(dataset.asDatasetGraph());
            return articles.stream()
                    .filter(article -> {
                        graphs.named(article).forEach(graph -> kept.forget(graph.getURI()));
                        return graphs.forget(article);
                    })
                    .count();
        });
        kept.save();
        return found;
    }

    /** The IRIs of the articles that are meant, in order. */
    public List<String> articles(ArticleChoice choice) {
        return read(dataset -> new ChosenArticles(dataset.asDatasetGraph()).iris(choice));
    }

    /**
     * Counts how often each property stands in the store, so that queries join in a good order from the next time it is
     * opened; does nothing where the store has hardly grown since the last time.
     */
    public void optimise() {
        if (folder != null) {
            connection.readVoid(JoinStatistics::write);
        }
    }

    /**
     * Writes the store anew without what was replaced or forgotten, and its indexes with full pages. Who reads goes on;
     * who writes waits. The disk must hold old and new for a while.
     *
     * @return bytes on the disk before and after
     */
    public CompactReport compact() {
        if (folder == null) {
            return new CompactReport(DiskUse.NONE, DiskUse.NONE);
        }
        DiskUse before = folder.use();
        folder.needRoom(before.quads());
        annotations.get().shrink();
        connection.compact();
        return new CompactReport(before, folder.use());
    }

    /** The actors and places that no item of Wikidata is known for. */
    public List<StoredEntity> withoutItem() {
        return read(dataset -> new EntityDescriptions(dataset.asDatasetGraph()).withoutItem());
    }

    /** Adds to the descriptions of such entities what makes them known, as the mapper writes it. */
    public void identify(Model links) {
        write(dataset -> new EntityDescriptions(dataset.asDatasetGraph()).identify(links));
    }

    /** Notes in the runs graph what came of a run. */
    public void recordRun(RunRecord run) {
        write(dataset -> new Runs(dataset.asDatasetGraph()).record(run));
    }

    /** Grows with every write, so that what was computed from a store can be kept until the next. */
    public long changes() {
        return connection.changes();
    }

    /** What {@link #keep} was given, by this process or an earlier one, where nothing was written since. */
    public Optional<byte[]> kept(String file) {
        return connection.kept(file);
    }

    /**
     * Keeps what was computed from the store in a file beside it until the next write, unless there was one meanwhile.
     *
     * @param asOf the state that it was computed from, as {@link #changes} has it
     */
    public void keep(String file, long asOf, byte[] content) {
        connection.keep(file, asOf, content);
    }

    /** Lends the store for reading, in one transaction. */
    public <T> T read(Function<Dataset, T> question) {
        return connection.read(question);
    }

    /**
     * Lends the store for writing, in one transaction; for fusion alone, which writes the graph of events. The work
     * must have computed and checked what it writes beforehand.
     */
    public void write(Consumer<Dataset> work) {
        change(dataset -> {
            work.accept(dataset);
            return true;
        });
    }

    /**
     * A view that cannot be written to, for as long as the store is open; who holds it begins and ends transactions.
     */
    public Dataset readOnly() {
        return DatasetFactory.wrap(new DatasetGraphReadOnly(new CurrentDataset(connection)));
    }

    /** Lets what is run with this context ask the full-text index, which is opened when it is first needed. */
    public void offerSearch(Context context) {
        context.set(TextQuery.textIndex, connection.search().index());
    }

    /**
     * Answers a query over the union of all graphs.
     *
     * @param values by the names of the query's parameters
     * @return false where the answer is empty: no rows, or a graph without triples
     */
    public boolean query(StoredQuery query, Map<String, String> values, ResultFormat format, OutputStream out) {
        return query(query, values, AnswerOptions.in(format), out);
    }

    /** Answers within limits; a query that exceeds them has written nothing and is a {@link QueryLimitException}. */
    public boolean query(
            StoredQuery query, Map<String, String> values, ResultFormat format, QueryLimits limits, OutputStream out) {
        return query(query, values, AnswerOptions.within(format, limits), out);
    }

    /** Answers as the options say. */
    public boolean query(StoredQuery query, Map<String, String> values, AnswerOptions options, OutputStream out) {
        prepare(query);
        return read(dataset -> new Answers(dataset, options).write(query, values, out));
    }

    /** Hands on the rows of an answer as they come, cut as the options say; false where there is none. */
    public boolean query(
            StoredQuery query, Map<String, String> values, AnswerOptions options, Consumer<AnswerRow> row) {
        prepare(query);
        return read(dataset -> new Answers(dataset, options).forEach(query, values, row));
    }

    private void prepare(StoredQuery query) {
        if (query.searches()) {
            connection.search();
        }
    }

    /**
     * Writes graphs of the store, the same content always as the same bytes.
     *
     * @param graphs any of {@code articles}, {@code entities}, {@code events}, {@code openie}, {@code vocabulary},
     *     {@code runs}, the id or IRI of an article, or the name of a graph; none for all but the runs
     */
    public void export(ExportFormat format, Collection<String> graphs, OutputStream out) {
        export(format, graphs, ExportTarget.of(out));
    }

    /** The same, to one file or more. */
    public void export(ExportFormat format, Collection<String> graphs, ExportTarget target) {
        connection.readVoid(dataset -> new Export(dataset, format, target).writeGraphs(graphs));
    }

    /** Writes what lies in a scope, with all that stands behind it, the same content always as the same bytes. */
    public void export(ExportFormat format, Scope scope, ExportTarget target) {
        connection.readVoid(dataset -> new Export(dataset, format, target).writeScope(scope));
    }

    /**
     * Reads exported files, N-Quads or TriG, {@code -} for standard input; the articles in them are checked and stored.
     * The fused events are as they were until the next fusion.
     *
     * @param replace true where an article may take the place of a stored one of other content
     * @param faults told each fault as it comes, in one line
     */
    public ImportReport read(List<Path> exported, boolean replace, Consumer<String> faults) {
        return read(exported, replace, () -> false, faults);
    }

    /**
     * The same.
     *
     * @param stopping asked again and again whether to end, with the articles that are whole by then
     */
    public ImportReport read(List<Path> exported, boolean replace, BooleanSupplier stopping, Consumer<String> faults) {
        try {
            return new Import(this, replace, stopping, faults).run(exported);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Every fault that the shapes find in what is stored. */
    public List<Violation> check() {
        connection.refuseDamage();
        return read(dataset -> new StoreCheck(dataset.asDatasetGraph(), check).violations());
    }

    public StoreStatistics stats() {
        return read(dataset -> new Census(dataset.asDatasetGraph()).take());
    }

    @Override
    public void close() {
        if (copies != null) {
            copies.close();
        }
        if (annotated) {
            annotations.get().close();
        }
        if (folder != null && folder.isLeftOpen() && connection.changes() == 0) {
            return;
        }
        connection.close();
        if (folder != null) {
            folder.close();
        }
    }

    private <T> T change(Function<Dataset, T> work) {
        needRoom();
        return connection.write(work);
    }

    /** The same for what brings many new articles. */
    <T> T changeMuch(Function<Dataset, T> work) {
        needRoom();
        return connection.writeMuch(work);
    }

    /** Whether a long write should end: somebody waits for a copy. */
    boolean isAwaited() {
        return connection.isAwaited();
    }

    private void needRoom() {
        if (folder != null) {
            folder.refuseWrites();
            folder.needRoom();
        }
    }

    private void loadVocabulary() {
        Graph ontology = OntologyGraph.read();
        if (!read(dataset -> isVocabulary(dataset, ontology))) {
            write(dataset -> {
                dataset.asDatasetGraph().removeGraph(StoreGraph.VOCABULARY.node());
                dataset.asDatasetGraph().addGraph(StoreGraph.VOCABULARY.node(), ontology);
            });
        }
    }

    private static boolean isVocabulary(Dataset dataset, Graph ontology) {
        return dataset.asDatasetGraph().getGraph(StoreGraph.VOCABULARY.node()).isIsomorphicWith(ontology);
    }
}
