package org.casus.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one actor or place stands to another, as the text has it.
 *
 * @param number how many of the subject, such as the displaced
 * @param sentence index of its sentence
 */
public record RelationMention(
        Mention subject,
        Predicate predicate,
        Mention object,
        @Nullable EventNumber number,
        Period period,
        Factuality factuality,
        List<Attribution> attribution,
        int sentence,
        String rule) {
    public RelationMention {
        attribution = List.copyOf(attribution);
    }

    /** From the subject to the object. */
    public enum Predicate {
        MEMBER_OF("memberOf", Of.ACTORS),
        ALLIED_WITH("alliedWith", Of.ACTORS),
        PART_OF("partOf", Of.ACTORS),
        SUBSIDIARY_OF("subsidiaryOf", Of.ACTORS),
        HEADQUARTERED_IN("headquarteredIn", Of.ACTOR_AND_PLACE),
        CAPITAL_OF("capitalOf", Of.PLACES),
        DE_FACTO_CAPITAL_OF("deFactoCapitalOf", Of.PLACES),
        FOUNDED_BY("foundedBy", Of.ACTORS),
        LED_BY("ledBy", Of.ACTORS),
        SPOUSE_OF("spouseOf", Of.ACTORS),
        CHILD_OF("childOf", Of.ACTORS),
        SIBLING_OF("siblingOf", Of.ACTORS),
        RELATIVE_OF("relativeOf", Of.ACTORS),
        LOCATED_IN("locatedIn", Of.PLACES),
        BORDERS("borders", Of.PLACES),
        CONNECTS("connects", Of.PLACES),
        DISPLACED_FROM("displacedFrom", Of.ACTOR_AND_PLACE),
        FLED_TO("fledTo", Of.ACTOR_AND_PLACE),
        LIVES_IN("livesIn", Of.ACTOR_AND_PLACE);

        private enum Of {
            ACTORS,
            ACTOR_AND_PLACE,
            PLACES
        }

        private final String label;
        private final Of between;

        Predicate(String label, Of between) {
            this.label = label;
            this.between = between;
        }

        /** True where the subject is somewhere, not somebody. */
        public boolean isFromPlace() {
            return between == Of.PLACES;
        }

        /** True where the object is somewhere, not somebody. */
        public boolean isToPlace() {
            return between != Of.ACTORS;
        }

        /** Its name in the ontology and in the extraction's JSON. */
        public String label() {
            return label;
        }
    }
}
