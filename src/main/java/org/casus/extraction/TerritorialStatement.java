package org.casus.extraction;

import java.util.List;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * Whose land, as the text has it: a control, a claim or a recognition, each a fact of its own with its own voice.
 *
 * @param trigger the words that say so
 * @param holder who has, claims, gains or loses the land; of a secession, whom it left
 * @param formerHolder who had it before, where the same words say so
 * @param statedBy who claims or states it, where the text names one beside the attribution
 * @param recognisedBy who recognises or does not
 * @param fromEvent id of the event that began it
 * @param untilEvent id of the event that ended it
 * @param sentence index of its sentence
 */
public record TerritorialStatement(
        Relation relation,
        Span trigger,
        Mention territory,
        @Nullable Mention holder,
        @Nullable Mention formerHolder,
        @Nullable Mention statedBy,
        @Nullable Mention recognisedBy,
        Period period,
        @Nullable String fromEvent,
        @Nullable String untilEvent,
        Factuality factuality,
        List<Attribution> attribution,
        int sentence,
        String rule) {
    public TerritorialStatement {
        attribution = List.copyOf(attribution);
    }

    /** The same, begun or ended by an event. */
    TerritorialStatement by(String event) {
        return new TerritorialStatement(
                relation,
                trigger,
                territory,
                holder,
                formerHolder,
                statedBy,
                recognisedBy,
                period,
                period.from() == null ? null : event,
                period.until() == null ? null : event,
                factuality,
                attribution,
                sentence,
                rule);
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
