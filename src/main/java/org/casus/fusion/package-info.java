/** Reports in many articles to the events that they tell of. */
@NullMarked
package org.casus.fusion;

import org.jspecify.annotations.NullMarked;
