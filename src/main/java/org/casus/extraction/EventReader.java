package org.casus.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/** Reads the events that one sentence tells: each trigger with its parties, and the saying behind it. */
final class EventReader {
    private static final double SURE = 0.6;

    private final Arbiter arbiter;
    private final FactualityReader factuality;
    private final Phrases phrases;
    private final DyadReader dyads;
    private final SpeechActs speechActs;
    private final AttributionReader attribution;
    private final TimeReader times;
    private final PlaceReader places;
    private final NumberReader numbers;
    private final Sides sides;
    private int count;

    EventReader(
            Arbiter arbiter,
            FactualityReader factuality,
            Phrases phrases,
            AttributionReader attribution,
            TimeReader times,
            PlaceReader places,
            NumberReader numbers) {
        this.arbiter = arbiter;
        this.factuality = factuality;
        this.phrases = phrases;
        Parties parties = new Parties(phrases);
        AttitudeHolders holders = new AttitudeHolders(parties);
        NearestParty nearest = new NearestParty(parties, arbiter.table());
        this.dyads = new DyadReader(
                parties, new ImpliedArguments(parties, holders, nearest, attribution), attribution, arbiter.table());
        this.speechActs = new SpeechActs(factuality, holders, attribution, phrases);
        this.attribution = attribution;
        this.times = times;
        this.places = places;
        this.numbers = numbers;
        sides = new Sides(phrases);
    }

    List<EventMention> read(Syntax syntax) {
        Map<Integer, Trigger> found = arbiter.settle(syntax, phrases, dyads);
        Map<Integer, String> ids = new HashMap<>();
        Map<Integer, Integer> spokenOf = new HashMap<>();
        List<EventMention> events = new ArrayList<>();
        IntFunction<Optional<EventType>> typeAt =
                i -> Optional.ofNullable(found.get(i)).map(Trigger::type);
        Meanwhile meanwhile = new Meanwhile(syntax, typeAt);
        for (Trigger trigger : found.values()) {
            if (isRefused(syntax, trigger, typeAt)) {
                continue;
            }
            FactualityReader.Put put = factuality.read(syntax, trigger.token(), trigger.lightVerb(), typeAt);
            List<Dyad> parties = dyads.read(syntax, trigger, put);
            for (Dyad dyad : parties) {
                EventMention event = event(syntax, trigger, dyad, put.factuality(), meanwhile);
                ids.putIfAbsent(trigger.token(), event.id());
                events.add(event);
            }
            if (put.governor() != null && found.containsKey(put.governor())) {
                spokenOf.putIfAbsent(put.governor(), trigger.token());
            } else if (!parties.isEmpty()) {
                List<EventMention> acts = List.copyOf(events.subList(events.size() - parties.size(), events.size()));
                for (int i = 0; i < acts.size(); i++) {
                    String actId = acts.get(i).id();
                    speechActs
                            .of(syntax, trigger, parties.get(i), put, typeAt)
                            .map(saying -> event(syntax, trigger.frame().row().list(5, ","), saying, actId))
                            .filter(saying -> events.stream().noneMatch(saying::tellsTheSame))
                            .ifPresent(events::add);
                }
            }
        }
        for (Token token : syntax.sentence().tokens()) {
            if (token.isVerb() && !found.containsKey(token.index())) {
                speechActs
                        .demand(syntax, token.index())
                        .map(saying -> event(syntax, List.of(), saying, null))
                        .ifPresent(events::add);
            }
        }
        for (Map.Entry<Integer, Integer> entry : spokenOf.entrySet()) {
            String act = ids.get(entry.getValue());
            if (act != null) {
                point(events, words(syntax, Objects.requireNonNull(found.get(entry.getKey()))), act);
            }
        }
        List<EventMention> told =
                events.stream().flatMap(event -> ofEach(syntax, event)).toList();
        sides.remember(syntax, told);
        return told;
    }

    /** "Refused a request": the refusal tells whose it was. */
    private static boolean isRefused(Syntax syntax, Trigger trigger, IntFunction<Optional<EventType>> typeAt) {
        int request = trigger.token();
        return trigger.type() == EventType.REQUEST
                && syntax.sentence().token(request).isNoun()
                && (syntax.is(request, "obj") || syntax.is(request, "nsubj:pass"))
                && typeAt.apply(syntax.sentence().governor(request))
                        .filter(EventType.REJECT::equals)
                        .isPresent();
    }

    /** What "both sides" do is done by each of the two. */
    private Stream<EventMention> ofEach(Syntax syntax, EventMention event) {
        List<Sides.Between> each = sides.each(syntax, event.source(), event.target());
        return IntStream.range(0, each.size())
                .mapToObj(i -> event.between(
                        i == 0 ? event.id() : "e" + ++count,
                        each.get(i).source(),
                        each.get(i).target()));
    }

