/** A store to whoever asks over HTTP: SPARQL, stored queries, every IRI of the graph, the page. */
@NullMarked
package org.casus.server;

import org.jspecify.annotations.NullMarked;
