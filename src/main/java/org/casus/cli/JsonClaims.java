package org.casus.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.casus.extraction.OfficeMention;
import org.casus.extraction.Statement;
import org.casus.extraction.TerritorialStatement;

/** What is said of land, of offices and of nothing that is coded, to JSON. */
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
        written.set("statedBy", parts.party(statement.statedBy()));
        written.set("recognisedBy", parts.party(statement.recognisedBy()));
        written.put("from", statement.from());
        written.put("until", statement.until());
        written.put("fromEvent", statement.fromEvent());
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
        written.put("from", office.from());
        written.put("until", office.until());
        written.put("asOf", office.asOf());
        written.put("former", office.former());
        written.set("sentence", parts.sentence(office.sentence()));
        return written;
    }

    ObjectNode write(Statement statement) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.set("attribution", parts.attribution(statement.attribution()));
        written.put("quoted", statement.quoted());
        written.set("content", parts.span(statement.content()));
        written.set("sentence", parts.sentence(statement.sentence()));
        return written;
    }
}
