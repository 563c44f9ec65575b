package org.casus.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.casus.annotation.Annotator;
import org.casus.article.Article;
import org.casus.classification.SharedClassifier;
import org.casus.entity.EntityLinker;
import org.casus.entity.GazetteerFolder;
import org.casus.extraction.Extractor;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;

/**
 * A store of articles that were written to have what {@code examples/articles} have none of: OpenIE's triples, a war
 * and a treaty with names, events that look alike and were left apart, a report that awaits fusion.
 */
final class RareTerms {
    private static final Path FOLDER = Path.of("src/test/resources/ontology");

    private RareTerms() {}

    /** All that such a store holds, also in the graphs that no query sees unless it names them. */
    static Model model(Path gazetteer) throws IOException {
        GazetteerFolder names = new GazetteerFolder(gazetteer);
        names.add(FOLDER.resolve("gazetteer.tsv"));
        Pipeline pipeline = new Pipeline(
                new Annotator(true), new Extractor(SharedClassifier.get(), List.of()), new EntityLinker(names));
        try (EventStore store = EventStore.inMemory()) {
            new LocalIngest(() -> pipeline, store, Instant.EPOCH)
                    .run(List.of(FOLDER.resolve("articles.jsonl")), 1, read -> {}, fault -> {
                        throw new IllegalStateException(fault.toString());
                    });
            store.put(List.of(pipeline.run(crawled())));
            return store.read(dataset -> {
                Model all = ModelFactory.createDefaultModel().add(dataset.getUnionModel());
                return all.add(dataset.getNamedModel(Vocabulary.OPENIE_GRAPH));
            });
        }
    }

    /** One that says not itself when it was published; it is stored and not yet put together with the others. */
    private static Article crawled() {
        return new Article(
                "crawled-1",
                "The army shelled Nyala again. The army shelled Nyala for two hours.",
                null,
                "2024-02-20",
                Article.DateBasis.CRAWL,
                null,
                "https://example.org/nyala",
                "en");
    }
}
