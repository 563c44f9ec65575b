package org.casus.extraction;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.casus.annotation.Dependency;
import org.casus.extraction.Factuality.Certainty;
import org.casus.extraction.Factuality.Polarity;
import org.casus.extraction.Factuality.Tense;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a sentence puts an act, from the act's own words up through everything that governs it (after FactBank and
 * GRaSP: the certainty, polarity and tense that remain when each level has been applied).
 */
final class FactualityReader {
    private static final int HIGHEST = 8;
    /** Words that decide whether the act that they speak of happened. */
    static final Set<EventType> DECIDING =
            Set.of(EventType.REQUEST, EventType.THREATEN, EventType.REJECT, EventType.AGREE, EventType.ACCUSE);

    /**
     * What comes of an act, as a participle after it tells: "shelled the town, killing two", "raided it, arresting
     * ten".
     */
    private static final Set<EventType> OUTCOMES = Set.of(EventType.ASSAULT, EventType.COERCE);

    /** What is done to people for what they are said to have done. */
    private static final Set<EventType> PUNISHING = Set.of(EventType.COERCE, EventType.SANCTION);

    private static final Set<String> COMPLEMENTS = Set.of("of", "for", "to", "against", "from", "about", "");

    /** What stands behind these has happened, whatever was asked or threatened because of it. */
    private static final Set<String> OCCASIONS =
            Set.of("after", "since", "following", "amid", "despite", "over", "during");

    private static final Set<String> MEANWHILE = Set.of("while", "whereas", "although", "though");

    private static final Set<String> PREPOSITIONS = Set.of("at", "of", "from", "about", "against", "on", "with");
    /** "the first to ..." did it. */
    private static final Set<String> RANKS =
            Set.of("first", "second", "third", "last", "latest", "only", "next", "one", "youngest", "oldest");

    /** What these say is said once they are passed. */
    private static final Set<String> DRAFTS = WordClasses.of("draft");

    private final Operators operators;
    private final Modality modality;
    private final Refutation refutation;

    FactualityReader(Operators operators) {
        this.operators = operators;
        this.modality = new Modality(operators);
        this.refutation = new Refutation(operators);
    }

    /** How a token's own words put it. */
    Factuality own(Syntax syntax, int i) {
        return modality.read(syntax, i, Factuality.FACT);
    }

    /**
     * How an act is put, and by whose words.
     *
     * @param governor the nearest token above that decides about it, such as "refused"; null where there is none
     * @param denied true where that token is negated itself
     */
    record Put(
            Factuality factuality, @Nullable Integer governor, Operators.@Nullable Operator operator, boolean denied) {}

    /** @param typeAt the type of the event, if any, whose trigger is a token */
    Put read(Syntax syntax, int act, @Nullable Integer lightVerb, IntFunction<Optional<EventType>> typeAt) {
        Factuality own = own(syntax, act);
        int node = act;
        if (lightVerb != null) {
            node = lightVerb;
            own = modality.read(syntax, node, own);
        }
        if (refutation.refutes(syntax, act) || isOfOthers(syntax, act)) {
            own = own.with(Polarity.NEGATIVE);
        }
        Climb climb = new Climb(syntax, typeAt, act, own);
        for (int step = 0; step < HIGHEST && node != Dependency.ROOT; step++) {
            node = climb.past(node);
        }
        return climb.put();
    }

    /** "It was not the army that fired." */
    private boolean isOfOthers(Syntax syntax, int act) {
        return syntax.slips().cleft(act).stream()
                .anyMatch(doer -> own(syntax, doer).polarity() == Polarity.NEGATIVE);
    }

    /** The way from an act up through what governs it, and how the act is put so far. */
    private final class Climb {
        private final Syntax syntax;
        private final IntFunction<Optional<EventType>> typeAt;
        private final Optional<EventType> act;
        private Factuality factuality;
        private @Nullable Integer decisive;
        private Operators.@Nullable Operator operator;
        private boolean denied;
        private boolean generic;

        Climb(Syntax syntax, IntFunction<Optional<EventType>> typeAt, int act, Factuality own) {
            this.syntax = syntax;
            this.typeAt = typeAt;
            this.act = typeAt.apply(act);
            this.factuality = own;
        }

        Put put() {
            return new Put(factuality, decisive, operator, denied);
        }

