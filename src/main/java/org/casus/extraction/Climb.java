package org.casus.extraction;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.Dependency;
import org.casus.extraction.Factuality.Certainty;
import org.casus.extraction.Factuality.Polarity;
import org.casus.extraction.Factuality.Tense;
import org.jspecify.annotations.Nullable;

/** The way from an act up through what governs it, and how the act is put so far. */
final class Climb {
    /**
     * What comes of an act, as a participle after it tells: "shelled the town, killing two", "raided it, arresting
     * ten".
     */
    private static final Set<EventType> OUTCOMES = Set.of(EventType.ASSAULT, EventType.COERCE);

    /** What is done to people for what they are said to have done. */
    private static final Set<EventType> PUNISHING = Set.of(EventType.COERCE, EventType.SANCTION);

    /** What stands behind these has happened, whatever was asked or threatened because of it. */
    private static final Set<String> OCCASIONS =
            Set.of("after", "since", "following", "amid", "despite", "over", "during");

    private static final Set<String> PREPOSITIONS = Set.of("at", "of", "from", "about", "against", "on", "with");

    /** "the first to ..." did it. */
    private static final Set<String> RANKS =
            Set.of("first", "second", "third", "last", "latest", "only", "next", "one", "youngest", "oldest");

    /** What these say is said once they are passed. */
    private static final Set<String> DRAFTS = WordClasses.of("draft");

    private static final Set<String> TENDERED = WordClasses.of("tendered");

    private final Syntax syntax;
    private final Governors governors;
    private final int first;
    private final Optional<EventType> act;
    private Factuality factuality;
    private @Nullable Integer decisive;
    private Operators.@Nullable Operator operator;
    private boolean denied;
    private boolean generic;

    Climb(Syntax syntax, Governors governors, int act, Factuality own) {
        this.syntax = syntax;
        this.governors = governors;
        this.first = act;
        this.act = governors.typeAt(act);
        this.factuality = own;
    }

    FactualityReader.Put put() {
        return new FactualityReader.Put(factuality, decisive, operator, denied);
    }

