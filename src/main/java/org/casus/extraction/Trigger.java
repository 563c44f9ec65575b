package org.casus.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A token that a frame matches.
 *
 * @param lightVerb the verb that lends a noun its subject, as in "launched an attack"
 * @param suffered true where the light verb's subject is who it is done to, as in "faced protests"
 */
record Trigger(
        int token, Frame frame, EventType type, @Nullable Integer lightVerb, boolean suffered) {}
