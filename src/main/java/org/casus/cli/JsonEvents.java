package org.casus.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.casus.extraction.EventMention;
import org.casus.extraction.EventNumber;

/** Event mentions to JSON. */
final class JsonEvents {
    private final JsonParts parts;
    private final boolean explain;

    JsonEvents(JsonParts parts, boolean explain) {
        this.parts = parts;
        this.explain = explain;
    }

    ObjectNode write(EventMention event) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("id", event.id());
        written.put("type", event.type().name());
        written.put("mode", event.mode());
        event.contexts().forEach(written.putArray("context")::add);
        written.put("cameo", event.cameo());
        written.set("trigger", parts.span(event.trigger()));
        written.set("mentions", JsonParts.array(event.mentions(), parts::span));
        written.set("source", parts.party(event.source()));
        written.set("target", parts.party(event.target()));
        written.set("place", parts.place(event.place()));
        written.set("origin", parts.place(event.origin()));
        written.set("destination", parts.place(event.destination()));
        written.set("time", parts.time(event.time()));
        written.set("numbers", JsonParts.array(event.numbers(), JsonEvents::number));
        parts.certaintyAndPolarity(written, event.factuality());
        written.put("tense", JsonParts.word(event.factuality().tense()));
        written.put("spokenOf", event.spokenOf());
        written.set("attribution", parts.attribution(event.attribution()));
        written.set("sentence", parts.sentence(event.sentence()));
        written.put("confidence", event.confidence());
        if (explain) {
            written.put("rule", event.rule());
        }
        return written;
    }

    static ObjectNode number(EventNumber number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("what", JsonParts.word(number.what()))
                .put("text", number.text())
                .put("low", number.low())
                .put("high", number.high());
    }
}
