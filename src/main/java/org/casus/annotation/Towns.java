package org.casus.annotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places that the CRF takes for people, by {@code towns.tsv}. */
final class Towns {
    private final Set<String> names;

    private Towns(Set<String> names) {
        this.names = names;
    }

    static Towns load() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Towns.class.getResourceAsStream("towns.tsv")), StandardCharsets.UTF_8))) {
            return new Towns(table.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same names, with a town's as one; in an article that speaks of a person so named it stays a person's. */
    List<List<EntityMention>> settle(List<List<EntityMention>> names, List<List<Token>> tokens) {
        Set<String> people = names.stream()
                .flatMap(List::stream)
                .filter(name -> name.type() == EntityMention.Type.PERSON && name.end() - name.first() > 1)
                .flatMap(name -> Stream.of(name.text().split(" ")))
                .collect(Collectors.toSet());
        List<List<EntityMention>> settled = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            List<Token> sentence = tokens.get(i);
            settled.add(names.get(i).stream()
                    .map(name -> isTown(name, sentence) && !people.contains(name.text()) ? town(name) : name)
                    .toList());
        }
        return settled;
    }

    /** "General Bucha" has a title. */
    private boolean isTown(EntityMention name, List<Token> sentence) {
        return name.type() == EntityMention.Type.PERSON
                && names.contains(name.text())
                && (name.first() == 0 || !sentence.get(name.first() - 1).isProper());
    }

    private static EntityMention town(EntityMention name) {
        return new EntityMention(EntityMention.Type.LOCATION, name.first(), name.end(), name.span(), name.text());
    }
}
