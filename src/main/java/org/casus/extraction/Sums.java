package org.casus.extraction;

import java.util.List;
import java.util.stream.Stream;

/** Sums of money and to whom they go, where the parser gets them wrong. */
record Sums(Syntax syntax) {
    /**
     * The parser hangs what is meant on the article of "an additional $2 million", and on "16th century" of a Bible.
     */
    int amount(int object) {
        return syntax.sentence().token(object).isNoun() && !syntax.inTime(object)
                ? object
                : Stream.concat(Stream.of(object), syntax.children(object, "amod").stream())
                        .flatMap(word -> syntax.children(word, "dep").stream())
                        .filter(child -> syntax.isCurrency(child)
                                || syntax.sentence().token(child).isNoun())
                        .findFirst()
                        .orElse(object);
    }

    /** "Lent a million to Chad to buy grain": the parser takes Chad for who buys. */
    boolean hasRecipient(int infinitive) {
        List<Integer> marks = syntax.children(infinitive, "mark").stream()
                .filter(mark -> syntax.lemma(mark).equals("to"))
                .toList();
        return marks.size() == 2
                && syntax.children(infinitive, "nsubj").stream()
                        .anyMatch(party -> marks.get(0) < party && party < marks.get(1));
    }

    /** Who pays for something brings it about; but who is given leave to act acts. */
    boolean isPaid(int infinitive) {
        return hasRecipient(infinitive)
                && syntax.children(syntax.sentence().governor(infinitive), "obj").stream()
                        .anyMatch(syntax::isCurrency);
    }

    /** "Cut duties on $3 million of Thai rice": the sum, which the parser hangs on the bare preposition. */
    List<Integer> sumBehind(int word, String preposition) {
        return syntax.is(word, "advmod") && syntax.lemma(word).equals(preposition)
                ? syntax.children(word, "dep").stream()
                        .filter(syntax::isCurrency)
                        .toList()
                : List.of();
    }
}
