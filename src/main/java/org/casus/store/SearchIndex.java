package org.casus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextDatasetFactory;
import org.apache.jena.query.text.TextDocProducerTriples;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.changes.TextQuadAction;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The full-text index beside a store: the words of its sentences and the names of its entities. What is written through
 * {@link #over} is indexed in the same transaction; a file beside the index says that the two are in step, and where it
 * is missing the index is made again.
 */
final class SearchIndex implements AutoCloseable {
    /** Counted up where what is indexed, or how, changes. */
    private static final String FORMAT = "format=1\n";

    static final String FOLDER = "search";
    private static final String IN_STEP = "casus.search";
    private static final String SENTENCE = "/sentence/";
    private static final String SENTENCES = "sentence";
    private static final String NAMES = "name";
    private static final Set<Node> NAME = Set.of(RDFS.label.asNode(), SKOS.altLabel.asNode());
    private static final Node WORDS =
            NodeFactory.createURI("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf");

    private final @Nullable Path inStep;
    private final TextIndexLucene index;
    private final TextDocProducerTriples producer;

    private SearchIndex(@Nullable Path inStep, Directory directory) throws IOException {
        this.inStep = inStep;
        this.index = new TextIndexLucene(directory, config());
        this.producer = new SearchedWords(index);
    }

    /** The index of the store in a folder, brought up to date with what is stored. */
    static SearchIndex in(Path store, DatasetGraph stored) {
        try {
            SearchIndex search = new SearchIndex(store.resolve(IN_STEP), FSDirectory.open(store.resolve(FOLDER)));
            if (!search.isInStep()) {
                search.rebuild(stored);
            }
            return search;
        } catch (IOException fault) {
            throw fault(fault);
        }
    }

    /**
     * The files of the index in a store's folder that hold what was last committed, and the one that says so, beneath
     * that folder; none where the two are apart, and the index is to be made again.
     */
    static List<Path> committed(Path store) throws IOException {
        if (!isInStep(store.resolve(IN_STEP))) {
            return List.of();
        }
        try (Directory directory = FSDirectory.open(store.resolve(FOLDER))) {
            List<Path> files = new ArrayList<>(List.of(Path.of(IN_STEP)));
            for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
                files.add(Path.of(FOLDER, file));
            }
            return files;
        }
    }

    /** The file that is made anew with each write to the store in a folder. */
    static Path written(Path store) {
        return store.resolve(IN_STEP);
    }

    static SearchIndex inMemory() {
        try {
            return new SearchIndex(null, new ByteBuffersDirectory());
        } catch (IOException fault) {
            throw fault(fault);
        }
    }

    TextIndex index() {
        return index;
    }

    /** The same dataset, of which each change goes into the index too, and is committed or aborted with it. */
    Dataset over(DatasetGraph stored) {
        // Jena makes the index a part of the transactions of a TDB2 database, if it sees one; a compaction puts another
        // in its place, whose transactions would no longer commit the index.
        DatasetGraph unseen = new DatasetGraphWrapper(stored);
        return DatasetFactory.wrap(TextDatasetFactory.create(unseen, index, false, producer));
    }

    /** A write begins, after which a crash would leave the two apart. */
    void beginWrite() {
        if (inStep != null) {
            try {
                Files.deleteIfExists(inStep);
            } catch (IOException fault) {
                throw fault(fault);
            }
        }
    }

    /** A write has been committed or aborted on both sides. */
    void endWrite() {
        if (inStep != null) {
            try {
                Files.writeString(inStep, FORMAT);
            } catch (IOException fault) {
                throw fault(fault);
            }
        }
    }

    /** Drops what was deleted from it. */
    void compact() {
        try {
            index.getIndexWriter().forceMerge(1);
            index.getIndexWriter().commit();
        } catch (IOException fault) {
            throw fault(fault);
        }
    }

    @Override
    public void close() {
        index.close();
    }

    private boolean isInStep() throws IOException {
        return inStep != null && isInStep(inStep);
    }

    private static boolean isInStep(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(FORMAT);
    }

    /** Within a transaction of the stored quads. */
    private void rebuild(DatasetGraph stored) throws IOException {
        beginWrite();
        index.getIndexWriter().deleteAll();
        producer.start();
        for (Node predicate : Set.of(WORDS, RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            Iterator<Quad> quads = stored.find(Node.ANY, Node.ANY, predicate, Node.ANY);
            quads.forEachRemaining(quad -> producer.change(
                    TextQuadAction.ADD, quad.getGraph(), quad.getSubject(), predicate, quad.getObject()));
        }
        producer.finish();
        index.commit();
        endWrite();
    }

    private static StoreException fault(IOException fault) {
        return new StoreException("cannot keep the full-text index: " + fault.getMessage(), fault);
    }

    private static TextIndexConfig config() throws IOException {
        EntityDefinition fields = new EntityDefinition("uri", SENTENCES, "graph", WORDS);
        NAME.forEach(predicate -> fields.set(NAMES, predicate));
        fields.setUidField("uid");
        TextIndexConfig config = new TextIndexConfig(fields);
        config.setAnalyzer(words());
        return config;
    }

    /** Words without case, accents and endings: "Attacks" finds "attacked", "Erdogan" finds "Erdoğan". */
    private static Analyzer words() throws IOException {
        return CustomAnalyzer.builder()
                .withTokenizer("standard")
                .addTokenFilter("englishPossessive")
                .addTokenFilter("lowercase")
                .addTokenFilter("asciiFolding")
                .addTokenFilter("stop")
                .addTokenFilter("porterStem")
                .build();
    }

    /** Of all words in the graph those of sentences, and of all labels those of entities. */
    private static final class SearchedWords extends TextDocProducerTriples {
        SearchedWords(TextIndex index) {
            super(index);
        }

        @Override
        public void change(TextQuadAction action, Node graph, Node subject, Node predicate, Node object) {
            boolean searched = predicate.equals(WORDS)
                    ? subject.getURI().contains(SENTENCE)
                    : NAME.contains(predicate) && graph.equals(StoreGraph.ENTITIES.node());
            if (searched) {
                super.change(action, graph, subject, predicate, object);
            }
        }
    }
}