    /** Reads what governs a node; the governor, or {@link Dependency#ROOT} where nothing above bears on the act. */
    int past(int node) {
        int governor = governor(node);
        OptionalInt passing = passing(node);
        if (passing.isPresent()) {
            boolean refused = governors
                    .typeAt(passing.getAsInt())
                    .filter(EventType.REJECT::equals)
                    .isPresent();
            factuality = Governors.under(governors.own(passing.getAsInt()), factuality);
            factuality = refused ? factuality.with(Polarity.NEGATIVE) : factuality;
            return passing.getAsInt();
        }
        OptionalInt price = Modality.exchange(syntax, node);
        if (price.isPresent()) {
            factuality = Governors.under(governors.own(price.getAsInt()), factuality);
            return price.getAsInt();
        }
        OptionalInt cause = cause(node);
        if (cause.isPresent()) {
            factuality = Governors.under(governors.own(cause.getAsInt()), factuality);
            return cause.getAsInt();
        }
        boolean held = Stream.of(syntax.slips().kept(node), syntax.slips().behindPreposition(node))
                .anyMatch(word -> deciding(word, node).isPresent());
        Optional<Operators.Operator> odds = governors.odds(node, governor);
        if (odds.isPresent()) {
            factuality = odds.get().apply(factuality).atMost(Certainty.POSSIBLE);
            return Dependency.ROOT;
        }
        OptionalInt occurrence = Modality.occurrence(syntax, node);
        if (occurrence.isPresent()) {
            factuality = Governors.under(governors.own(occurrence.getAsInt()), factuality);
            return occurrence.getAsInt();
        }
        if (Modality.isGeneric(syntax, node)) {
            factuality = factuality.atMost(Certainty.POSSIBLE);
        }
        if (governor == Dependency.ROOT || (!held && stops(node))) {
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
        boolean beside = !governors.decides(governors.typeAt(governor), node) && !isComplement(node, governor);
        if (syntax.is(node, "advcl") && (beside || governors.isOccasion(node))) {
            if (isWordsOfMeeting(node, governor)) {
                return governor;
            }
            factuality = adverbial(node, factuality);
            return Dependency.ROOT;
        }
        if (syntax.is(node, "conj")) {
            factuality = inheritsAuxiliary(node) ? Modality.auxiliaries(syntax, governor, factuality) : factuality;
            return governor;
        }
        generic |= syntax.sentence().relation(node).equals("acl:relcl") && !isClaimed(node);
        if (isRejectedOffer(node, governor)) {
            return Dependency.ROOT;
        }
        boolean governed = governs(node, governor);
        if (!governed && governors.typeAt(governor).isEmpty() && isOpen(node, governor)) {
            factuality = factuality.atMost(Certainty.POSSIBLE).with(Tense.FUTURE);
        }
        return governed || governors.isClause(node) || generic ? governor : Dependency.ROOT;
    }

    /** "Rejected the government's offer", "the threat was dismissed": it was made. */
    private boolean isRejectedOffer(int node, int governor) {
        return (syntax.is(node, "obj") || syntax.is(node, "nsubj:pass"))
                && node == first
                && TENDERED.contains(syntax.lemma(node))
                && governors.typeAt(governor).filter(EventType.REJECT::equals).isPresent();
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
                && (governors.decides(governors.typeAt(word.getAsInt()), node)
                        || governors.operator(node, word.getAsInt(), "").isPresent());
        return decides ? word : OptionalInt.empty();
    }

    /** "Accused them of shelling the town, killing two": the dead are as sure as the shells. */
    private OptionalInt cause(int node) {
        boolean outcome = governors.typeAt(node).filter(OUTCOMES::contains).isPresent();
        int cause = outcome ? syntax.control().cause(node) : Dependency.ROOT;
        return cause == Dependency.ROOT || governors.decides(governors.typeAt(cause), node) || isUndone(cause)
                ? OptionalInt.empty()
                : OptionalInt.of(cause);
    }

    /** "Could not find the editor, arresting his brother". */
    private boolean isUndone(int cause) {
        return governors.typeAt(cause).isEmpty() && governors.own(cause).polarity() == Polarity.NEGATIVE;
    }

    /** "Arrested for killing a guard": whoever was may not have done it. */
    private boolean isReason(int node, int governor) {
        return act.filter(type -> type.quad() == EventType.Quad.MATERIAL_CONFLICT)
                        .isPresent()
                && governors.typeAt(governor).filter(PUNISHING::contains).isPresent()
                && (syntax.is(node, "advcl") || syntax.is(node, "obl"))
                && syntax.sentence().token(node).pos().equals("VBG")
                && governors.marker(node).equals("for");
    }

    /** "Phoned the king to thank him": what they met to say was said. */
    private boolean isWordsOfMeeting(int node, int governor) {
        return governors.typeAt(governor).filter(EventType.CONSULT::equals).isPresent()
                && governors
                        .typeAt(node)
                        .filter(type -> type.quad().isVerbal() && type != EventType.AGREE)
                        .isPresent();
    }

    /** "aimed at forcing": the parser's adverbial clause is what an operator speaks of. */
    private boolean isComplement(int node, int governor) {
        return PREPOSITIONS.contains(governors.marker(node))
                && governors.operator(node, governor, "").isPresent();
    }

    /** Applies the words of the governor; true where they decide about the act. */
    private boolean governs(int node, int governor) {
        Factuality above = governors.own(governor);
        Optional<Operators.Operator> open =
                above.polarity() == Polarity.NEGATIVE ? governors.operator(node, governor, "not_") : Optional.empty();
        if (open.isPresent()) {
            factuality =
                    Governors.under(above.with(Polarity.POSITIVE), open.get().apply(factuality));
            return true;
        }
        Optional<Operators.Operator> found = governors.operator(node, governor, "");
        Optional<EventType> type =
                governors.typeAt(governor).filter(told -> found.isEmpty() || governors.decides(told, node));
        if (type.isPresent()) {
            factuality = governors.underEvent(type.get(), node, factuality);
        } else if (found.isPresent()) {
            factuality = found.get().apply(factuality);
        }
        if (found.isEmpty() && !governors.decides(type, node)) {
            return false;
        }
        factuality = Governors.under(above, factuality);
        boolean speaks =
                type.isPresent() || found.filter(Operators.Operator::isEvent).isPresent();
        if (speaks && decisive == null) {
            decisive = governor;
            operator = type.isPresent() ? null : found.orElse(null);
            denied = above.polarity() == Polarity.NEGATIVE;
        }
        return true;
    }

    /** "Will vote on a resolution calling for sanctions": what is done to the draft decides what it says. */
    private OptionalInt passing(int participle) {
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
    private boolean isOpen(int node, int governor) {
        boolean infinitive = syntax.children(node, "mark").stream()
                .anyMatch(mark -> syntax.lemma(mark).equals("to"));
        boolean ofNoun =
                syntax.is(node, "acl") && syntax.sentence().token(governor).isNoun();
        return infinitive && (syntax.is(node, "xcomp") || (ofNoun && !isRanked(governor)));
    }

    private boolean isRanked(int noun) {
        return RANKS.contains(syntax.lemma(noun))
                || syntax.children(noun, "amod").stream().anyMatch(rank -> RANKS.contains(syntax.lemma(rank)));
    }

    private Factuality adverbial(int node, Factuality factuality) {
        if (Modality.isInverted(syntax, node) || Modality.isAwaited(syntax, node)) {
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

    private boolean inheritsAuxiliary(int verb) {
        return !syntax.hasChild(verb, "nsubj") && !syntax.hasChild(verb, "aux");
    }

    private boolean isOccasion(int node) {
        return (syntax.is(node, "obl") || syntax.is(node, "nmod")) && OCCASIONS.contains(syntax.preposition(node));
    }

    /** A fact told in passing is no longer under the words above it: "vowed to punish those who killed". */
    private boolean stops(int node) {
        if (isClaimed(node)) {
            return false;
        }
        if (syntax.sentence().relation(node).equals("acl:relcl")) {
            return !syntax.sentence().token(node).pos().matches("VBP|VBZ");
        }
        boolean participle = syntax.sentence().relation(node).equals("acl")
                && !syntax.slips().isComplement(node)
                && syntax.sentence().token(node).pos().matches("VBN|VBG")
                && !isOfComplement(node);
        return participle
                || isOccasion(node)
                || syntax.slips().ofTimeClause(node).isPresent()
                || syntax.sentence().relation(node).equals("nsubj")
                || syntax.is(node, "appos")
                || syntax.is(node, "parataxis");
    }

    /** "The allegation that Riga shelled the town": the parser may take it for a clause about the allegation. */
    private boolean isClaimed(int node) {
        return syntax.slips().isContent(node)
                && governors
                        .operator(node, syntax.sentence().governor(node), "")
                        .isPresent();
    }

    /** "On the brink of breaking off relations". */
    private boolean isOfComplement(int node) {
        return governors.marker(node).equals("of");
    }
}
