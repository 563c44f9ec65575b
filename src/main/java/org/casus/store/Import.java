package org.casus.store;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.ArticleGraph;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Exported files into a store. The statements are sorted by graph first, so that each article is checked and stored as
 * a whole, whatever the order in the files; the descriptions of entities and the triples of OpenIE are held in memory.
 */
final class Import {
    /** Statements that are handed on together. */
    private static final int BATCH = 50_000;

    /** Of earlier runs, which are stored as they come. */
    private static final int NOTES = 10_000;

    private static final String ARTICLES = Vocabulary.DATA + "graph/article/";

    /** What a graph holds; in this order they are read. */
    private enum Section {
        ENTITIES('0'),
        OPENIE('1'),
        ARTICLE('2'),
        EVENTS('3'),
        RUNS('4'),
        VOCABULARY('5');

        private final char mark;

        Section(char mark) {
            this.mark = mark;
        }

        static Section marked(byte mark) {
            return Stream.of(values())
                    .filter(section -> section.mark == mark)
                    .findFirst()
                    .orElseThrow();
        }

        static Optional<Section> of(String graph) {
            if (graph.startsWith(ARTICLES)) {
                return Optional.of(ARTICLE);
            }
            Node name = NodeFactory.createURI(graph);
            return StoreGraph.holds(name)
                    ? Optional.of(valueOf(StoreGraph.of(name).name()))
                    : Optional.empty();
        }
    }

    private final EventStore store;
    private final boolean replace;
    private final BooleanSupplier stopping;
    private final Consumer<String> told;
    private final Set<@Nullable String> foreign = new HashSet<>();
    /** Its graphs are lent to it, not copied. */
    private final DatasetGraph shared = DatasetGraphFactory.createGeneral();

    private final Hasher events = Hashing.sha256().newHasher();
    private final BatchWriter writer;
    private List<PreparedGraph> batch = new ArrayList<>();
    private Graph content = GraphFactory.createDefaultGraph();
    private Section section = Section.ENTITIES;
    private String graph = "";
    private PutReport articles = new PutReport(0, 0, 0, List.of());
    private long waiting;
    private long statements;
    private long faults;

    /**
     * @param replace true where an article may take the place of a stored one of other content
     * @param stopping asked before each statement whether to end with the articles that are whole by then
     */
    Import(EventStore store, boolean replace, BooleanSupplier stopping, Consumer<String> told) {
        this.store = store;
        this.writer = new BatchWriter(store);
        this.replace = replace;
        this.stopping = stopping;
        this.told = told;
    }

    ImportReport run(List<Path> inputs) throws IOException {
        boolean stopped = false;
        try (writer;
                SortedLines lines = new SortedLines()) {
            try {
                take(inputs, lines);
            } catch (CancellationException asked) {
                stopped = true;
            }
            storeAll();
        }
        return new ImportReport(statements, faults, articles, events.hash(), stopped);
    }

    private void take(List<Path> inputs, SortedLines lines) throws IOException {
        ExportedFiles files = new ExportedFiles((name, triple) -> sort(name, triple, lines), this::tell);
        for (Path input : inputs) {
            files.read(input);
        }
        lines.forEach(this::take);
        endGraph();
    }

