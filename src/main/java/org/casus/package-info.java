/**
 * Casus: news articles in, a knowledge graph of geopolitical events out. Start reading at
 * {@code pipeline.Pipeline.run}.
 */
@NullMarked
package org.casus;

import org.jspecify.annotations.NullMarked;
