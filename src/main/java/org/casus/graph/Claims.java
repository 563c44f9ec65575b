package org.casus.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.rdf.model.Resource;
import org.casus.extraction.Mention;
import org.casus.extraction.OfficeMention;
import org.casus.extraction.RelationMention;
import org.casus.extraction.Statement;
import org.casus.extraction.TerritorialStatement;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an article says beside events: whose land, who holds which office, how actors stand to each other, who
 * said what.
 */
final class Claims {
    private final Draft draft;
    private final Mentions mentions;
    private final Voices voices;
    private final Periods periods;

    Claims(Draft draft, Mentions mentions, Voices voices) {
        this.draft = draft;
        this.mentions = mentions;
        this.voices = voices;
        this.periods = new Periods(draft);
    }

    void writeTerritory(List<TerritorialStatement> statements, Events events) {
        byIri(statements, this::iri).forEach((iri, statement) -> write(draft.node(iri), statement, events));
    }

    void writeOffices(List<OfficeMention> offices) {
        byIri(offices, this::iri).forEach((iri, office) -> write(draft.node(iri), office));
    }

    void writeRelations(List<RelationMention> relations) {
        byIri(relations, this::iri).forEach((iri, relation) -> write(draft.node(iri), relation));
    }

    void writeStatements(List<Statement> statements) {
        byIri(statements, this::iri).forEach((iri, statement) -> write(draft.node(iri), statement));
    }

    /** Two readings that share an IRI are one; which, must not hang on their order. */
    private static <T extends Record> Map<String, T> byIri(List<T> readings, Function<T, String> iri) {
        Comparator<T> order = Comparator.comparing(Record::toString);
        Map<String, T> byIri = new TreeMap<>();
        readings.forEach(reading ->
                byIri.merge(iri.apply(reading), reading, (one, other) -> order.compare(one, other) <= 0 ? one : other));
        return byIri;
    }

    private String iri(TerritorialStatement statement) {
        return Iris.data(
                "territorial-statement",
                draft.articleIri(),
                statement.relation(),
                span(statement.territory()),
                span(statement.holder()),
                span(statement.statedBy()),
                span(statement.recognisedBy()),
                span(statement.formerHolder()),
                statement.trigger(),
                statement.factuality().polarity());
    }

    private String iri(OfficeMention office) {
        return Iris.data(
                "office-holding",
                draft.articleIri(),
                span(office.person()),
                office.office(),
                span(office.of()),
                office.sentence());
    }

    private String iri(RelationMention relation) {
        return Iris.data(
                "relation-statement",
                draft.articleIri(),
                relation.predicate(),
                span(relation.subject()),
                span(relation.object()),
                relation.factuality().polarity());
    }

    private String iri(Statement statement) {
        return Iris.data("statement", draft.articleIri(), statement.content(), statement.cue());
    }

    private static @Nullable Object span(@Nullable Mention mention) {
        return mention == null ? null : mention.span();
    }

    private void write(Resource node, TerritorialStatement statement, Events events) {
        draft.begin(node, Vocabulary.TERRITORIAL_STATEMENT);
        draft.evidence(node, statement.sentence());
        draft.add(node, Vocabulary.RELATION, Vocabulary.relation(statement.relation()));
        mentions.role(node, Vocabulary.TERRITORY, Vocabulary.TERRITORY_MENTION, statement.territory());
        mentions.role(node, Vocabulary.HOLDER, Vocabulary.HOLDER_MENTION, statement.holder());
        mentions.role(node, Vocabulary.FORMER_HOLDER, Vocabulary.FORMER_HOLDER_MENTION, statement.formerHolder());
        mentions.role(node, Vocabulary.STATED_BY, Vocabulary.STATED_BY_MENTION, statement.statedBy());
        mentions.role(node, Vocabulary.RECOGNISED_BY, Vocabulary.RECOGNISED_BY_MENTION, statement.recognisedBy());
        periods.write(node, statement.period());
        draft.add(node, Vocabulary.FROM_EVENT, events.report(statement.fromEvent()));
        draft.add(node, Vocabulary.UNTIL_EVENT, events.report(statement.untilEvent()));
        Perspectives.write(draft, node, statement.factuality());
        voices.write(node, statement.attribution());
        draft.add(node, Vocabulary.RULE, Literals.text(statement.rule()));
    }

    private void write(Resource node, OfficeMention office) {
        draft.begin(node, Vocabulary.OFFICE_HOLDING);
        draft.evidence(node, office.sentence());
        mentions.role(node, Vocabulary.PERSON, Vocabulary.PERSON_MENTION, office.person());
        draft.add(node, Vocabulary.OFFICE, Literals.text(office.office()));
        mentions.role(node, Vocabulary.OFFICE_OF, Vocabulary.OFFICE_OF_MENTION, office.of());
        periods.write(node, office.period());
        draft.add(node, Vocabulary.FORMER, Literals.truth(office.former()));
        draft.add(node, Vocabulary.STANDING, Vocabulary.standing(office.standing()));
        voices.write(node, office.attribution());
        draft.add(node, Vocabulary.RULE, Literals.text(office.rule()));
    }

    private void write(Resource node, RelationMention relation) {
        draft.begin(node, Vocabulary.RELATION_STATEMENT);
        draft.evidence(node, relation.sentence());
        draft.add(node, Vocabulary.PREDICATE, Vocabulary.predicate(relation.predicate()));
        mentions.role(node, Vocabulary.SUBJECT, Vocabulary.SUBJECT_MENTION, relation.subject());
        mentions.role(node, Vocabulary.OBJECT, Vocabulary.OBJECT_MENTION, relation.object());
        if (relation.number() != null) {
            Numbers.write(draft, node, relation.number());
        }
        periods.write(node, relation.period());
        Perspectives.write(draft, node, relation.factuality());
        voices.write(node, relation.attribution());
        draft.add(node, Vocabulary.RULE, Literals.text(relation.rule()));
    }

    private void write(Resource node, Statement statement) {
        draft.begin(node, Vocabulary.STATEMENT);
        draft.offsets(node, statement.content());
        draft.evidence(node, statement.sentence());
        draft.add(node, Vocabulary.QUOTED, Literals.truth(statement.quoted()));
        draft.add(
                node,
                Vocabulary.STATEMENT_KIND,
                Literals.text(statement.kind().name().toLowerCase(Locale.ROOT)));
        draft.add(
                node,
                Vocabulary.CUE,
                Optional.ofNullable(statement.cue())
                        .map(cue -> Literals.text(cue.of(draft.article().text()))));
        voices.write(node, statement.attribution());
    }
}
