package org.casus.annotation;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Short names -> the full ones that they repeat: a surname the whole name before it, letters the body they stand for.
 */
final class ShortNames {
    private static final Pattern LETTERS = Pattern.compile("(?:\\p{Lu}\\.?){2,7}");
    private static final Splitter GAP = Splitter.onPattern("[\\s-]+").omitEmptyStrings();
    private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "in", "on");

    private ShortNames() {}

    /** Each short mention with its full name, in the order of the text. */
    static Map<EntityMention, FullName> resolve(List<Sentence> sentences) {
        Map<EntityMention, FullName> resolved = new LinkedHashMap<>();
        Map<String, List<FullName>> bySurname = new HashMap<>();
        Map<String, FullName> byLetters = new HashMap<>();
        for (Sentence sentence : sentences) {
            for (EntityMention name : sentence.names()) {
                FullName here = new FullName(sentence.index(), name);
                if (name.type() == EntityMention.Type.PERSON) {
                    person(here, bySurname).ifPresent(full -> resolved.put(name, full));
                } else if (name.type() == EntityMention.Type.ORGANIZATION) {
                    body(here, byLetters).ifPresent(full -> resolved.put(name, full));
                }
            }
        }
        return resolved;
    }

    private static Optional<FullName> person(FullName here, Map<String, List<FullName>> bySurname) {
        List<String> parts = GAP.splitToList(here.name().text());
        String surname = parts.get(parts.size() - 1);
        List<FullName> known = bySurname.computeIfAbsent(surname, absent -> new ArrayList<>());
        if (parts.size() > 1) {
            Optional<FullName> same = known.stream()
                    .filter(full -> full.name().text().equals(here.name().text()))
                    .findFirst();
            if (same.isEmpty()) {
                known.add(here);
            }
            return same;
        }
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    private static Optional<FullName> body(FullName here, Map<String, FullName> byLetters) {
        String text = here.name().text();
        if (LETTERS.matcher(text).matches()) {
            return Optional.ofNullable(byLetters.get(text.replace(".", "")));
        }
        String letters = letters(text);
        if (letters.length() > 1) {
            byLetters.putIfAbsent(letters, here);
        }
        return Optional.empty();
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : GAP.split(name)) {
            if (!SMALL.contains(word)) {
                letters.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return letters.toString();
    }
}
