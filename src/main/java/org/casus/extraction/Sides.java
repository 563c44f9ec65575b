package org.casus.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casus.annotation.EntityMention;
import org.jspecify.annotations.Nullable;

/** Whom "both sides" and "the two countries" stand for: the two named parties of what was told last between two. */
final class Sides {
    /** How many sentences on they are still meant. */
    private static final int NEAR = 3;

    private static final Set<String> SIDES = WordClasses.of("sides");

    private final Phrases phrases;
    private List<Mention> pair = List.of();
    private List<Mention> lands = List.of();
    private int toldIn;

    Sides(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Who does it to whom. */
    record Between(@Nullable Mention source, @Nullable Mention target) {}

    /** What two do to each other has them as both parties; one for each pair of those that are meant. */
    List<Between> each(Syntax syntax, @Nullable Mention source, @Nullable Mention target) {
        List<Mention> sources = meant(syntax, source);
        List<Mention> targets = meant(syntax, target);
        if (sources.isEmpty() && targets.isEmpty()) {
            return List.of(new Between(source, Objects.equals(source, target) ? null : target));
        }
        List<Between> each = new ArrayList<>();
        for (Mention one : sources.isEmpty() ? just(source) : sources) {
            for (Mention other : targets.isEmpty() ? just(target) : targets) {
                if (one == null || !one.equals(other)) {
                    each.add(new Between(one, other));
                }
            }
        }
        return each;
    }

    private static List<@Nullable Mention> just(@Nullable Mention mention) {
        List<@Nullable Mention> just = new ArrayList<>();
        just.add(mention);
        return just;
    }

    private List<Mention> meant(Syntax syntax, @Nullable Mention mention) {
        boolean two = mention != null
                && !pair.isEmpty()
                && mention.sentence() == syntax.sentence().index()
                && mention.sentence() - toldIn <= NEAR
                && DyadReader.isPair(syntax, mention.head())
                && syntax.slot(mention.head(), "of").isEmpty();
        return mention == null || !two ? List.of() : meant(syntax, mention.head(), mention);
    }

    /** "Both men" are two persons, "both armies" two armies, and of anything that acts there may be two sides. */
    private List<Mention> meant(Syntax syntax, int head, Mention mention) {
        if (SIDES.contains(syntax.lemma(head))) {
            return pair;
        }
        String sector = mention.sector();
        boolean governing = "GOV".equals(sector);
        boolean person = syntax.isA(head, "person") || (governing && mention.kind() == Mention.Kind.GROUP);
        if (syntax.isA(head, "state") || (governing && !person)) {
            return lands;
        }
        boolean fit = person
                ? pair.stream().allMatch(party -> party.kind() == Mention.Kind.PERSON)
                : sector != null && pair.stream().allMatch(party -> sector.equals(party.sector()));
        boolean forTheirLands = governing && pair.equals(lands);
        return fit || forTheirLands ? pair : List.of();
    }

    /**
     * Keeps the two that a sentence tells of; three are no pair but for two of one side, nor are those told of before.
     */
    void remember(Syntax syntax, List<EventMention> events) {
        List<Mention> parties = events.stream()
                .filter(event -> isNamed(syntax, event.source()) && isNamed(syntax, event.target()))
                .flatMap(event -> Stream.of(event.source(), event.target()))
                .map(Mention::resolved)
                .distinct()
                .toList();
        if (parties.isEmpty()) {
            return;
        }
        toldIn = syntax.sentence().index();
        // "France urged both sides": the two of before are meant still.
        if (pair.isEmpty() || !parties.containsAll(pair)) {
            pair = parties.size() == 2 ? parties : joined(events);
            lands = pair.stream().flatMap(party -> land(syntax, party).stream()).toList();
        }
    }

    /** "Urged Chad and Niger to talk": the two on one side of an act, where no other act has another two. */
    private static List<Mention> joined(List<EventMention> events) {
        Set<List<Mention>> twos = new LinkedHashSet<>();
        for (EventMention event : events) {
            List<EventMention> act = events.stream()
                    .filter(other -> other.trigger().equals(event.trigger()))
                    .toList();
            Stream.of(parties(act, EventMention::source), parties(act, EventMention::target))
                    .filter(side -> side.size() == 2)
                    .forEach(twos::add);
        }
        return twos.size() == 1 ? twos.iterator().next() : List.of();
    }

    private static List<Mention> parties(List<EventMention> act, Function<EventMention, @Nullable Mention> side) {
        return act.stream()
                .map(side)
                .flatMap(Stream::ofNullable)
                .map(Mention::resolved)
                .distinct()
                .sorted(Comparator.comparing(party -> party.span().begin()))
                .toList();
    }

    private boolean isNamed(Syntax syntax, @Nullable Mention party) {
        return party != null
                && (party.resolved().name() != null
                        || land(syntax, party.resolved()).isPresent());
    }

    /** Ghana of "Ghana's president", Togo of "his Togolese counterpart". */
    private Optional<Mention> land(Syntax syntax, Mention party) {
        if (party.kind() == Mention.Kind.PLACE) {
            return Optional.of(party);
        }
        if (party.sentence() != syntax.sentence().index()) {
            return Optional.empty();
        }
        return Stream.of("poss", "comp", "of")
                .flatMap(slot -> syntax.slot(party.head(), slot).stream())
                .filter(owner -> syntax.sentence()
                        .nameAt(owner)
                        .filter(name ->
                                name.type() == EntityMention.Type.LOCATION || name.type() == EntityMention.Type.MISC)
                        .isPresent())
                .map(owner -> phrases.mention(syntax.sentence(), owner))
                .findFirst();
    }
}
