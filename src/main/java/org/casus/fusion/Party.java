package org.casus.fusion;

import java.io.Serializable;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Who did it, or to whom, as one report has it.
 *
 * @param entity null where the words for it lead to nobody
 * @param kind how it is known
 * @param linked true where a gazetteer knows it
 * @param country the country that it belongs to in this role: a ministry is a part of its state
 * @param head the noun of a description
 */
record Party(
        @Nullable Node entity,
        Kind kind,
        boolean linked,
        @Nullable String country,
        @Nullable String head) implements Serializable {
    enum Kind {
        STATE,
        PERSON,
        /** Anything else with a name of its own. */
        NAMED,
        /** Without a name: it may be somebody else in the next article. */
        DESCRIBED
    }

    boolean isNamed() {
        return kind != Kind.DESCRIBED;
    }

    /** From -1, surely others, to 1, the same. */
    double likeness(Party other) {
        if (entity != null && entity.equals(other.entity)) {
            return 1;
        }
        boolean oneCountry = country != null && country.equals(other.country);
        boolean twoCountries = country != null && other.country != null && !oneCountry;
        if (isNamed() && other.isNamed()) {
            return named(other, oneCountry, twoCountries);
        }
        return twoCountries ? -0.3 : described(other, oneCountry);
    }

    private double named(Party other, boolean oneCountry, boolean twoCountries) {
        // The country of whom no gazetteer knows is often guessed from the words around.
        if (twoCountries) {
            return linked && other.linked ? -1 : -0.5;
        }
        if (kind == Kind.PERSON && other.kind == Kind.PERSON) {
            return head != null && head.equals(other.head) ? 0.7 : -1;
        }
        if (oneCountry) {
            return kind == Kind.STATE || other.kind == Kind.STATE ? 0.8 : 0.4;
        }
        return -0.3;
    }

    private double described(Party other, boolean oneCountry) {
        if (head != null && head.equals(other.head)) {
            return oneCountry ? 0.7 : 0.5;
        }
        if (oneCountry) {
            return 0.4;
        }
        return isNamed() || other.isNamed() ? 0 : -0.2;
    }
}
