/** The events of a store to pictures. */
@NullMarked
package org.casus.plot;

import org.jspecify.annotations.NullMarked;
