package org.casus.graph;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.article.Article;

/** Writes what the article is and how its graph came to be; nothing of the run or its clock. */
final class Provenance {
    private final Build build;

    Provenance(Build build) {
        this.build = build;
    }

    void write(Draft draft, EntityDescriptions entities) {
        Article article = draft.article();
        Resource node = draft.articleNode();
        String textHash = Hashing.sha256()
                .hashString(article.text(), StandardCharsets.UTF_8)
                .toString();
        draft.add(node, RDF.type, Vocabulary.ARTICLE);
        draft.add(node, DCTerms.identifier, Literals.text(article.id()));
        draft.add(node, Standard.HEADLINE, Optional.ofNullable(article.title()).map(Literals::text));
        draft.add(node, Standard.DATE_PUBLISHED, Literals.date(article.date()));
        if (article.dateBasis() == Article.DateBasis.CRAWL) {
            draft.add(
                    node,
                    Vocabulary.DATE_BASIS,
                    Literals.text(article.dateBasis().label()));
        }
        draft.add(
                node,
                Standard.PUBLISHER,
                Optional.ofNullable(article.publisher()).map(entities::describePublisher));
        draft.add(node, Standard.URL, Optional.ofNullable(article.url()).map(Literals::text));
        draft.add(
                node,
                Standard.IN_LANGUAGE,
                Optional.ofNullable(article.language()).map(Literals::text));
        draft.add(node, Vocabulary.TEXT_HASH, Literals.text(textHash));
        writeGraph(draft, textHash);
    }

    private void writeGraph(Draft draft, String textHash) {
        Resource graph = draft.node(Iris.articleGraph(draft.article().id()));
        Resource software = draft.node(Iris.data("software", build.version(), build.tablesHash()));
        Resource extraction = draft.node(Iris.data("extraction", draft.articleIri(), textHash, software.getURI()));
        draft.add(graph, RDF.type, Vocabulary.ARTICLE_GRAPH);
        draft.add(graph, FOAF.primaryTopic, draft.articleNode());
        draft.add(graph, Standard.WAS_DERIVED_FROM, draft.articleNode());
        draft.add(graph, Standard.WAS_GENERATED_BY, extraction);
        draft.add(extraction, RDF.type, Vocabulary.EXTRACTION);
        draft.add(extraction, Standard.USED, draft.articleNode());
        draft.add(extraction, Standard.WAS_ASSOCIATED_WITH, software);
        draft.add(software, RDF.type, Vocabulary.SOFTWARE);
        draft.add(software, RDFS.label, Literals.text("Casus " + build.version()));
        draft.add(software, Standard.SOFTWARE_VERSION, Literals.text(build.version()));
        draft.add(software, Vocabulary.TABLES_HASH, Literals.text(build.tablesHash()));
    }
}
