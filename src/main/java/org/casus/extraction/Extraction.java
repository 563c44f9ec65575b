package org.casus.extraction;

import java.util.List;
import org.casus.annotation.AnnotatedArticle;

/**
 * What one article says.
 *
 * @param mentions every noun phrase that names an actor or a place, arguments of events or not, in the order of the
 *     text
 */
public record Extraction(
        AnnotatedArticle annotated,
        List<Mention> mentions,
        List<EventMention> events,
        List<TerritorialStatement> territory,
        List<OfficeMention> offices,
        List<RelationMention> relations,
        List<Statement> statements) {
    public Extraction {
        mentions = List.copyOf(mentions);
        events = List.copyOf(events);
        territory = List.copyOf(territory);
        offices = List.copyOf(offices);
        relations = List.copyOf(relations);
        statements = List.copyOf(statements);
    }
}
