package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Precision, recall and their harmonic mean. */
record Rates(double precision, double recall) {
    /** @param found how many of those said are wanted */
    static Rates of(int found, int said, int wanted) {
        return new Rates(share(found, said), share(found, wanted));
    }

    /** Zero where there is no whole. */
    static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    static double rounded(double value) {
        return rounded(value, 3);
    }

    static double rounded(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }

    ObjectNode json() {
        double sum = precision + recall;
        return JsonNodeFactory.instance
                .objectNode()
                .put("p", rounded(precision))
                .put("r", rounded(recall))
                .put("f1", sum == 0 ? 0 : rounded(2 * precision * recall / sum));
    }
}
