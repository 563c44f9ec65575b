/** Runs the whole flow: articles in, a store of events out. */
@NullMarked
package org.casus.pipeline;

import org.jspecify.annotations.NullMarked;
