package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code casus extract} said of each record; of two with one id the later counts. */
final class Predictions {
    private static final Fields NOTHING = new Fields("nothing", JsonNodeFactory.instance.objectNode());

    private final Map<String, Fields> byId = new LinkedHashMap<>();

    Predictions(List<Fields> lines) {
        lines.forEach(line -> byId.put(line.id(), line));
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    /** An extraction without a field where there is none. */
    Fields of(String id) {
        return byId.getOrDefault(id, NOTHING);
    }

    Fields first() {
        return byId.values().stream().findFirst().orElse(NOTHING);
    }

    /** Whether the text says that it happened: what is planned, denied or merely possible is not scored. */
    static boolean happened(Fields event) {
        return event.optionalText("certainty").orElse("certain").equals("certain")
                && event.optionalText("polarity").orElse("positive").equals("positive")
                && !event.optionalText("tense").orElse("past").equals("future");
    }
}
