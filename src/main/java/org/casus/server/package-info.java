/** A store to whoever asks over HTTP: a read-only SPARQL endpoint. */
@NullMarked
package org.casus.server;

import org.jspecify.annotations.NullMarked;
