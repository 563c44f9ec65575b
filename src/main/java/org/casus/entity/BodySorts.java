package org.casus.entity;

import java.util.Optional;
import java.util.Set;
import org.casus.annotation.Token;
import org.casus.extraction.Mention;

/** Links a noun that says what sort of body the name before it is: "the APEC forum". */
final class BodySorts {
    private static final double BY_SORT = 0.8;

    private static final Set<String> SORTS = Set.of(
            "forum",
            "bloc",
            "alliance",
            "grouping",
            "organisation",
            "organization",
            "group",
            "movement",
            "network",
            "party",
            "militia",
            "front",
            "faction",
            "sect",
            "cartel",
            "gang",
            "syndicate",
            "company",
            "firm",
            "newspaper",
            "weekly",
            "daily",
            "broadcaster");

    private static final Set<String> NAME_MARKS = Set.of("(", ")", "-", "-LRB-", "-RRB-");
    private static final Set<String> SORTS_OF_UNIONS =
            Set.of("forum", "bloc", "alliance", "grouping", "organisation", "organization");
    private static final Set<String> APART = Set.of("splinter", "offshoot", "breakaway", "rival", "front", "support");

    private final PhraseReader phrases;

    BodySorts(PhraseReader phrases) {
        this.phrases = phrases;
    }

    Optional<Choice> choose(Mention meant, Words whole, Words name) {
        Words phrase = whole;
        String sort = lemma(phrase, meant.head());
        if (meant.name() != null || !SORTS.contains(sort)) {
            return Optional.empty();
        }
        int first = phrase.first();
        while (first > 0 && belongsToName(phrase.sentence().token(first - 1))) {
            first--;
        }
        phrase = new Words(phrase.sentence(), first, phrase.end());
        for (int i = first; i < meant.head(); i++) {
            if (APART.contains(lemma(phrase, i))) {
                return Optional.empty();
            }
        }
        return phrases.groupBefore(phrase, name)
                .filter(entry -> SORTS_OF_UNIONS.contains(sort) || !entry.is(EntityType.INTERGOVERNMENTAL_ORGANISATION))
                .map(entry -> new Choice(entry, BY_SORT, LinkReason.KIND));
    }

    /** "the Mano River Union (MRU) bloc", whose parts the parser may leave apart. */
    private static boolean belongsToName(Token token) {
        return token.isProper() || NAME_MARKS.contains(token.text());
    }

    private static String lemma(Words words, int token) {
        return SurfaceForm.fold(words.sentence().token(token).lemma());
    }
}
