/** Reports in many articles to the events that they tell of, and to what follows from these. */
@NullMarked
package org.casus.fusion;

import org.jspecify.annotations.NullMarked;
