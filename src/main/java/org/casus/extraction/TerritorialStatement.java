package org.casus.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose land, as the text has it: a control, a claim or a recognition, each a fact of its own with its own voice.
 *
 * @param statedBy who claims or states it, where the text names one beside the attribution
 * @param recognisedBy who recognises or does not
 * @param from ISO 8601, cut to what is known
 * @param until ISO 8601, cut to what is known
 * @param fromEvent id of the event that began it
 * @param sentence index of its sentence
 */
public record TerritorialStatement(
        String id,
        Relation relation,
        Mention territory,
        @Nullable Mention holder,
        @Nullable Mention statedBy,
        @Nullable Mention recognisedBy,
        @Nullable String from,
        @Nullable String until,
        @Nullable String fromEvent,
        Factuality factuality,
        List<Attribution> attribution,
        int sentence,
        String rule) {
    public TerritorialStatement {
        attribution = List.copyOf(attribution);
    }

    public enum Relation {
        CLAIMS("claims"),
        CONTROLS("controls"),
        OCCUPIES("occupies"),
        ADMINISTERS("administers"),
        RECOGNISED_AS_PART_OF("recognisedAsPartOf"),
        RECOGNISED_AS_INDEPENDENT("recognisedAsIndependent"),
        NOT_RECOGNISED("notRecognised"),
        INDEPENDENT_DE_FACTO("independentDeFacto"),
        DECLARED_INDEPENDENCE("declaredIndependence"),
        SECEDED("seceded"),
        ANNEXED("annexed"),
        CEDED("ceded"),
        RETURNED("returned"),
        DISPUTED("disputed"),
        DEMILITARISED("demilitarised");

        private final String label;

        Relation(String label) {
            this.label = label;
        }

        /** Its name in the ontology and in the extraction's JSON. */
        public String label() {
            return label;
        }
    }
}
