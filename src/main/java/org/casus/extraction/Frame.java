package org.casus.extraction;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a predicate must be filled with to tell something, and which slots hold the parties.
 *
 * @param predicate lemma and part of speech, such as {@code accuse/v}
 * @param meaning an event type, a territorial relation, or {@link #NONE}
 * @param source slots of the first party, the best first
 * @param target slots of the second party, the best first
 * @param row where it stands, with its other columns
 */
record Frame(
        String predicate,
        List<Condition> conditions,
        String meaning,
        List<String> source,
        List<String> target,
        Table.Row row) {
    static final String NONE = "NONE";

    /** The slots of a verb that the table does not know. */
    static final Frame ANY_VERB =
            unknown("v", List.of("subj"), List.of("iobj", "obj", "to", "with", "against", "from", "on", "for"));

    /** The slots of a noun that the table does not know. */
    static final Frame ANY_NOUN =
            unknown("n", List.of("poss", "by", "comp"), List.of("of", "against", "on", "with", "to", "for"));

    private static Frame unknown(String predicate, List<String> source, List<String> target) {
        Table.Row row = new Table.Row("", "classifier", Collections.nCopies(9, "-"));
        return new Frame(predicate, List.of(), NONE, source, target, row);
    }

    /** What a slot must or must not hold; no fillers and no classes: anything at all. */
    record Condition(String slot, boolean absent, Set<String> lemmas, Set<String> classes) {
        boolean any() {
            return lemmas.isEmpty() && classes.isEmpty();
        }
    }

    /** More conditions win over fewer, lemmas over classes, classes over anything. */
    int specificity() {
        int sum = 0;
        for (Condition condition : conditions) {
            sum += 10 + (condition.absent ? 0 : condition.any() ? 1 : condition.lemmas.isEmpty() ? 2 : 3);
        }
        return sum;
    }

    static Condition condition(Table.Row row, String text) {
        boolean absent = text.startsWith("!");
        String[] parts = (absent ? text.substring(1) : text).split("=", -1);
        if (parts.length > 2 || parts[0].isEmpty() || (absent && parts.length > 1)) {
            throw row.fault("not a condition: " + text);
        }
        List<String> fillers = parts.length == 1 || parts[1].equals("*") ? List.of() : List.of(parts[1].split(",", -1));
        if (fillers.contains("") || fillers.contains("@")) {
            throw row.fault("not a condition: " + text);
        }
        Set<String> lemmas = Set.copyOf(fillers.stream()
                .filter(filler -> !filler.startsWith("@"))
                .map(filler -> filler.toLowerCase(Locale.ROOT))
                .toList());
        Set<String> classes = Set.copyOf(fillers.stream()
                .filter(filler -> filler.startsWith("@"))
                .map(filler -> filler.substring(1))
                .toList());
        return new Condition(parts[0], absent, lemmas, classes);
    }
}
