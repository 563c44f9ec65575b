package org.casus.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.extraction.Factuality.Polarity;
import org.casus.extraction.Factuality.Tense;
import org.casus.extraction.TerritorialStatement.Relation;
import org.casus.extraction.TerritoryFrames.Party;
import org.jspecify.annotations.Nullable;

/** Reads statements about whose land a territory is, each with its own voice. */
final class TerritoryReader {
    private static final Set<String> EVERYWHERE = Set.of("internationally", "universally", "globally", "widely");
    private static final Set<String> NOBODY = Set.of("neither", "none", "nobody");
    private static final Set<Relation> RECOGNITION =
            Set.of(Relation.RECOGNISED_AS_INDEPENDENT, Relation.RECOGNISED_AS_PART_OF);
    private static final Set<Relation> ACTS = Set.of(Relation.ANNEXED, Relation.OCCUPIES);

    private final TerritoryFrames frames;
    private final Lands lands;
    private final FactualityReader factuality;
    private final Phrases phrases;
    private final Parties parties;
    private final AttributionReader attribution;
    private final PeriodReader periods;

    TerritoryReader(
            TerritoryFrames frames,
            Lands lands,
            FactualityReader factuality,
            Phrases phrases,
            AttributionReader attribution,
            PeriodReader periods) {
        this.frames = frames;
        this.lands = lands;
        this.factuality = factuality;
        this.phrases = phrases;
        this.parties = new Parties(phrases);
        this.attribution = attribution;
        this.periods = periods;
    }

    List<TerritorialStatement> read(Syntax syntax) {
        List<TerritorialStatement> found = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        for (int i : verbsFirst(syntax)) {
            Optional<Frame> frame = frames.match(syntax, i);
            if (frame.isPresent() && !isWithin(syntax, i, frame.get(), told)) {
                List<TerritorialStatement> statements = new Reading(syntax, i, frame.get()).statements();
                if (!statements.isEmpty()) {
                    found.addAll(statements);
                    told.add(i);
                }
            }
            possessed(syntax, i).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(statement -> statement.trigger().begin()));
        return found;
    }

    /** What a verb tells, its object need not tell again. */
    private static List<Integer> verbsFirst(Syntax syntax) {
        return IntStream.range(0, syntax.sentence().tokens().size())
                .boxed()
                .sorted(Comparator.comparing(i -> !syntax.sentence().token(i).isVerb() || syntax.is(i, "amod")))
                .toList();
    }

    /** The claim of "lays claim to" is told by the verb; but what "denounced the annexation" speaks of is told too. */
    private boolean isWithin(Syntax syntax, int i, Frame frame, List<Integer> told) {
        int governor = syntax.sentence().governor(i);
        boolean predicated = isAttributive(frame)
                && governor >= 0
                && syntax.is(governor, "xcomp")
                && told.contains(syntax.sentence().governor(governor));
        boolean argument = syntax.sentence().token(i).isNoun()
                && told.contains(governor)
                && !ACTS.contains(frames.relation(frame));
        return predicated || argument;
    }

    private static boolean isAttributive(Frame frame) {
        return frame.source().equals(List.of("head"));
    }

    /** "Freedonia's Sylvan Valley": whose words these are says whose land it is. */
    private Optional<TerritorialStatement> possessed(Syntax syntax, int i) {
        Sentence sentence = syntax.sentence();
        boolean place = isHeadOfPlace(sentence, i);
        return syntax.slot(i, "poss").stream()
                .filter(owner -> place && isHeadOfPlace(sentence, owner))
                .findFirst()
                .map(owner -> new TerritorialStatement(
                        Relation.CLAIMS,
                        sentence.token(i).span(),
                        phrases.mention(sentence, i),
                        phrases.mention(sentence, owner),
                        null,
                        null,
                        null,
                        periods.inPassing(syntax),
                        null,
                        null,
                        Factuality.FACT.with(Tense.PRESENT),
                        attribution.at(syntax, i),
                        sentence.index(),
                        "possessive " + syntax.lemma(owner)));
    }

    private static boolean isHeadOfPlace(Sentence sentence, int i) {
        return sentence.nameAt(i)
                .filter(name -> name.type() == EntityMention.Type.LOCATION && Phrases.headOf(sentence, name) == i)
                .isPresent();
    }

    /** What one token and its frame say, once for each of several lands, holders and recognisers. */
    private final class Reading {
        private final Syntax syntax;
        private final int trigger;
        private final Frame frame;
        private final boolean attributive;
        private final Factuality put;

        Reading(Syntax syntax, int trigger, Frame frame) {
            this.syntax = syntax;
            this.trigger = trigger;
            this.frame = frame;
            attributive = isAttributive(frame);
            put = attributive
                    ? Factuality.FACT.with(Tense.PRESENT)
                    : factuality
                            .read(syntax, trigger, null, i -> Optional.empty())
                            .factuality();
        }

        List<TerritorialStatement> statements() {
            List<TerritorialStatement> found = new ArrayList<>();
            List<Mention> holders = mentions(frame.target());
            boolean unclaimed = holders.isEmpty() && frames.relation(frame) == Relation.CLAIMS;
            if (unclaimed || isNobodys()) {
                return found;
            }
            for (int land : lands()) {
                for (@Nullable Mention holder : orNone(holders)) {
                    for (@Nullable Mention by : orNone(recognisers())) {
                        found.add(statement(land, holder, by));
                    }
                }
            }
            if (!found.isEmpty()) {
                holders.forEach(holder -> gapped(holder, found));
            }
            return found;
        }

