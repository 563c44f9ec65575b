package org.casus.server;

import java.util.List;
import java.util.stream.Collectors;

/** The queries of the page, as its modules (graph.js, evidence.js and the views) put them together. */
final class PageQueries {
    static final String PREFIXES = """
            PREFIX casus: <https://w3id.org/casus/ontology#>
            PREFIX schema: <https://schema.org/>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
            """;

    private PageQueries() {}

    static String sentences(List<String> events) {
        return """
                SELECT ?event (MIN(?text) AS ?sentence) { VALUES ?event { %s }
                    ?report casus:reports ?event ; casus:inSentence/nif:anchorOf ?text } GROUP BY ?event
                """.formatted(String.join(" ", events));
    }

    static String event(String event) {
        return nodes(
                List.of(
                        "BIND(@ AS ?s)",
                        "?r casus:reports @ . BIND(?r AS ?s)",
                        "?r casus:reports @ . ?r casus:inSentence|casus:trigger|casus:sourceMention|casus:targetMention"
                                + "|casus:placeMention|casus:number|casus:inArticle|casus:voice ?s",
                        "?r casus:reports @ . ?r casus:inArticle/schema:publisher ?s",
                        "?r casus:reports @ . ?r casus:source|casus:target|casus:place|casus:origin|casus:destination ?s",
                        "?r casus:reports @ . ?r casus:voice/prov:agent ?s",
                        "@ casus:number|casus:source|casus:target|casus:place|casus:origin|casus:destination|casus:cameo"
                                + "|casus:mode|casus:context ?s"),
                event);
    }

    static String entity(String entity) {
        String territory = "{ ?t a casus:TerritorialStatement ; casus:territory @ } UNION"
                + " { ?t a casus:TerritorialStatement ; casus:holder|casus:formerHolder|casus:statedBy|casus:recognisedBy @ }";
        return nodes(
                List.of(
                        "BIND(@ AS ?s)",
                        "?s a casus:OfficeHolding . { ?s casus:person @ } UNION { ?s casus:officeOf @ }",
                        "?o casus:person|casus:officeOf @ ;"
                                + " casus:person|casus:officeOf|casus:inSentence|casus:inArticle ?s",
                        territory + " BIND(?t AS ?s)",
                        territory
                                + " ?t casus:territory|casus:holder|casus:recognisedBy|casus:statedBy|casus:inSentence"
                                + "|casus:inArticle|casus:voice|casus:territoryMention|casus:holderMention|casus:relation ?s",
                        "?v prov:agent @ . ?s casus:voice ?v ; a casus:Statement",
                        "?v prov:agent @ . ?q casus:voice ?v ; a casus:Statement ;"
                                + " casus:inSentence|casus:inArticle|casus:voice ?s"),
                entity);
    }

    static String names(String entity) {
        return """
                SELECT ?name (COUNT(*) AS ?times) { ?m casus:refersTo %s ; nif:anchorOf ?name }
                GROUP BY ?name ORDER BY DESC(?times) ?name LIMIT 24
                """.formatted(entity);
    }

    static String article(String article) {
        String reports = "?r casus:inArticle @ ; a casus:EventReport . ";
        return nodes(
                List.of(
                        "BIND(@ AS ?s)",
                        "@ schema:publisher ?s",
                        "?s nif:referenceContext @",
                        "?s casus:inArticle @",
                        "?m nif:referenceContext @ ; casus:refersTo ?s",
                        "?c casus:inArticle @ ; casus:voice|casus:relation|casus:territory|casus:holder|casus:person"
                                + "|casus:officeOf|casus:number ?s",
                        "?c casus:inArticle @ ; casus:voice/prov:agent ?s",
                        reports + "?r casus:source|casus:target|casus:place|casus:origin|casus:destination ?s",
                        reports + "?r casus:voice/prov:agent ?s"),
                article);
    }

    static String words(String word) {
        return """
                SELECT DISTINCT ?event {
                    ?sentence <http://jena.apache.org/text#query> ("+(%1$s %1$s*)" 1000000) .
                    ?report casus:inSentence ?sentence ; casus:reports ?event }
                """.formatted(word);
    }

    private static String nodes(List<String> patterns, String about) {
        return "SELECT DISTINCT ?s ?p ?o { %s ?s ?p ?o }"
                .formatted(patterns.stream()
                        .map(pattern -> "{ " + pattern.replace("@", about) + " }")
                        .collect(Collectors.joining(" UNION ")));
    }
}
