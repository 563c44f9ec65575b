package org.casus.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.casus.extraction.Moment;
import org.casus.extraction.OfficeMention;
import org.casus.extraction.Period;
import org.casus.extraction.RelationMention;
import org.casus.extraction.Statement;
import org.casus.extraction.TerritorialStatement;
import org.jspecify.annotations.Nullable;

/** What is said of land, of offices, of how actors stand to each other, and of nothing that is coded, to JSON. */
final class JsonClaims {
    private final JsonParts parts;

    JsonClaims(JsonParts parts) {
        this.parts = parts;
    }

    ObjectNode write(TerritorialStatement statement) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("relation", statement.relation().label());
        written.set("territory", parts.party(statement.territory()));
        written.set("holder", parts.party(statement.holder()));
        written.set("formerHolder", parts.party(statement.formerHolder()));
        written.set("statedBy", parts.party(statement.statedBy()));
        written.set("recognisedBy", parts.party(statement.recognisedBy()));
        period(written, statement.period());
        written.put("fromEvent", statement.fromEvent());
        written.put("untilEvent", statement.untilEvent());
        parts.certaintyAndPolarity(written, statement.factuality());
        written.set("attribution", parts.attribution(statement.attribution()));
        written.set("sentence", parts.sentence(statement.sentence()));
        return written;
    }

    ObjectNode write(OfficeMention office) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.set("person", parts.party(office.person()));
        written.put("office", office.office());
        written.set("of", parts.party(office.of()));
        period(written, office.period());
        written.put("former", office.former());
        written.put("standing", JsonParts.word(office.standing()));
        written.set("attribution", parts.attribution(office.attribution()));
        written.set("sentence", parts.sentence(office.sentence()));
        return written;
    }

    ObjectNode write(RelationMention relation) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.set("subject", parts.party(relation.subject()));
        written.put("predicate", relation.predicate().label());
        written.set("object", parts.party(relation.object()));
        written.set("number", relation.number() == null ? null : JsonEvents.number(relation.number()));
        period(written, relation.period());
        parts.certaintyAndPolarity(written, relation.factuality());
        written.set("attribution", parts.attribution(relation.attribution()));
        written.set("sentence", parts.sentence(relation.sentence()));
        return written;
    }

    private static void period(ObjectNode written, Period period) {
        written.put("from", iso(period.from()));
        written.put("until", iso(period.until()));
        written.put("asOf", iso(period.asOf()));
    }

    private static @Nullable String iso(@Nullable Moment moment) {
        return moment == null ? null : moment.iso();
    }

    ObjectNode write(Statement statement) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("id", statement.id());
        written.put("kind", statement.kind().name().toLowerCase(Locale.ROOT));
        written.set("attribution", parts.attribution(statement.attribution()));
        written.set("cue", statement.cue() == null ? NullNode.instance : parts.span(statement.cue()));
        written.put("quoted", statement.quoted());
        written.set("content", parts.span(statement.content()));
        written.set("sentence", parts.sentence(statement.sentence()));
        return written;
    }
}