    /** Ties the acts of saying of a trigger to the act that they speak of. */
    private static void point(List<EventMention> events, Span words, String act) {
        events.replaceAll(event -> event.spokenOf() == null
                        && !event.id().equals(act)
                        && event.trigger().equals(words)
                ? event.speakingOf(act)
                : event);
    }

    /** Of "sit-in" all, where the table has it so. */
    private static Span words(Syntax syntax, Trigger trigger) {
        Sentence sentence = syntax.sentence();
        int head = trigger.token();
        int first = trigger.frame().predicate().contains("-") ? syntax.beginning(head) : head;
        return new Span(
                sentence.token(first).span().begin(),
                sentence.token(head).span().end());
    }

    private EventMention event(Syntax syntax, Trigger trigger, Dyad dyad, Factuality put, Meanwhile meanwhile) {
        Frame frame = trigger.frame();
        Mention target = mention(syntax, dyad.target());
        Mention source = mention(syntax, dyad.source());
        if (!Objects.equals(dyad.source(), dyad.target())) {
            source = apart(source, target);
        }
        return new EventMention(
                "e" + ++count,
                trigger.type(),
                trigger.mode(),
                frame.row().list(5, ","),
                frame.row().optional(4).orElse(null),
                words(syntax, trigger),
                List.of(),
                source,
                target,
                place(syntax, trigger, meanwhile),
                places.origin(syntax, trigger.token()),
                places.destination(syntax, trigger.token()),
                times.at(
                        syntax,
                        trigger.token(),
                        trigger.lightVerb(),
                        isToCome(syntax, trigger, put),
                        meanwhile.atOnce(trigger.token())),
                numbers.at(syntax, trigger.token(), trigger.type(), dyad.target()),
                put,
                null,
                attribution.at(syntax, trigger.token()),
                syntax.sentence().index(),
                trigger.confidence(),
                trigger.rule() + " " + syntax.lemma(trigger.token()) + dyad.paths(syntax, trigger.token()));
    }

    private EventMention event(
            Syntax syntax, List<String> contexts, SpeechActs.SpeechAct saying, @Nullable String actId) {
        return new EventMention(
                "e" + ++count,
                saying.type(),
                null,
                contexts,
                null,
                syntax.sentence().token(saying.words()).span(),
                List.of(),
                mention(syntax, saying.dyad().source()),
                mention(syntax, saying.dyad().target()),
                null,
                null,
                null,
                times.at(
                        syntax,
                        saying.words(),
                        null,
                        saying.factuality().tense() == Factuality.Tense.FUTURE,
                        List.of()),
                List.of(),
                saying.factuality(),
                actId,
                attribution.at(syntax, saying.words()),
                syntax.sentence().index(),
                SURE,
                saying.place() + " " + syntax.lemma(saying.words())
                        + saying.dyad().paths(syntax, saying.words()));
    }

    /** "Will send", "may send"; what may have been sent is not. */
    private boolean isToCome(Syntax syntax, Trigger trigger, Factuality put) {
        Integer light = trigger.lightVerb();
        int verb = light == null ? trigger.token() : light;
        return put.tense() == Factuality.Tense.FUTURE
                || (Modality.allows(syntax, verb)
                        && syntax.children(verb, "aux").size() == 1);
    }

    /** Where its own words name no place, a deed was at what it was done to, or where what goes with it was. */
    private @Nullable EventPlace place(Syntax syntax, Trigger trigger, Meanwhile meanwhile) {
        EventPlace told = places.at(syntax, trigger.token(), trigger.lightVerb());
        boolean saidSo = told != null && told.basis() == EventPlace.Basis.TEXT;
        if (saidSo || trigger.type().quad() != EventType.Quad.MATERIAL_CONFLICT) {
            return told;
        }
        return syntax.slot(trigger.token(), "obj").stream()
                .flatMap(object -> places.ofObject(syntax, object).stream())
                .findFirst()
                .or(() -> places.besides(syntax, trigger.token(), meanwhile))
                .map(place -> new EventPlace(place, EventPlace.Basis.TEXT))
                .orElse(told);
    }

    /** Nobody does it to himself: a party found twice is whom it is done to. */
    private static @Nullable Mention apart(@Nullable Mention source, @Nullable Mention target) {
        boolean same = source != null && target != null && source.resolved().equals(target.resolved());
        return same ? null : source;
    }

    private @Nullable Mention mention(Syntax syntax, @Nullable Integer head) {
        return head == null ? null : phrases.meant(syntax.sentence(), head);
    }
}
