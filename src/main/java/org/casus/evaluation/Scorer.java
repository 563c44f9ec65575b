package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One kind of gold, read and without faults, that extractions are held against. */
interface Scorer {
    ObjectNode score(Predictions predictions, Misses misses);
}
