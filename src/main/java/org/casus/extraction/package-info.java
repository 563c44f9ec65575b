/** Annotated articles to event mentions, territorial statements, office mentions and statements. */
@NullMarked
package org.casus.extraction;

import org.jspecify.annotations.NullMarked;
