package org.casus.extraction;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.casus.extraction.Factuality.Certainty;
import org.casus.extraction.Factuality.Polarity;
import org.casus.extraction.Factuality.Tense;
import org.jspecify.annotations.Nullable;

/**
 * Finds the saying behind an act that is not a fact: a planned act is an agreement or a threat, a refused one a
 * rejection, one that must be done a request (PLOVER codebook, "future and hypothetical events").
 */
final class SpeechActs {
    private static final Set<String> CONDITIONS = Set.of("if", "unless");

    private final FactualityReader factuality;
    private final AttitudeHolders holders;
    private final AttributionReader attribution;
    private final Phrases phrases;

    SpeechActs(FactualityReader factuality, AttitudeHolders holders, AttributionReader attribution, Phrases phrases) {
        this.phrases = phrases;
        this.factuality = factuality;
        this.holders = holders;
        this.attribution = attribution;
    }

    /**
     * The saying, told by a token.
     *
     * @param place of the rule that says so
     */
    record SpeechAct(EventType type, int words, Dyad dyad, Factuality factuality, String place) {}

    /** @param typeAt the type of the event, if any, whose trigger is a token */
    Optional<SpeechAct> of(
            Syntax syntax, Trigger act, Dyad dyad, FactualityReader.Put put, IntFunction<Optional<EventType>> typeAt) {
        return put.governor() == null
                ? ofItsOwnWords(syntax, act, dyad, put)
                : ofGovernor(syntax, act, dyad, put, typeAt);
    }

    /** "will visit", "said that Cairo must reopen the crossing". */
    private Optional<SpeechAct> ofItsOwnWords(Syntax syntax, Trigger act, Dyad dyad, FactualityReader.Put put) {
        Optional<Integer> voice = attribution.speaker(syntax, act.token());
        Factuality now = Factuality.FACT.with(Tense.PRESENT);
        String place = act.frame().row().place();
        Integer source = dyad.source();
        if (voice.isPresent() && isCharge(syntax, act, dyad, voice.get(), put.factuality())) {
            return Optional.of(new SpeechAct(EventType.ACCUSE, act.token(), new Dyad(voice.get(), source), now, place));
        }
        // "No country said it would": nobody did.
        if (source == null
                || at(syntax, source).filter(party -> isNobody(syntax, party)).isPresent()) {
            return Optional.empty();
        }
        if (voice.isPresent() && !voice.get().equals(source) && Modality.obliges(syntax, act.token())) {
            Dyad asking = new Dyad(voice.get(), source);
            return Optional.of(new SpeechAct(EventType.REQUEST, act.token(), asking, now, place));
        }
        Certainty least = voice.isPresent() ? Certainty.PROBABLE : Certainty.CERTAIN;
        boolean will = put.factuality().tense() == Tense.FUTURE
                && put.factuality().certainty().compareTo(least) <= 0;
        boolean refused = put.factuality().polarity() == Polarity.NEGATIVE;
        if (refused && act.type() == EventType.CONCEDE && put.factuality().certainty() == Certainty.CERTAIN) {
            return Optional.of(new SpeechAct(EventType.REJECT, act.token(), dyad, now, place));
        }
        boolean spared = refused && act.type().quad().isConflict();
        if (!spared && isThreat(syntax, act, put.factuality(), will, voice.isPresent())) {
            return Optional.of(new SpeechAct(EventType.THREATEN, act.token(), dyad, now, place));
        }
        return will
                ? announced(act.type(), refused).map(type -> new SpeechAct(type, act.token(), dyad, now, place))
                : Optional.empty();
    }

    /**
     * "Will pull out unless they stop", "said that it may cut the aid if they go on"; who "will not attack unless they
     * do" threatens nothing.
     */
    private boolean isThreat(Syntax syntax, Trigger act, Factuality put, boolean will, boolean said) {
        boolean material = act.type().quad() == EventType.Quad.MATERIAL_CONFLICT;
        boolean may = said && material && put.polarity() == Polarity.POSITIVE && Modality.allows(syntax, act.token());
        return syntax.children(act.token(), "advcl").stream()
                .flatMap(clause -> syntax.children(clause, "mark").stream())
                .map(syntax::lemma)
                .anyMatch(mark -> (will && mark.equals("unless")) || (may && CONDITIONS.contains(mark)));
    }

    /**
     * "Oslo said that Riga had fired at it", "Oslo said that Riga attacked": a state or a watchdog that says so, or who
     * suffered it.
     */
    private boolean isCharge(Syntax syntax, Trigger act, Dyad dyad, int voice, Factuality put) {
        boolean isFact = put.certainty() == Certainty.CERTAIN
                && put.polarity() == Polarity.POSITIVE
                && put.tense() != Tense.FUTURE;
        if (!isFact || act.type().quad() != EventType.Quad.MATERIAL_CONFLICT) {
            return false;
        }
        Mention speaker = phrases.mention(syntax.sentence(), voice);
        Optional<Mention> doer = at(syntax, dyad.source());
        boolean own = doer.filter(party -> speaker.equals(party) || isOf(party, speaker))
                .isPresent();
        if (own || speaker.kind() == Mention.Kind.PRONOUN) {
            return false;
        }
        boolean states = speaker.kind() == Mention.Kind.PLACE
                && doer.filter(party -> party.kind() == Mention.Kind.PLACE).isPresent();
        // Who says that others clashed blames neither.
        boolean each = act.frame().target().stream().anyMatch(slot -> slot.matches("mutual|with"));
        boolean watches = syntax.isA(voice, "watchdog") && doer.isPresent() && !each;
        boolean suffered = at(syntax, dyad.target()).filter(speaker::equals).isPresent();
        return states || suffered || watches;
    }