    private void endIfAsked() {
        if (stopping.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private void tell(String fault) {
        faults++;
        told.accept(fault);
    }

    private void sort(@Nullable String name, String triple, SortedLines lines) throws IOException {
        endIfAsked();
        Optional<Section> of = Optional.ofNullable(name).flatMap(Section::of);
        if (of.isPresent()) {
            statements++;
            lines.add(of.get().mark + GraphLine.of(Objects.requireNonNull(name), triple));
        } else if (foreign.add(name)) {
            tell(
                    name == null
                            ? "a statement without a graph; such are left out"
                            : "%s: not a graph of Casus; it is left out".formatted(name));
        }
    }

    private void take(byte[] line) {
        endIfAsked();
        GraphLine statement = GraphLine.read(line);
        String name = statement.graph().substring(1);
        if (!name.equals(graph)) {
            endGraph();
            graph = name;
            section = Section.marked(line[0]);
        }
        if (section == Section.EVENTS) {
            events.putString(statement.line(), StandardCharsets.UTF_8).putByte((byte) '\n');
        } else if (section != Section.VOCABULARY) {
            content.add(statement.triple());
            if (section == Section.RUNS && content.size() >= NOTES) {
                storeRuns();
            }
        }
    }

    private void endGraph() {
        if (section == Section.RUNS) {
            storeRuns();
        } else if (section == Section.ENTITIES) {
            shared.addGraph(StoreGraph.ENTITIES.node(), content);
        } else if (section == Section.OPENIE) {
            shared.addGraph(StoreGraph.OPENIE.node(), content);
        } else if (section == Section.ARTICLE) {
            takeArticle();
        }
        content = GraphFactory.createDefaultGraph();
    }

    private void takeArticle() {
        Optional<String> id = content.stream(Node.ANY, RDF.type.asNode(), Vocabulary.ARTICLE.asNode())
                .flatMap(typed -> content.stream(typed.getSubject(), DCTerms.identifier.asNode(), Node.ANY))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .filter(identifier -> ArticleGraph.iriOf(identifier).equals(graph))
                .findFirst();
        if (id.isEmpty()) {
            tell(graph + ": no article with the identifier that the graph is named for; it is left out");
            return;
        }
        ArticleGraph article = new ArticleGraph(
                graph,
                id.get(),
                ModelFactory.createModelForGraph(content),
                ModelFactory.createModelForGraph(spokenOf()),
                ModelFactory.createModelForGraph(openTriples()));
        PreparedGraph prepared = store.prepare(article);
        prepared.fault().ifPresentOrElse(fault -> tell(id.get() + ": " + fault), () -> batch.add(prepared));
        waiting += content.size();
        if (waiting >= BATCH) {
            storeBatch();
        }
    }

    /** The descriptions of what the article speaks of. */
    private Graph spokenOf() {
        Node name = NodeFactory.createURI(graph);
        Graph all = shared.getGraph(StoreGraph.ENTITIES.node());
        Graph used = GraphFactory.createDefaultGraph();
        shared.addGraph(name, content);
        new EntityDescriptions(shared)
                .usedBy(name)
                .forEach(node -> all.find(node, Node.ANY, Node.ANY).forEachRemaining(used::add));
        shared.removeGraph(name);
        return used;
    }

    private Graph openTriples() {
        OpenTriples all = new OpenTriples(shared);
        Graph ofArticle = GraphFactory.createDefaultGraph();
        content.stream(Node.ANY, RDF.type.asNode(), Vocabulary.ARTICLE.asNode())
                .flatMap(typed -> all.of(typed.getSubject()).stream())
                .forEach(ofArticle::add);
        return ofArticle;
    }

    private void storeBatch() {
        List<PreparedGraph> others = replace ? List.of() : storedOtherwise();
        others.forEach(article ->
                tell(article.articleId() + ": the store has this article with other content; --replace replaces it"));
        batch.removeAll(others);
        writer.put(batch);
        batch = new ArrayList<>();
        waiting = 0;
    }

    /** A part of an article, as an export of one event holds it, must not take the place of the whole unasked. */
    private List<PreparedGraph> storedOtherwise() {
        return store.read(dataset -> {
            Runs runs = new Runs(dataset.asDatasetGraph());
            return batch.stream()
                    .filter(article -> runs.digest(article.name())
                            .filter(digest -> !digest.equals(article.digest()))
                            .isPresent())
                    .toList();
        });
    }

    private void storeAll() {
        storeBatch();
        articles = articles.plus(writer.await());
    }

    /** What earlier runs noted; the digests are those of what is stored here. */
    private void storeRuns() {
        storeAll();
        List<Triple> noted = content.stream()
                .filter(triple -> !triple.getPredicate().equals(Runs.DIGEST))
                .toList();
        store.write(dataset ->
                noted.forEach(triple -> dataset.asDatasetGraph().add(Quad.create(StoreGraph.RUNS.node(), triple))));
        content = GraphFactory.createDefaultGraph();
    }
}
