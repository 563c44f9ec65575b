/** Graphs in, answers out: the TDB2 store, its queries and its exports. */
@NullMarked
package org.casus.store;

import org.jspecify.annotations.NullMarked;