        /** Reads what governs a node; the governor, or {@link Dependency#ROOT} where nothing above bears on the act. */
        int past(int node) {
            int governor = governor(node);
            OptionalInt passing = passing(syntax, node);
            if (passing.isPresent()) {
                boolean refused = typeAt.apply(passing.getAsInt())
                        .filter(EventType.REJECT::equals)
                        .isPresent();
                factuality = under(own(syntax, passing.getAsInt()), factuality);
                factuality = refused ? factuality.with(Polarity.NEGATIVE) : factuality;
                return passing.getAsInt();
            }
            OptionalInt cause = cause(node);
            if (cause.isPresent()) {
                factuality = under(own(syntax, cause.getAsInt()), factuality);
                return cause.getAsInt();
            }
            boolean held = Stream.of(syntax.slips().kept(node), syntax.slips().behindPreposition(node))
                    .anyMatch(word -> deciding(word, node).isPresent());
            Optional<Operators.Operator> odds = odds(syntax, node, governor);
            if (odds.isPresent()) {
                factuality = odds.get().apply(factuality).atMost(Certainty.POSSIBLE);
                return Dependency.ROOT;
            }
            if (Modality.isGeneric(syntax, node)) {
                factuality = factuality.atMost(Certainty.POSSIBLE);
            }
            if (governor == Dependency.ROOT || (!held && stops(syntax, node))) {
                return Dependency.ROOT;
            }
            if (isReason(node, governor)) {
                factuality = factuality.atMost(Certainty.PROBABLE);
                return Dependency.ROOT;
            }
            if (Modality.isShortOf(syntax, governor)) {
                factuality = factuality.with(Polarity.NEGATIVE);
                return governor;
            }
            if (syntax.is(node, "advcl")
                    && !decides(syntax, typeAt.apply(governor), node)
                    && !isComplement(node, governor)) {
                if (isWordsOfMeeting(node, governor)) {
                    return governor;
                }
                factuality = adverbial(syntax, node, factuality);
                return Dependency.ROOT;
            }
            if (syntax.is(node, "conj")) {
                factuality = inheritsAuxiliary(syntax, node)
                        ? Modality.auxiliaries(syntax, governor, factuality)
                        : factuality;
                return governor;
            }
            generic |= syntax.sentence().relation(node).equals("acl:relcl") && !isClaimed(syntax, node);
            boolean governed = governs(node, governor);
            if (!governed && typeAt.apply(governor).isEmpty() && isOpen(syntax, node, governor)) {
                factuality = factuality.atMost(Certainty.POSSIBLE).with(Tense.FUTURE);
            }
            return governed || isClause(syntax, node) || generic ? governor : Dependency.ROOT;
        }

        /** What governs a node, where the parser has found it; else what is meant to. */
        private int governor(int node) {
            Slips slips = syntax.slips();
            return Stream.of(
                            deciding(slips.planned(node), node),
                            slips.charge(node),
                            deciding(slips.kept(node), node),
                            slips.behindPreposition(node),
                            slips.finite(node))
                    .flatMapToInt(OptionalInt::stream)
                    .findFirst()
                    .orElse(syntax.sentence().governor(node));
        }

        /** A word, if it decides about the act. */
        private OptionalInt deciding(OptionalInt word, int node) {
            boolean decides = word.isPresent()
                    && (decides(syntax, typeAt.apply(word.getAsInt()), node)
                            || operator(syntax, node, word.getAsInt(), "").isPresent());
            return decides ? word : OptionalInt.empty();
        }

        /** "Accused them of shelling the town, killing two": the dead are as sure as the shells. */
        private OptionalInt cause(int node) {
            boolean outcome = typeAt.apply(node).filter(OUTCOMES::contains).isPresent();
            int cause = outcome ? syntax.control().cause(node) : Dependency.ROOT;
            return cause == Dependency.ROOT || decides(syntax, typeAt.apply(cause), node) || isUndone(cause)
                    ? OptionalInt.empty()
                    : OptionalInt.of(cause);
        }

        /** "Could not find the editor, arresting his brother". */
        private boolean isUndone(int cause) {
            return typeAt.apply(cause).isEmpty() && own(syntax, cause).polarity() == Polarity.NEGATIVE;
        }

        /** "Arrested for killing a guard": whoever was may not have done it. */
        private boolean isReason(int node, int governor) {
            return act.filter(type -> type.quad() == EventType.Quad.MATERIAL_CONFLICT)
                            .isPresent()
                    && typeAt.apply(governor).filter(PUNISHING::contains).isPresent()
                    && (syntax.is(node, "advcl") || syntax.is(node, "obl"))
                    && syntax.sentence().token(node).pos().equals("VBG")
                    && marker(syntax, node).equals("for");
        }

