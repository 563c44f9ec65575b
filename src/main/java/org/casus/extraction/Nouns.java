package org.casus.extraction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.jspecify.annotations.Nullable;

/** What common nouns are: classes that frames ask for, and the sector of those that act. */
final class Nouns {
    private static final int LONGEST = 3;

    /**
     * One noun or compound.
     *
     * @param kind null where it does not act
     */
    record Noun(String lemma, Set<String> classes, @Nullable String sector, Mention.@Nullable Kind kind) {}

    private final Map<String, Noun> nouns = new HashMap<>();
    private final Set<String> classes = new HashSet<>();

    Nouns() {
        for (Table.Row row : Table.read("nouns.tsv", 4)) {
            Noun noun = new Noun(
                    row.cell(0),
                    Set.copyOf(row.list(1, ",")),
                    row.optional(2).orElse(null),
                    row.optional(3).map(kind -> kind(row, kind)).orElse(null));
            classes.addAll(noun.classes);
            if (nouns.put(noun.lemma, noun) != null) {
                throw row.fault("a second row for " + noun.lemma);
            }
        }
    }

    private static Mention.Kind kind(Table.Row row, String name) {
        try {
            return Mention.Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.fault("no kind " + name);
        }
    }

    /** The longest compound of the table that ends at token {@code head}. */
    Optional<Noun> at(Sentence sentence, int head) {
        Optional<Noun> found = Optional.empty();
        String key = "";
        int words = 0;
        for (int i = head; i >= 0 && words < LONGEST; i--) {
            Token token = sentence.token(i);
            if (token.text().equals("-")) {
                continue;
            }
            words++;
            key = lemma(token, i > 0 ? sentence.token(i - 1) : null) + (key.isEmpty() ? "" : "_" + key);
            Noun noun = nouns.get(key);
            if (noun != null) {
                found = Optional.of(noun);
            }
        }
        return found;
    }

    /** Numbers in digits have one row, and counted "others" have one of their own. */
    private static String lemma(Token token, @Nullable Token before) {
        boolean digits =
                token.pos().equals("CD") && Character.isDigit(token.text().codePointAt(0));
        // "Kidnapped 30 others": people, while "France and others" are whoever they are, and "the other" anything.
        boolean others = token.pos().equals("NNS")
                && token.lemma().equals("other")
                && before != null
                && before.pos().equals("CD");
        return digits ? "0" : others ? "others" : token.lemma().toLowerCase(Locale.ROOT);
    }

    /** True for names, and for nouns that the table says act. */
    boolean acts(Sentence sentence, int head) {
        return sentence.nameAt(head).isPresent()
                || at(sentence, head).filter(noun -> noun.kind() != null).isPresent();
    }

    /** True where some noun is of the class. */
    boolean hasClass(String type) {
        return classes.contains(type);
    }

    boolean isA(Sentence sentence, int head, String type) {
        return at(sentence, head).filter(noun -> noun.classes.contains(type)).isPresent();
    }
}
