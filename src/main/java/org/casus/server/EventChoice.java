package org.casus.server;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader asks for.
 *
 * @param from the first day of a span that they must touch
 * @param to its last day
 * @param about the IRI of who or what must be a party or the place
 */
record EventChoice(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String about) {
    static final EventChoice ALL = new EventChoice(null, null, null);

    /** From the parameters of an address. */
    static EventChoice of(UnaryOperator<@Nullable String> parameter) {
        return new EventChoice(
                day("from", parameter),
                day("to", parameter),
                given("about", parameter)
                        .map(iri -> iri.contains(":") ? iri : Vocabulary.DATA + iri)
                        .orElse(null));
    }

    private static @Nullable LocalDate day(String name, UnaryOperator<@Nullable String> parameter) {
        Optional<String> given = given(name, parameter);
        try {
            return given.map(LocalDate::parse).orElse(null);
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException(
                    "%s must be a day such as 2020-09-27, not \"%s\"".formatted(name, given.get()), fault);
        }
    }

    private static Optional<String> given(String name, UnaryOperator<@Nullable String> parameter) {
        return Optional.ofNullable(parameter.apply(name)).filter(value -> !value.isBlank());
    }

    boolean isTimed() {
        return from != null || to != null;
    }
}
