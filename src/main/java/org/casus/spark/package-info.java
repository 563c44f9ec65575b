/** Runs the flow on many machines: articles on a Hadoop file system in, files of N-Quads out. Alone knows Spark. */
@NullMarked
package org.casus.spark;

import org.jspecify.annotations.NullMarked;
