package org.casus.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what third-person pronouns, short names and titles stand for; says nothing where two answers are about as good.
 *
 * <p>A pronoun looks back three sentences. First-person pronouns are left to whoever knows the speaker.
 */
final class PronounResolver {
    private static final int WINDOW = 3;
    private static final Set<String> IMPERSONAL = Set.of(
            "seem",
            "appear",
            "rain",
            "snow",
            "take",
            "happen",
            "turn",
            "matter",
            "unclear",
            "clear",
            "likely",
            "unlikely",
            "possible",
            "impossible",
            "important",
            "time",
            "necessary",
            "difficult",
            "hard",
            "easy");

    private final Nouns nouns = Nouns.load();

    List<Coreference> resolve(List<Sentence> sentences) {
        Map<EntityMention, FullName> fullNames = ShortNames.resolve(sentences);
        Referents referents = new Referents(nouns, fullNames);
        TitleHolders titles = new TitleHolders(fullNames);
        List<Coreference> found = new ArrayList<>();
        List<Referent> known = new ArrayList<>();
        for (Sentence sentence : sentences) {
            for (EntityMention name : sentence.names()) {
                FullName full = fullNames.get(name);
                if (full != null && !full.name().text().equals(name.text())) {
                    found.add(new Coreference(
                            sentence.index(),
                            name.span(),
                            full.sentence(),
                            full.name().span()));
                }
            }
            known.removeIf(referent -> sentence.index() - referent.sentence() > WINDOW);
            known.addAll(referents.in(sentence));
            pronouns(sentences, sentence, known, found);
            found.addAll(titles.in(sentence));
        }
        return found;
    }

    private static void pronouns(
            List<Sentence> sentences, Sentence sentence, List<Referent> known, List<Coreference> found) {
        for (Token token : sentence.tokens()) {
            Optional<Pronoun> pronoun = Pronoun.of(token).filter(some -> !isImpersonal(sentence, token, some));
            if (pronoun.isEmpty()) {
                continue;
            }
            best(sentences, sentence, token, pronoun.get(), known).ifPresent(referent -> {
                known.add(referent.at(
                        sentence.index(), token.index(), pronoun.get().gender()));
                if (referent.kind() != Nouns.Kind.THING) {
                    found.add(new Coreference(
                            sentence.index(), token.span(), referent.antecedentSentence(), referent.antecedent()));
                }
            });
        }
    }

    private static Optional<Referent> best(
            List<Sentence> sentences, Sentence here, Token token, Pronoun pronoun, List<Referent> known) {
        Map<String, Integer> scores = new HashMap<>();
        Map<String, Referent> latest = new HashMap<>();
        for (Referent referent : known) {
            boolean fits = pronoun.accepts(referent)
                    && (referent.sentence() != here.index() || !Binding.forbids(here, referent, token.index()));
            if (fits) {
                Sentence there = sentences.get(referent.sentence());
                scores.merge(
                        referent.key(),
                        Salience.of(referent, pronoun, there, here, token.index()),
                        (one, other) -> Math.max(one, other) + 8);
                latest.put(referent.key(), referent);
            }
        }
        return winner(scores).map(latest::get);
    }

    private static Optional<String> winner(Map<String, Integer> scores) {
        List<Map.Entry<String, Integer>> ranked = scores.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(2)
                .toList();
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        boolean clear =
                ranked.size() == 1 || ranked.get(0).getValue() - ranked.get(1).getValue() >= Salience.MARGIN;
        return clear ? Optional.of(ranked.get(0).getKey()) : Optional.empty();
    }

    /** "it is unclear whether", "it takes time to". */
    private static boolean isImpersonal(Sentence sentence, Token token, Pronoun pronoun) {
        if (pronoun != Pronoun.IT) {
            return false;
        }
        int governor = sentence.governor(token.index());
        return sentence.relation(token.index()).startsWith("expl")
                || (governor != Dependency.ROOT
                        && sentence.relation(token.index()).equals("nsubj")
                        && IMPERSONAL.contains(sentence.token(governor).lemma()));
    }
}
