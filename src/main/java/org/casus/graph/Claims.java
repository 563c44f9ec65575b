package org.casus.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.rdf.model.Resource;
import org.casus.extraction.Mention;
import org.casus.extraction.OfficeMention;
import org.casus.extraction.Statement;
import org.casus.extraction.TerritorialStatement;
import org.jspecify.annotations.Nullable;

/** Writes what an article says beside events: whose land, who holds which office, who said what. */
final class Claims {
    private final Draft draft;
    private final Mentions mentions;
    private final Voices voices;

    Claims(Draft draft, Mentions mentions, Voices voices) {
        this.draft = draft;
        this.mentions = mentions;
        this.voices = voices;
    }

    void writeTerritory(List<TerritorialStatement> statements, Events events) {
        byIri(statements, this::iri).forEach((iri, statement) -> write(draft.node(iri), statement, events));
    }

    void writeOffices(List<OfficeMention> offices) {
        byIri(offices, this::iri).forEach((iri, office) -> write(draft.node(iri), office));
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
                statement.factuality().polarity());
    }

    private String iri(OfficeMention office) {
        return Iris.data(
                "office-holding", draft.articleIri(), span(office.person()), office.office(), span(office.of()));
    }

    private String iri(Statement statement) {
        return Iris.data("statement", draft.articleIri(), statement.content());
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
        mentions.role(node, Vocabulary.STATED_BY, Vocabulary.STATED_BY_MENTION, statement.statedBy());
        mentions.role(node, Vocabulary.RECOGNISED_BY, Vocabulary.RECOGNISED_BY_MENTION, statement.recognisedBy());
        draft.add(node, Vocabulary.FROM, Literals.date(statement.from()));
        draft.add(node, Vocabulary.UNTIL, Literals.date(statement.until()));
        draft.add(node, Vocabulary.FROM_EVENT, events.report(statement.fromEvent()));
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
        draft.add(node, Vocabulary.FROM, Literals.date(office.from()));
        draft.add(node, Vocabulary.UNTIL, Literals.date(office.until()));
        draft.add(node, Vocabulary.AS_OF, Literals.date(office.asOf()));
        draft.add(node, Vocabulary.FORMER, Literals.truth(office.former()));
    }

    private void write(Resource node, Statement statement) {
        draft.begin(node, Vocabulary.STATEMENT);
        draft.offsets(node, statement.content());
        draft.evidence(node, statement.sentence());
        draft.add(node, Vocabulary.QUOTED, Literals.truth(statement.quoted()));
        voices.write(node, statement.attribution());
    }
}