    /** "Its drones". */
    private static boolean isOf(Mention party, Mention speaker) {
        Mention owner = party.owner();
        return owner != null && owner.resolved().equals(speaker);
    }

    private static boolean isNobody(Syntax syntax, Mention party) {
        return party.sentence() == syntax.sentence().index() && Modality.isNobody(syntax, party.head());
    }

    private Optional<Mention> at(Syntax syntax, @Nullable Integer head) {
        return head == null
                ? Optional.empty()
                : Optional.of(phrases.mention(syntax.sentence(), head).resolved());
    }

    /** "said that Cairo must reopen the crossing", whatever the act: who says so asks it of the one who must. */
    Optional<SpeechAct> demand(Syntax syntax, int verb) {
        // "Said they could stay before they must leave": he asks nothing.
        if (!Modality.obliges(syntax, verb) || syntax.is(verb, "advcl")) {
            return Optional.empty();
        }
        Optional<Integer> voice = attribution.speaker(syntax, verb);
        Optional<Integer> obliged =
                holders.speakers(syntax, verb).stream().findFirst().or(() -> holders.patient(syntax, verb));
        return voice.isPresent() && obliged.isPresent() && !voice.equals(obliged)
                ? Optional.of(new SpeechAct(
                        EventType.REQUEST,
                        verb,
                        new Dyad(voice.get(), obliged.get()),
                        Factuality.FACT.with(Tense.PRESENT),
                        "modal"))
                : Optional.empty();
    }

    private static Optional<EventType> announced(EventType act, boolean refused) {
        boolean conflict = act.quad().isConflict();
        if (act == EventType.AGREE || (refused && conflict)) {
            return Optional.empty();
        }
        if (act.quad() == EventType.Quad.VERBAL_CONFLICT) {
            // To announce a probe, a demand or a refusal is to make it.
            return Optional.of(act);
        }
        return Optional.of(refused ? EventType.REJECT : conflict ? EventType.THREATEN : EventType.AGREE);
    }

    /** "plans to visit", "refused to meet". */
    private Optional<SpeechAct> ofGovernor(
            Syntax syntax, Trigger act, Dyad dyad, FactualityReader.Put put, IntFunction<Optional<EventType>> typeAt) {
        Operators.Operator operator = put.operator();
        Integer words = put.governor();
        if (operator == null || words == null) {
            return Optional.empty();
        }
        boolean among = dyad.source() != null && holders.speaks(syntax, words, dyad.source());
        Integer source = among ? dyad.source() : holders.speaker(syntax, words).orElse(dyad.source());
        Optional<EventType> type = operated(operator.event(act.type()), put.denied(), isRefusal(syntax, act, operator));
        if (type.isEmpty() || source == null || isOwnDeed(syntax, act, type.get(), source, dyad)) {
            return Optional.empty();
        }
        Factuality own = factuality.read(syntax, words, null, typeAt).factuality();
        Factuality said = put.denied() ? own.with(Polarity.POSITIVE) : own;
        Dyad towards = new Dyad(source, target(syntax, source, dyad));
        return Optional.of(new SpeechAct(type.get(), words, towards, said, operator.place()));
    }

    /** "Claimed to have killed ten": nobody accuses himself of what he boasts of; but "wants to sue" them does. */
    private boolean isOwnDeed(Syntax syntax, Trigger act, EventType said, Integer source, Dyad dyad) {
        Integer doer = dyad.source();
        return said == EventType.ACCUSE && act.type() != said && doer != null && holders.isSame(syntax, source, doer);
    }

    /** Not to promise is to refuse, as it is to promise not to help; not to refuse is nothing. */
    private static Optional<EventType> operated(Optional<EventType> type, boolean denied, boolean refusal) {
        if (denied) {
            return type.filter(told -> told == EventType.AGREE).map(told -> EventType.REJECT);
        }
        return refusal ? type.flatMap(SpeechActs::refused) : type;
    }

    /** "Decided not to free them", "vowed not to attack"; not to condemn is nothing. */
    private static Optional<EventType> refused(EventType promised) {
        return switch (promised) {
            case AGREE, CONCEDE -> Optional.of(EventType.REJECT);
            case THREATEN -> Optional.of(EventType.AGREE);
            default -> Optional.empty();
        };
    }

    /** "Vowed not to recognise them". */
    private boolean isRefusal(Syntax syntax, Trigger act, Operators.Operator operator) {
        return operator.polarity() == null
                && factuality.own(syntax, act.token()).polarity() == Polarity.NEGATIVE;
    }

    /** Whom the act is done to, or who is to do it. */
    private @Nullable Integer target(Syntax syntax, Integer source, Dyad dyad) {
        Integer doer = dyad.source();
        return doer == null || holders.isSame(syntax, source, doer) ? dyad.target() : doer;
    }
}
