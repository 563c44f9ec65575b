/** Extractions beside gold -> figures that say how much of it was found; start reading at {@code Evaluation}. */
@NullMarked
package org.casus.evaluation;

import org.jspecify.annotations.NullMarked;
