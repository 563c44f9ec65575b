package org.casus.extraction;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.casus.extraction.Factuality.Certainty;
import org.casus.extraction.Factuality.Polarity;
import org.casus.extraction.Factuality.Tense;

/** Which words of a sentence decide about an act below them, and how it is then put. */
final class Governors {
    private static final Set<String> COMPLEMENTS = Set.of("of", "for", "to", "against", "from", "about", "");
    private static final Set<String> MEANWHILE = Set.of("while", "whereas", "although", "though");

    private static final Set<EventType> COMMENTS = Set.of(EventType.ACCUSE, EventType.REQUEST, EventType.THREATEN);

    private final Syntax syntax;
    private final Operators operators;
    private final Modality modality;
    private final IntFunction<Optional<EventType>> typeAt;

    Governors(Syntax syntax, Operators operators, IntFunction<Optional<EventType>> typeAt) {
        this.syntax = syntax;
        this.operators = operators;
        this.modality = new Modality(operators);
        this.typeAt = typeAt;
    }

    /** How a token's own words put it. */
    Factuality own(int i) {
        return modality.read(syntax, i, Factuality.FACT);
    }

    /** The type of the event, if any, whose trigger is a token. */
    Optional<EventType> typeAt(int i) {
        return typeAt.apply(i);
    }

    /** The operator above a clause or a complement; what stands beside it in place or time is not its to decide. */
    Optional<Operators.Operator> operator(int node, int governor, String prefix) {
        boolean oblique = syntax.is(node, "obl") || syntax.is(node, "nmod");
        boolean aside = syntax.is(node, "dep") && syntax.control().isSetApart(node);
        if (aside || (oblique && !COMPLEMENTS.contains(syntax.preposition(node)))) {
            return Optional.empty();
        }
        String key = key(governor);
        String particle = syntax.particle(governor).orElse("");
        return Stream.of(marker(node), particle)
                .flatMap(word -> operators.find(prefix + key.replace("/", "_" + word + "/")).stream())
                .findFirst()
                .or(() -> operators.find(prefix + key));
    }

    /** What joins a clause or a noun to what governs it: "from" of "from leaving"; empty where nothing does. */
    String marker(int node) {
        return Stream.of("mark", "case")
                .flatMap(relation -> syntax.children(node, relation).stream())
                .map(syntax::lemma)
                .findFirst()
                .orElse("");
    }

    Optional<Operators.Operator> odds(int node, int governor) {
        if (!Modality.hasOdds(syntax, node)) {
            return Optional.empty();
        }
        String key = syntax.lemma(governor) + "/a";
        return own(governor).polarity() == Polarity.NEGATIVE
                ? operators.find("not_" + key).or(() -> operators.find(key))
                : operators.find(key);
    }

    boolean isClause(int node) {
        return syntax.is(node, "ccomp")
                || syntax.is(node, "xcomp")
                || syntax.is(node, "acl")
                || syntax.is(node, "advcl")
                || syntax.is(node, "csubj");
    }

    boolean decides(Optional<EventType> type, int node) {
        // "Russia blamed the West, while Norway called for calm": what others did in the meantime is no part of it.
        boolean aside = syntax.is(node, "advcl") && (MEANWHILE.contains(marker(node)) || isComment(node));
        return !aside && type.isPresent() && decides(type.get(), node);
    }

    /** "Refused to leave, accusing them": so he did; but "promised help, sending doctors" may be yet to come. */
    private boolean isComment(int clause) {
        return clause > 0
                && syntax.sentence().token(clause).pos().equals("VBG")
                && syntax.sentence().token(clause - 1).text().equals(",")
                && marker(clause).isEmpty()
                && typeAt(clause).filter(COMMENTS::contains).isPresent();
    }

    /** "After rebels advanced, he accused Chad": so they did. */
    boolean isOccasion(int clause) {
        // "Threatened to strike when it attacked" may be yet to come.
        boolean opening = clause < syntax.sentence().governor(clause)
                && syntax.children(clause, "advmod").stream()
                        .anyMatch(when -> syntax.lemma(when).equals("when"));
        return Modality.wentBefore(syntax, clause) || (opening && Modality.isPastClause(syntax, clause));
    }

    /** True where an event of that type decides whether the act below it happened. */
    boolean decides(EventType type, int node) {
        return switch (type) {
            case REQUEST, THREATEN, REJECT, AGREE -> true;
            case ACCUSE -> isClause(node) || syntax.is(node, "obl");
            default -> false;
        };
    }

    Factuality underEvent(EventType type, int node, Factuality factuality) {
        if (!decides(type, node)) {
            return factuality;
        }
        return switch (type) {
            case REQUEST, THREATEN -> factuality.atMost(Certainty.POSSIBLE).with(Tense.FUTURE);
            case AGREE -> factuality.atMost(Certainty.PROBABLE).with(Tense.FUTURE);
            case REJECT -> factuality.with(Polarity.NEGATIVE);
            case ACCUSE -> factuality.atMost(Certainty.PROBABLE);
            default -> factuality;
        };
    }

    /** What holds of the words that decide about an act holds of the act too. */
    static Factuality under(Factuality above, Factuality act) {
        Factuality result = act.atMost(above.certainty());
        if (above.polarity() == Polarity.NEGATIVE) {
            result = result.with(Polarity.NEGATIVE);
        }
        return above.tense() == Tense.FUTURE ? result.with(Tense.FUTURE) : result;
    }

    private String key(int i) {
        return syntax.lemma(i) + "/" + Frames.partOfSpeech(syntax.sentence().token(i));
    }
}
