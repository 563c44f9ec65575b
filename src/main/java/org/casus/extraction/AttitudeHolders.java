package org.casus.extraction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds whose plan, promise or refusal some words are, and tells whether somebody is among them. */
final class AttitudeHolders {
    private static final Set<String> OCCASION = Set.of("over", "at", "against", "about", "after", "following", "amid");

    private final Parties parties;

    AttitudeHolders(Parties parties) {
        this.parties = parties;
    }

    /** Whose plan, promise or refusal some words are. */
    Optional<Integer> speaker(Syntax syntax, int words) {
        Optional<Integer> own = speakers(syntax, words).stream().findFirst();
        if (own.isPresent() || syntax.control().isOfOthers(words) || isOccasion(syntax, words)) {
            return own;
        }
        int governor = syntax.sentence().governor(words);
        OptionalInt above =
                governor < 0 ? OptionalInt.empty() : syntax.control().subject(governor);
        return above.isEmpty() ? Optional.empty() : parties.behind(syntax, above.getAsInt(), 2);
    }

    /** "Resigned over the decision to expel them": somebody's. */
    private static boolean isOccasion(Syntax syntax, int words) {
        return syntax.sentence().token(words).isNoun()
                && (syntax.is(words, "obl") || syntax.is(words, "nmod"))
                && OCCASION.contains(syntax.preposition(words));
    }

    /** Whom an act that is spoken of acts upon: "must be avoided". */
    Optional<Integer> patient(Syntax syntax, int verb) {
        return parties.in(syntax, verb, List.of("obj")).stream().findFirst();
    }

    /** True for one of those whose plan, promise or refusal some words are. */
    boolean speaks(Syntax syntax, int words, int party) {
        return speakers(syntax, words).stream()
                .anyMatch(speaker ->
                        speaker == party || DyadReader.eachOf(syntax, speaker).contains(party));
    }

    /** True where both stand for the same, as a pronoun for the speaker does. */
    boolean isSame(Syntax syntax, int source, int doer) {
        return source == doer
                || (parties.isUnresolved(syntax, doer) && parties.agree(syntax, doer, source))
                || parties.isSame(syntax, source, doer);
    }

    /** All whose plan, promise or refusal some words are by themselves. */
    List<Integer> speakers(Syntax syntax, int words) {
        boolean noun = syntax.sentence().token(words).isNoun();
        return parties.in(syntax, words, noun ? List.of("poss", "by", "of", "comp") : List.of("subj"));
    }
}
