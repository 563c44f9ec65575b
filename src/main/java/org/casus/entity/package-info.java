/** Mentions to entities: a Wikidata item, or NIL. */
@NullMarked
package org.casus.entity;

import org.jspecify.annotations.NullMarked;