        /** "Phoned the king to thank him": what they met to say was said. */
        private boolean isWordsOfMeeting(int node, int governor) {
            return typeAt.apply(governor).filter(EventType.CONSULT::equals).isPresent()
                    && typeAt.apply(node)
                            .filter(type -> type.quad().isVerbal() && type != EventType.AGREE)
                            .isPresent();
        }

        /** "aimed at forcing": the parser's adverbial clause is what an operator speaks of. */
        private boolean isComplement(int node, int governor) {
            return PREPOSITIONS.contains(marker(syntax, node))
                    && operator(syntax, node, governor, "").isPresent();
        }

        /** Applies the words of the governor; true where they decide about the act. */
        private boolean governs(int node, int governor) {
            Factuality above = own(syntax, governor);
            Optional<Operators.Operator> open =
                    above.polarity() == Polarity.NEGATIVE ? operator(syntax, node, governor, "not_") : Optional.empty();
            if (open.isPresent()) {
                factuality = under(above.with(Polarity.POSITIVE), open.get().apply(factuality));
                return true;
            }
            Optional<Operators.Operator> found = operator(syntax, node, governor, "");
            Optional<EventType> type =
                    typeAt.apply(governor).filter(told -> found.isEmpty() || decides(syntax, told, node));
            if (type.isPresent()) {
                factuality = underEvent(syntax, type.get(), node, factuality);
            } else if (found.isPresent()) {
                factuality = found.get().apply(factuality);
            }
            if (found.isEmpty() && !decides(syntax, type, node)) {
                return false;
            }
            factuality = under(above, factuality);
            boolean speaks = type.isPresent()
                    || found.filter(Operators.Operator::isEvent).isPresent();
            if (speaks && decisive == null) {
                decisive = governor;
                operator = type.isPresent() ? null : found.orElse(null);
                denied = above.polarity() == Polarity.NEGATIVE;
            }
            return true;
        }
    }

    /** "Will vote on a resolution calling for sanctions": what is done to the draft decides what it says. */
    private static OptionalInt passing(Syntax syntax, int participle) {
        int draft = syntax.sentence().governor(participle);
        String relation = syntax.sentence().relation(participle);
        boolean says = relation.equals("acl:relcl")
                ? syntax.children(participle, "nsubj").stream()
                        .anyMatch(that -> syntax.sentence().token(that).pos().equals("WDT"))
                : relation.equals("acl")
                        && syntax.sentence().token(participle).pos().equals("VBG");
        if (!says || !DRAFTS.contains(syntax.lemma(draft))) {
            return OptionalInt.empty();
        }
        int verb = syntax.sentence().governor(draft);
        boolean done = verb != Dependency.ROOT && syntax.sentence().token(verb).isVerb() && !syntax.is(draft, "nsubj");
        return done ? OptionalInt.of(verb) : OptionalInt.empty();
    }

    /** "pressure to help", "paid to strike" tell of nothing done; "the first to strike" does. */
    private static boolean isOpen(Syntax syntax, int node, int governor) {
        boolean infinitive = syntax.children(node, "mark").stream()
                .anyMatch(mark -> syntax.lemma(mark).equals("to"));
        boolean ofNoun =
                syntax.is(node, "acl") && syntax.sentence().token(governor).isNoun();
        return infinitive && (syntax.is(node, "xcomp") || (ofNoun && !isRanked(syntax, governor)));
    }

    private static boolean isRanked(Syntax syntax, int noun) {
        return RANKS.contains(syntax.lemma(noun))
                || syntax.children(noun, "amod").stream().anyMatch(rank -> RANKS.contains(syntax.lemma(rank)));
    }

    /** The operator above a clause or a complement; what stands beside it in place or time is not its to decide. */
    private Optional<Operators.Operator> operator(Syntax syntax, int node, int governor, String prefix) {
        boolean oblique = syntax.is(node, "obl") || syntax.is(node, "nmod");
        boolean aside = syntax.is(node, "dep") && syntax.control().isSetApart(node);
        if (aside || (oblique && !COMPLEMENTS.contains(syntax.preposition(node)))) {
            return Optional.empty();
        }
        String key = key(syntax, governor);
        String particle = syntax.particle(governor).orElse("");
        return Stream.of(marker(syntax, node), particle)
                .flatMap(word -> operators.find(prefix + key.replace("/", "_" + word + "/")).stream())
                .findFirst()
                .or(() -> operators.find(prefix + key));
    }

