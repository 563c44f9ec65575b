package org.casus.extraction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.casus.annotation.Sentence;
import org.casus.article.Span;
import org.casus.classification.Classifier;
import org.casus.classification.Judgement;
import org.casus.classification.MarkedClause;
import org.jspecify.annotations.Nullable;

/**
 * Settles what words tell by the table and the classifier together: the classifier's probabilities, with the odds of
 * the table's own type raised by how much its frame asks for. What the table does not know, the classifier must be sure
 * of alone.
 */
final class Arbiter {
    /** By the number of a frame's conditions: how many times likelier its type is than the classifier says. */
    private static final List<Double> TRUST = List.of(100.0, 400.0, 2000.0);

    /** By the number of its parties that are states, peoples or of a public sector: how probable NONE must be. */
    private static final List<Double> VETO = List.of(
            Double.parseDouble(System.getProperty("v0", "0.5")),
            Double.parseDouble(System.getProperty("v1", "0.75")),
            Double.parseDouble(System.getProperty("v2", "0.9")),
            Double.parseDouble(System.getProperty("v3", "0.98")));

    private static final Set<String> PUBLIC =
            Set.of("GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "LEG", "SPY", "UAF", "IGO", "REF", "ELI");

    private static final double SURE_ALONE = 0.65;

    private final Triggers table;
    private final @Nullable Classifier classifier;
    private final Sayings sayings;
    private final Operators operators;

    Arbiter(Triggers table, @Nullable Classifier classifier, Sayings sayings, Operators operators) {
        this.table = table;
        this.classifier = classifier;
        this.sayings = sayings;
        this.operators = operators;
    }

    /** By token, in the order of the text; without a classifier just what the table knows. */
    Map<Integer, Trigger> settle(Syntax syntax, Phrases phrases, DyadReader dyads) {
        Map<Integer, Trigger> known = table.in(syntax);
        if (classifier == null) {
            return known;
        }
        Map<Integer, Trigger> settled = new TreeMap<>();
        known.forEach((token, trigger) -> {
            Dyad parties = dyads.inSlots(syntax, token, trigger.frame(), trigger.lightVerb(), trigger.suffered());
            judge(
                            classifier,
                            syntax,
                            phrases,
                            token,
                            parties,
                            Math.min(1, trigger.frame().conditions().size()),
                            trust(trigger))
                    .ifPresent(judged ->
                            settled.put(token, trigger.judged(judged.type(), judged.mode(), judged.posterior())));
        });
        table.unknown(syntax).forEach((token, frame) -> {
            Integer lightVerb = table.lightVerb(syntax, token);
            boolean suffered = table.isSuffered(syntax, lightVerb);
            Dyad parties = dyads.inSlots(syntax, token, frame, lightVerb, suffered);
            if (canTell(syntax, token)
                    && publicParties(phrases, syntax.sentence(), parties) > 0
                    && parties.source() != null) {
                judge(classifier, syntax, phrases, token, parties, 0, Map.of())
                        .filter(judged -> judged.posterior() >= SURE_ALONE)
                        .ifPresent(judged -> settled.put(
                                token,
                                Trigger.of(
                                        token,
                                        frame,
                                        judged.type(),
                                        judged.mode(),
                                        lightVerb,
                                        suffered,
                                        judged.posterior())));
            }
        });
        return settled;
    }

    private boolean canTell(Syntax syntax, int token) {
        String lemma = syntax.lemma(token);
        return sayings.kind(lemma).isEmpty() && operators.find(lemma + "/v").isEmpty();
    }

    private static Map<String, Double> trust(Trigger trigger) {
        int conditions = trigger.frame().conditions().size();
        return Map.of(trigger.type().name(), TRUST.get(Math.min(TRUST.size() - 1, conditions)));
    }

    private record Judged(EventType type, @Nullable String mode, double posterior) {}

    private static Optional<Judged> judge(
            Classifier classifier,
            Syntax syntax,
            Phrases phrases,
            int token,
            Dyad parties,
            int sureness,
            Map<String, Double> trust) {
        Sentence sentence = syntax.sentence();
        MarkedClause clause = phrases.clause(
                sentence,
                sentence.token(token).span(),
                span(phrases, sentence, parties.source()),
                span(phrases, sentence, parties.target()));
        Judgement judgement = classifier.judge(clause);
        Map<String, Double> types = judgement.types();
        int known = publicParties(phrases, sentence, parties);
        double none = types.getOrDefault(Judgement.NONE, 0.0);
        if (none >= VETO.get(known == 0 ? 0 : known + sureness)) {
            return Optional.empty();
        }
        if (!trust.isEmpty()) {
            types.remove(Judgement.NONE);
        }
        types.replaceAll((type, p) -> p * trust.getOrDefault(type, 1.0));
        double sum = types.values().stream().mapToDouble(Double::doubleValue).sum();
        Map.Entry<String, Double> best =
                types.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return best.getKey().equals(Judgement.NONE)
                ? Optional.empty()
                : Optional.of(new Judged(
                        EventType.valueOf(best.getKey()),
                        judgement.mode(best.getKey()).orElse(null),
                        best.getValue() / sum));
    }

    private static int publicParties(Phrases phrases, Sentence sentence, Dyad parties) {
        return (isPublic(phrases, sentence, parties.source()) ? 1 : 0)
                + (isPublic(phrases, sentence, parties.target()) ? 1 : 0);
    }

    private static boolean isPublic(Phrases phrases, Sentence sentence, @Nullable Integer head) {
        if (head == null) {
            return false;
        }
        Mention mention = phrases.mention(sentence, head).resolved();
        return mention.kind() == Mention.Kind.PLACE
                || mention.kind() == Mention.Kind.POPULATION
                || PUBLIC.contains(String.valueOf(mention.sector()));
    }

    private static @Nullable Span span(Phrases phrases, Sentence sentence, @Nullable Integer head) {
        return head == null ? null : phrases.span(sentence, head);
    }
}
