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
import org.jspecify.annotations.Nullable;

/**
 * Settles what words tell, by the table and the classifier together. The classifier may strike out what it is sure is
 * no event, the surer the more the frame asks for and the more public its parties are; it may give another type where a
 * frame asks for little; and it alone tells what the table does not know.
 */
final class Arbiter {
    /** By how many of the parties are public and whether the frame has conditions: what strikes an event out. */
    private static final List<Double> SURE_OF_NONE = List.of(0.6, 0.8, 0.95);

    /** By the number of a frame's conditions: how many times likelier its type is than the classifier says. */
    private static final List<Double> TRUST = List.of(100.0, 400.0, 2000.0);

    private static final double SURE_ALONE = 0.6;

    private static final Set<String> PUBLIC =
            Set.of("GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "LEG", "SPY", "UAF", "REF", "ELI");

    private static final Set<String> ARMED = Set.of("UAF", "REB");

    private static final int MODE = 3;
    private static final Set<String> OF_WAR = Set.of("aerial", "heavy-weapons", "drone");

    /** Where an attack stands beside whom it harmed. */
    private static final Set<String> ATTACKING = Set.of("subj", "in");

    /** Who goes on strike. */
    private static final Set<String> WORKERS = Set.of("LAB", "EDU", "MED", "HLH", "JRN");

    /** Longer sentences are lists, tables or text without full stops, and each of their words would be judged. */
    private static final int LONGEST_PROSE = 200;

    private final Triggers table;
    private final @Nullable Classifier classifier;
    private final Sayings sayings;
    private final Operators operators;
    private final FactualityReader factuality;

    Arbiter(
            Triggers table,
            @Nullable Classifier classifier,
            Sayings sayings,
            Operators operators,
            FactualityReader factuality) {
        this.table = table;
        this.classifier = classifier;
        this.sayings = sayings;
        this.operators = operators;
        this.factuality = factuality;
    }

    /** The same with a classifier. */
    Arbiter with(Classifier other) {
        return new Arbiter(table, other, sayings, operators, factuality);
    }

    Triggers table() {
        return table;
    }

    /** By token, in the order of the text; without a classifier, or in no prose, just what the table knows. */
    Map<Integer, Trigger> settle(Syntax syntax, Phrases phrases, DyadReader dyads) {
        Map<Integer, Trigger> known = table.in(syntax);
        if (classifier == null || syntax.sentence().tokens().size() > LONGEST_PROSE) {
            return known;
        }
        Map<Integer, Trigger> settled = new TreeMap<>();
        known.forEach((token, trigger) -> {
            if (isWithoutParties(syntax, trigger, known, dyads)) {
                settled.put(token, trigger); // It tells no event, so that there is nothing to judge.
                return;
            }
            Dyad parties = dyads.inSlots(syntax, token, trigger.frame(), trigger.lightVerb(), trigger.suffered());
            int publicParties = publicParties(phrases, syntax, parties)
                    + (isProtestOfWorkers(phrases, syntax, trigger, parties) ? 1 : 0);
            if (publicParties == 2 && !trigger.frame().conditions().isEmpty()) {
                settled.put(token, trigger);
                return;
            }
            Judgement judgement = judge(classifier, syntax, phrases, token, parties);
            boolean plain = isOfWar(trigger)
                    || isDoneByAttack(syntax, trigger)
                    || isOfItsDoers(phrases, syntax, trigger, parties);
            heard(trigger, judgement, publicParties, plain).ifPresent(told -> settled.put(token, told));
        });
        table.unknown(syntax).forEach((token, frame) -> {
            Integer lightVerb = table.lightVerb(syntax, token);
            if (lightVerb != null && settled.containsKey(lightVerb)) {
                return; // Its verb tells it.
            }
            boolean suffered = table.isSuffered(syntax, lightVerb);
            Dyad parties = dyads.inSlots(syntax, token, frame, lightVerb, suffered);
            boolean done = parties.source() != null;
            if (done && canTell(syntax, token) && publicParties(phrases, syntax, parties) > 0) {
                Judgement judgement = judge(classifier, syntax, phrases, token, parties);
                alone(judgement, token, frame, lightVerb, suffered).ifPresent(told -> settled.put(token, told));
            }
        });
        return settled;
    }

    private boolean isWithoutParties(Syntax syntax, Trigger trigger, Map<Integer, Trigger> known, DyadReader dyads) {
        FactualityReader.Put put = factuality.read(
                syntax,
                trigger.token(),
                trigger.lightVerb(),
                i -> Optional.ofNullable(known.get(i)).map(Trigger::type));
        return dyads.read(syntax, trigger, put).isEmpty();
    }

    private boolean canTell(Syntax syntax, int token) {
        String lemma = syntax.lemma(token);
        return !sayings.isVerbOfSaying(lemma) && operators.find(lemma + "/v").isEmpty();
    }

    private static Judgement judge(Classifier classifier, Syntax syntax, Phrases phrases, int token, Dyad parties) {
        Sentence sentence = syntax.sentence();
        return classifier.judge(phrases.clause(
                sentence,
                sentence.token(token).span(),
                span(phrases, sentence, parties.source()),
                span(phrases, sentence, parties.target())));
    }

    /**
     * What the table's trigger tells once the classifier has been heard; empty where that is nothing.
     *
     * @param plain whether it tells of violence or protest beyond doubt, whoever the parties are
     */
    private static Optional<Trigger> heard(Trigger trigger, Judgement judgement, int publicParties, boolean plain) {
        int conditions = trigger.frame().conditions().size();
        Map<String, Double> types = judgement.types();
        int sureness = publicParties == 0 ? 0 : publicParties + Math.min(1, conditions);
        if (!plain && types.getOrDefault(Judgement.NONE, 0.0) >= SURE_OF_NONE.get(sureness)) {
            return Optional.empty();
        }
        double trust = TRUST.get(Math.min(TRUST.size() - 1, conditions));
        types.remove(Judgement.NONE);
        Map<String, Double> judged = Map.copyOf(types);
        types.computeIfPresent(trigger.type().name(), (type, p) -> p * trust);
        String best = best(types);
        double probability = judged.getOrDefault(best, 0.0);
        return Optional.of(
                trigger.judged(EventType.valueOf(best), judgement.mode(best).orElse(null), probability));
    }

    private static Optional<Trigger> alone(
            Judgement judgement, int token, Frame frame, @Nullable Integer lightVerb, boolean suffered) {
        Map<String, Double> types = judgement.types();
        String best = best(types);
        double probability = types.getOrDefault(best, 0.0);
        return best.equals(Judgement.NONE) || probability < SURE_ALONE
                ? Optional.empty()
                : Optional.of(Trigger.of(
                        token,
                        frame,
                        EventType.valueOf(best),
                        judgement.mode(best).orElse(null),
                        lightVerb,
                        suffered,
                        probability));
    }

    private static String best(Map<String, Double> types) {
        return types.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** "A missile hit a school": whose it was need not be told. */
    private static boolean isOfWar(Trigger trigger) {
        return trigger.type() == EventType.ASSAULT
                && trigger.frame().row().optional(MODE).filter(OF_WAR::contains).isPresent();
    }

    /** "The bombing killed 12", "12 died in the attack": whoever they were, and whosever it was. */
    private boolean isDoneByAttack(Syntax syntax, Trigger trigger) {
        String verb = syntax.lemma(trigger.token());
        boolean byTable = Triggers.HARMING.contains(verb)
                // "Died in a shooting" is mostly a crime.
                && syntax.slot(trigger.token(), "in").stream()
                        .noneMatch(harm -> syntax.lemma(harm).equals("shooting"))
                && trigger.frame().conditions().stream().anyMatch(condition -> ATTACKING.contains(condition.slot()));
        return trigger.type() == EventType.ASSAULT
                && (byTable
                        || syntax.children(trigger.token(), "nsubj").stream()
                                .filter(subject ->
                                        syntax.sentence().token(subject).isNoun())
                                .anyMatch(subject -> table.standsFor(syntax, subject, EventType.ASSAULT)
                                        || (syntax.isA(subject, "weapon") && !syntax.acts(subject))));
    }

    /** "Gunmen attacked a church", "protesters filled the streets": it is what such people do. */
    private static boolean isOfItsDoers(Phrases phrases, Syntax syntax, Trigger trigger, Dyad parties) {
        Integer source = parties.source();
        // The Pirates and the Rebels play ball.
        if (source == null || syntax.sentence().token(source).isProper()) {
            return false;
        }
        String sector = String.valueOf(
                phrases.mention(syntax.sentence(), source).resolved().sector());
        return switch (trigger.type()) {
            case ASSAULT -> ARMED.contains(sector);
            case PROTEST -> syntax.lemma(source).matches("protest[eo]r|demonstrator|marcher|rioter");
            default -> false;
        };
    }

    /** Who strikes, or threatens to, need not be public: nurses, miners. */
    private static boolean isProtestOfWorkers(Phrases phrases, Syntax syntax, Trigger trigger, Dyad parties) {
        Integer source = parties.source();
        boolean threatened = trigger.type() == EventType.THREATEN && "restrict".equals(trigger.mode());
        if ((trigger.type() != EventType.PROTEST && !threatened) || source == null) {
            return false;
        }
        Mention mention = phrases.mention(syntax.sentence(), source).resolved();
        return WORKERS.contains(String.valueOf(mention.sector()));
    }

    /** How many of the parties are states, peoples, or of a public sector. */
    private static int publicParties(Phrases phrases, Syntax syntax, Dyad parties) {
        return (isPublic(phrases, syntax.sentence(), parties.source()) ? 1 : 0)
                + (isPublic(phrases, syntax.sentence(), parties.target()) ? 1 : 0);
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
