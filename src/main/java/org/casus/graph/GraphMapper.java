package org.casus.graph;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.OpenTriple;
import org.casus.entity.Entity;
import org.casus.entity.LinkedArticle;
import org.casus.extraction.Extraction;

/**
 * Linked article to its named graph and the descriptions of the entities it speaks of. A pure function of the article
 * and the build; threads may share one mapper.
 */
public final class GraphMapper {
    private final Provenance provenance;

    public GraphMapper() {
        this(Build.running());
    }

    GraphMapper(Build build) {
        provenance = new Provenance(build);
    }

    /** A hash of the program and its tables: while it is the same, so is the graph of an article. */
    public static String fingerprint() {
        return Build.fingerprint();
    }

    /** The same of one floor, such as {@code annotation}, so that what it made can be kept while others change. */
    public static String fingerprint(String floor) {
        return Build.fingerprint(floor);
    }

    /** What makes an entity that is known from texts alone one with an item: links, codes and where it is. */
    public Model identify(String iri, Entity.Known known) {
        return EntityDescriptions.identify(iri, known);
    }

    public ArticleGraph map(LinkedArticle article) {
        Draft draft = new Draft(article);
        EntityDescriptions entities = new EntityDescriptions();
        Mentions mentions = new Mentions(draft, entities);
        Voices voices = new Voices(draft, mentions, entities);
        Events events = new Events(draft, mentions, voices);
        Claims claims = new Claims(draft, mentions, voices);
        Extraction extraction = article.extraction();

        provenance.write(draft, entities);
        mentions.writeLinked();
        events.write(extraction.events());
        claims.writeTerritory(extraction.territory(), events);
        claims.writeOffices(extraction.offices());
        claims.writeRelations(extraction.relations());
        claims.writeStatements(extraction.statements());

        String id = draft.article().id();
        return new ArticleGraph(ArticleGraph.iriOf(id), id, draft.model(), entities.model(), openTriples(article));
    }

    private static Model openTriples(LinkedArticle article) {
        AnnotatedArticle annotated = article.extraction().annotated();
        List<OpenTriple> triples = annotated.openTriples() == null ? List.of() : annotated.openTriples();
        return OpenTriples.of(annotated.article(), triples);
    }
}