        /**
         * "Took Kalbajar on 25 November and Aghdam on 20 November": Aghdam has a day of its own. No event has its words
         * for a trigger, and so none of the other day.
         */
        private void gapped(Mention holder, List<TerritorialStatement> found) {
            Stream<Integer> behindDay = syntax.children(trigger, "obl").stream()
                    .filter(syntax::inTime)
                    .flatMap(day -> syntax.children(day, "conj").stream());
            Stream.concat(syntax.children(trigger, "conj").stream(), behindDay)
                    .filter(land -> lands.isLand(syntax, land))
                    .forEach(land -> dayBehind(land)
                            .map(day -> periods.read(syntax, day, TerritoryFrames.aspect(frame), put))
                            .ifPresent(period -> found.add(statement(land, land, holder, null, period))));
        }

        private Optional<Integer> dayBehind(int land) {
            return syntax.sentence().times().stream()
                    .filter(time -> time.first() > land && time.first() <= land + 2)
                    .map(time -> Phrases.headOf(syntax.sentence(), time.span()))
                    .findFirst();
        }

        /** What fills the first of the frame's slots for the territory, as it stands: a land need not act. */
        private List<Integer> lands() {
            for (String slot : frame.source()) {
                List<Integer> found = syntax.slot(trigger, slot).stream()
                        .filter(head -> lands.isLand(syntax, head))
                        .map(head -> lands.called(syntax, head))
                        .distinct()
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        }

        private List<Mention> mentions(List<String> slots) {
            return parties.in(syntax, trigger, slots).stream()
                    .map(head -> phrases.meant(syntax.sentence(), head))
                    .toList();
        }

        private List<Mention> recognisers() {
            List<String> slots = TerritoryFrames.slots(frame, Party.RECOGNISED_BY);
            List<Mention> named = mentions(slots).stream()
                    .filter(mention -> !isNobody(mention))
                    .toList();
            return !named.isEmpty() || !slots.contains("adv")
                    ? named
                    : syntax.slot(trigger, "adv").stream()
                            .filter(adverb -> EVERYWHERE.contains(syntax.lemma(adverb)))
                            .map(adverb -> phrases.mention(syntax.sentence(), adverb))
                            .toList();
        }

        private boolean isNobody(Mention mention) {
            return isNobody(mention.head());
        }

        private boolean isNobody(int head) {
            return NOBODY.contains(syntax.lemma(head))
                    || syntax.children(head, "det").stream()
                            .anyMatch(det -> syntax.lemma(det).equals("no"));
        }

        /** "held by neither". */
        private boolean isNobodys() {
            return frame.target().stream()
                    .flatMap(slot -> syntax.slot(trigger, slot).stream())
                    .anyMatch(this::isNobody);
        }

        private static List<@Nullable Mention> orNone(List<Mention> mentions) {
            List<@Nullable Mention> all = new ArrayList<>(mentions);
            if (all.isEmpty()) {
                all.add(null);
            }
            return all;
        }

        private TerritorialStatement statement(int land, @Nullable Mention holder, @Nullable Mention by) {
            Period period = attributive ? periods.inPassing(syntax) : periods.read(syntax, trigger, aspect(), put);
            return statement(trigger, land, holder, by, period);
        }

        private TerritorialStatement statement(
                int words, int land, @Nullable Mention holder, @Nullable Mention by, Period period) {
            Relation relation = frames.relation(frame);
            boolean refused = put.polarity() == Polarity.NEGATIVE
                    && (RECOGNITION.contains(relation)
                            || !TerritoryFrames.slots(frame, Party.RECOGNISED_BY)
                                    .isEmpty());
            return new TerritorialStatement(
                    refused ? Relation.NOT_RECOGNISED : relation,
                    syntax.sentence().token(words).span(),
                    phrases.mention(syntax.sentence(), land),
                    holder,
                    first(Party.FORMER_HOLDER),
                    TerritoryFrames.slots(frame, Party.STATED_BY).equals(frame.target())
                            ? holder
                            : first(Party.STATED_BY),
                    by,
                    period,
                    null,
                    null,
                    refused ? put.with(Polarity.POSITIVE) : put,
                    attribution.at(syntax, trigger),
                    syntax.sentence().index(),
                    frame.row().place() + " " + syntax.lemma(trigger));
        }

        /** "its occupation of the valley began in 1967". */
        private Aspect aspect() {
            int governor = syntax.sentence().governor(trigger);
            String verb = governor >= 0 && syntax.is(trigger, "nsubj") ? syntax.lemma(governor) : "";
            return switch (verb) {
                case "begin", "start" -> Aspect.BEGINS;
                case "end", "cease" -> Aspect.ENDS;
                default -> TerritoryFrames.aspect(frame);
            };
        }

        private @Nullable Mention first(Party party) {
            return mentions(TerritoryFrames.slots(frame, party)).stream()
                    .findFirst()
                    .orElse(null);
        }
    }
}
