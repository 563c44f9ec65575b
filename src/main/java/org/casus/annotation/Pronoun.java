package org.casus.annotation;

import java.util.Locale;
import java.util.Optional;

/** A third-person pronoun and what it asks of its antecedent. */
enum Pronoun {
    HE(Gender.MALE),
    SHE(Gender.FEMALE),
    IT(Gender.UNKNOWN),
    THEY(Gender.UNKNOWN);

    private final Gender gender;

    Pronoun(Gender gender) {
        this.gender = gender;
    }

    static Optional<Pronoun> of(Token token) {
        if (!token.isPersonalPronoun()) {
            return Optional.empty();
        }
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "he", "him", "his" -> Optional.of(HE);
            case "she", "her", "hers" -> Optional.of(SHE);
            case "it", "its" -> Optional.of(IT);
            case "they", "them", "their", "theirs" -> Optional.of(THEY);
            default -> Optional.empty();
        };
    }

    Gender gender() {
        return gender;
    }

    boolean accepts(Referent referent) {
        return switch (this) {
            case HE, SHE -> isPerson(referent) && (referent.gender() == gender || referent.gender() == Gender.UNKNOWN);
            case IT -> !referent.plural() && referent.kind() != Nouns.Kind.PERSON;
            case THEY -> referent.plural() || referent.kind() == Nouns.Kind.GROUP;
        };
    }

    private static boolean isPerson(Referent referent) {
        return referent.kind() == Nouns.Kind.PERSON && !referent.plural();
    }
}
