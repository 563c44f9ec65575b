package org.casus.extraction;

import java.util.Optional;
import java.util.Set;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;

/** Which noun phrases stand for land, and by which of their words it is best called. */
final class Lands {
    private static final Set<String> BEFORE_NAMES = Set.of(
            "region",
            "territory",
            "enclave",
            "exclave",
            "republic",
            "province",
            "peninsula",
            "city",
            "town",
            "village",
            "island",
            "district",
            "area",
            "state",
            "oblast",
            "county",
            "port");

    private final Nouns nouns;

    Lands(Nouns nouns) {
        this.nouns = nouns;
    }

    /** True for a place's name, a noun of places or states, and a pronoun or demonym that may stand for one. */
    boolean isLand(Syntax syntax, int head) {
        Sentence sentence = syntax.sentence();
        if (syntax.inTime(head)) {
            return false;
        }
        Optional<EntityMention> name = sentence.nameAt(head);
        if (name.isPresent()) {
            return name.get().type() == EntityMention.Type.LOCATION
                    || isDemonym(sentence, head)
                    || (name.get().type() != EntityMention.Type.ORGANIZATION && syntax.isUnsureName(head))
                    || isNoun(sentence, name.get().end() - 1);
        }
        return isNoun(sentence, head)
                || syntax.lemma(head).matches("its?")
                || isDemonym(sentence, head)
                || sentence.token(head).isProper();
    }

    private boolean isNoun(Sentence sentence, int head) {
        return nouns.isA(sentence, head, "place")
                || nouns.isA(sentence, head, "territory")
                || nouns.isA(sentence, head, "state")
                || nouns.isA(sentence, head, "site");
    }

    private static boolean isDemonym(Sentence sentence, int head) {
        return sentence.token(head).pos().equals("JJ")
                && Character.isUpperCase(sentence.token(head).text().charAt(0));
    }

    /** The name of the land where the phrase holds one: "the region of Transnistria", "a part of Donetsk Republic". */
    int called(Syntax syntax, int head) {
        Sentence sentence = syntax.sentence();
        Optional<EntityMention> name = sentence.nameAt(head);
        if (name.isPresent()) {
            return Phrases.headOf(sentence, name.get());
        }
        boolean definite = syntax.children(head, "det").stream()
                .anyMatch(det -> syntax.lemma(det).equals("the"));
        if (!definite || !BEFORE_NAMES.contains(syntax.lemma(head))) {
            return head;
        }
        return syntax.prepositional(head, "of").stream()
                .filter(of -> sentence.nameAt(of)
                        .filter(n -> n.type() == EntityMention.Type.LOCATION)
                        .isPresent())
                .findFirst()
                .orElse(head);
    }
}
