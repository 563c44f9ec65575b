/** A clause with its parties marked -> which event it tells of, if any, and how probable that is. */
@NullMarked
package org.casus.classification;

import org.jspecify.annotations.NullMarked;