    /** What joins a clause or a noun to what governs it: "from" of "from leaving"; empty where nothing does. */
    private static String marker(Syntax syntax, int node) {
        return Stream.of("mark", "case")
                .flatMap(relation -> syntax.children(node, relation).stream())
                .map(syntax::lemma)
                .findFirst()
                .orElse("");
    }

    private static Factuality adverbial(Syntax syntax, int node, Factuality factuality) {
        if (Modality.isInverted(syntax, node)) {
            return factuality.atMost(Certainty.POSSIBLE);
        }
        for (int mark : syntax.children(node, "mark")) {
            String lemma = syntax.lemma(mark);
            if (Modality.OPEN.contains(lemma)) {
                return factuality.atMost(Certainty.POSSIBLE);
            }
            if (lemma.equals("to")) {
                return factuality.atMost(Certainty.POSSIBLE).with(Tense.FUTURE);
            }
        }
        return factuality;
    }

    private static boolean inheritsAuxiliary(Syntax syntax, int verb) {
        return !syntax.hasChild(verb, "nsubj") && !syntax.hasChild(verb, "aux");
    }

    private Optional<Operators.Operator> odds(Syntax syntax, int node, int governor) {
        if (!Modality.hasOdds(syntax, node)) {
            return Optional.empty();
        }
        String key = syntax.lemma(governor) + "/a";
        return own(syntax, governor).polarity() == Polarity.NEGATIVE
                ? operators.find("not_" + key).or(() -> operators.find(key))
                : operators.find(key);
    }

    private static boolean isOccasion(Syntax syntax, int node) {
        return (syntax.is(node, "obl") || syntax.is(node, "nmod")) && OCCASIONS.contains(syntax.preposition(node));
    }

    /** A fact told in passing is no longer under the words above it: "vowed to punish those who killed". */
    private boolean stops(Syntax syntax, int node) {
        if (isClaimed(syntax, node)) {
            return false;
        }
        if (syntax.sentence().relation(node).equals("acl:relcl")) {
            return !syntax.sentence().token(node).pos().matches("VBP|VBZ");
        }
        boolean participle = syntax.sentence().relation(node).equals("acl")
                && !syntax.slips().isComplement(node)
                && syntax.sentence().token(node).pos().matches("VBN|VBG")
                && !isOfComplement(syntax, node);
        return participle
                || isOccasion(syntax, node)
                || syntax.slips().ofTimeClause(node).isPresent()
                || syntax.sentence().relation(node).equals("nsubj")
                || syntax.is(node, "appos")
                || syntax.is(node, "parataxis");
    }

    /** "The allegation that Riga shelled the town": the parser may take it for a clause about the allegation. */
    private boolean isClaimed(Syntax syntax, int node) {
        return syntax.slips().isContent(node)
                && operator(syntax, node, syntax.sentence().governor(node), "").isPresent();
    }

    /** "On the brink of breaking off relations". */
    private static boolean isOfComplement(Syntax syntax, int node) {
        return marker(syntax, node).equals("of");
    }

    private static boolean isClause(Syntax syntax, int node) {
        return syntax.is(node, "ccomp")
                || syntax.is(node, "xcomp")
                || syntax.is(node, "acl")
                || syntax.is(node, "advcl")
                || syntax.is(node, "csubj");
    }

    private static boolean decides(Syntax syntax, Optional<EventType> type, int node) {
        // "Russia blamed the West, while Norway called for calm": what others did in the meantime is no part of it.
        boolean aside = syntax.is(node, "advcl") && MEANWHILE.contains(marker(syntax, node));
        return !aside && type.isPresent() && decides(syntax, type.get(), node);
    }

    /** True where an event of that type decides whether the act below it happened. */
    private static boolean decides(Syntax syntax, EventType type, int node) {
        return switch (type) {
            case REQUEST, THREATEN, REJECT, AGREE -> true;
            case ACCUSE -> isClause(syntax, node) || syntax.is(node, "obl");
            default -> false;
        };
    }

    private static Factuality underEvent(Syntax syntax, EventType type, int node, Factuality factuality) {
        if (!decides(syntax, type, node)) {
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
    private static Factuality under(Factuality above, Factuality act) {
        Factuality result = act.atMost(above.certainty());
        if (above.polarity() == Polarity.NEGATIVE) {
            result = result.with(Polarity.NEGATIVE);
        }
        return above.tense() == Tense.FUTURE ? result.with(Tense.FUTURE) : result;
    }

    private static String key(Syntax syntax, int i) {
        return syntax.lemma(i) + "/" + Frames.partOfSpeech(syntax.sentence().token(i));
    }
}
