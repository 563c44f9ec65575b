/** Linked articles to RDF: one named graph an article, with provenance, and the entities it speaks of. */
@NullMarked
package org.casus.graph;

import org.jspecify.annotations.NullMarked;
