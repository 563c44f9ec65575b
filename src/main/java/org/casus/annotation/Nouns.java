package org.casus.annotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What common nouns name, by {@code nouns.tsv}, and the gender of given names, by the lists of CoreNLP's models. */
final class Nouns {
    /** A kind of thing that a pronoun may stand for. */
    enum Kind {
        PERSON,
        GROUP,
        PLACE,
        THING
    }

    private static final String GIVEN_NAMES = "/edu/stanford/nlp/models/dcoref/namegender.combine.txt";

    private record Meaning(Kind kind, Gender gender) {}

    private final Map<String, Meaning> meanings = new HashMap<>();
    private final Map<String, Gender> givenNames = new HashMap<>();

    private Nouns() {}

    static Nouns load() {
        Nouns nouns = new Nouns();
        rows("nouns.tsv").filter(row -> row.size() > 1).forEach(row -> {
            Gender gender = row.size() > 2 ? Gender.valueOf(row.get(2)) : Gender.UNKNOWN;
            nouns.meanings.put(row.get(0), new Meaning(Kind.valueOf(row.get(1)), gender));
        });
        rows(GIVEN_NAMES)
                .filter(row -> row.size() == 2)
                .forEach(row -> nouns.givenNames.merge(
                        row.get(0), Gender.valueOf(row.get(1)), (one, other) -> one == other ? one : Gender.UNKNOWN));
        return nouns;
    }

    Kind kind(String lemma) {
        Meaning meaning = meanings.get(lemma);
        return meaning == null ? Kind.THING : meaning.kind();
    }

    Gender gender(String lemma) {
        Meaning meaning = meanings.get(lemma);
        return meaning == null ? Gender.UNKNOWN : meaning.gender();
    }

    Gender ofGivenName(String name) {
        return givenNames.getOrDefault(name.toLowerCase(Locale.ROOT), Gender.UNKNOWN);
    }

    private static Stream<List<String>> rows(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Nouns.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
