package org.casus.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.Sentence;

/** What stands before a noun or beside it in one sentence, and what it says of that noun. */
record Modifiers(Sentence sentence) {
    private static final Set<String> DONE_BY = WordClasses.of("leading");

    /** Whose a ship or a hospital is; but a "family-run hotel" is no party's. */
    private static final Set<String> HELD_BY = WordClasses.of("holding");

    /** "Saudi-led strike" is a strike of the Saudis too, "Greek-owned tanker" a tanker of Greece. */
    List<Integer> before(int noun) {
        return sentence.dependents(noun).stream()
                .filter(child -> child < noun && isModifier(child))
                .flatMap(child -> DONE_BY.contains(lemma(child)) ? before(child, false) : holder(child))
                .toList();
    }

    private Stream<Integer> holder(int child) {
        List<Integer> names =
                HELD_BY.contains(lemma(child)) ? before(child, true).toList() : List.of();
        return names.isEmpty() ? Stream.of(child) : names.stream();
    }

    private Stream<Integer> before(int participle, boolean named) {
        return sentence.dependents(participle).stream()
                .filter(by -> by < participle && !sentence.relation(by).equals("punct"))
                .filter(by -> !named
                        || Character.isUpperCase(sentence.token(by).text().codePointAt(0)));
    }

    /** What a modifier stands before: the region of "breakaway region". */
    List<Integer> of(int modifier) {
        int noun = sentence.governor(modifier);
        return noun > modifier && isModifier(modifier) ? List.of(noun) : List.of();
    }

    /** "Russian" of "Russian-occupied". */
    List<Integer> prefixes(int participle) {
        return sentence.dependents(participle).stream()
                .filter(child -> child == participle - 2
                        && sentence.token(child + 1).text().equals("-"))
                .toList();
    }

    /** The other noun of an apposition, on either side: "Oslo, the capital"; "the capital, Oslo". */
    List<Integer> apposed(int noun) {
        Stream<Integer> named =
                sentence.relation(noun).equals("appos") ? Stream.of(sentence.governor(noun)) : Stream.of();
        Stream<Integer> naming = sentence.dependents(noun).stream()
                .filter(child -> sentence.relation(child).equals("appos"));
        return Stream.concat(named, naming).toList();
    }

    /** An adjective or noun before it, or "no". */
    private boolean isModifier(int token) {
        return sentence.relation(token).equals("compound")
                || sentence.relation(token).equals("amod")
                || (sentence.relation(token).equals("det") && lemma(token).equals("no"));
    }

    private String lemma(int token) {
        return sentence.token(token).lemma().toLowerCase(Locale.ROOT);
    }
}
