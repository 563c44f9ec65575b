package org.casus.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;

/** Finds the noun phrases that speak of an actor, whether or not any event is theirs. */
final class Bystanders {
    /** Of them only those are worth an entity that the text places somewhere: "people in the north of Mali". */
    private static final Set<String> ANYONE =
            Set.of("people", "person", "man", "woman", "child", "boy", "girl", "family", "other", "one", "leader");

    private static final Set<String> PARTS_OF_A_NAME = Set.of("compound", "amod", "flat", "fixed", "det", "case", "cc");

    private final Nouns nouns;

    Bystanders(Nouns nouns) {
        this.nouns = nouns;
    }

    /** Heads of such phrases in a sentence. */
    List<Integer> in(Syntax syntax) {
        return IntStream.range(0, syntax.sentence().tokens().size())
                .filter(head -> isOne(syntax, head))
                .boxed()
                .toList();
    }

    private boolean isOne(Syntax syntax, int head) {
        Sentence sentence = syntax.sentence();
        Token token = sentence.token(head);
        return token.pos().startsWith("NN")
                && sentence.nameAt(head).isEmpty()
                && !PARTS_OF_A_NAME.contains(sentence.relation(head))
                && !syntax.inTime(head)
                && nouns.at(sentence, head)
                        .filter(noun -> noun.kind() != null && noun.sector() != null)
                        .isPresent()
                && !describesAnother(sentence, head)
                && (!ANYONE.contains(token.lemma().toLowerCase(Locale.ROOT)) || isPlaced(sentence, head));
    }

    /** "X is a minister", "X, a minister": what is said of X makes no second actor. */
    private static boolean describesAnother(Sentence sentence, int head) {
        boolean predicate = sentence.dependents(head).stream()
                .anyMatch(child -> sentence.relation(child).equals("cop"));
        return predicate
                || (sentence.relation(head).equals("appos")
                        && sentence.nameAt(sentence.governor(head)).isPresent());
    }

    private boolean isPlaced(Sentence sentence, int head) {
        Extent words = Extent.of(sentence, head);
        return IntStream.range(words.first(), words.end())
                .anyMatch(i -> i > 0
                        && (sentence.token(i).isProper() || sentence.nameAt(i).isPresent()));
    }
}
