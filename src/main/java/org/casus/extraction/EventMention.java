package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text that tells of an event: who did what to whom, where, when, how surely, and on whose word.
 *
 * @param id unique in its article, such as {@code e3}
 * @param mode PLOVER mode of the type
 * @param contexts PLOVER contexts
 * @param cameo CAMEO code
 * @param mentions triggers of the same act told again in the article
 * @param spokenOf on an act of saying: the id of the act that is promised, demanded, refused, threatened or alleged
 * @param sentence index of the trigger's sentence
 * @param confidence 0 to 1: how sure the reading is; factuality says how sure the text is
 * @param rule the table's file and line, and the dependency path
 */
public record EventMention(
        String id,
        EventType type,
        @Nullable String mode,
        List<String> contexts,
        @Nullable String cameo,
        Span trigger,
        List<Span> mentions,
        @Nullable Mention source,
        @Nullable Mention target,
        @Nullable EventPlace place,
        @Nullable Mention origin,
        @Nullable Mention destination,
        @Nullable EventTime time,
        List<EventNumber> numbers,
        Factuality factuality,
        @Nullable String spokenOf,
        List<Attribution> attribution,
        int sentence,
        double confidence,
        String rule) {
    public EventMention {
        contexts = List.copyOf(contexts);
        mentions = List.copyOf(mentions);
        numbers = List.copyOf(numbers);
        attribution = List.copyOf(attribution);
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence of %s is %s".formatted(id, confidence));
        }
    }

    /** True where the same words tell the same kind of event of the same parties. */
    boolean tellsTheSame(EventMention other) {
        return type == other.type
                && factuality.equals(other.factuality)
                && trigger.equals(other.trigger)
                && Objects.equals(source, other.source)
                && Objects.equals(target, other.target);
    }

    /** This event with another telling of it, which fills what this one leaves open. */
    EventMention with(EventMention retelling) {
        List<Span> told = new ArrayList<>(mentions);
        told.add(retelling.trigger);
        told.addAll(retelling.mentions);
        List<EventNumber> counted = new ArrayList<>(numbers);
        retelling.numbers.stream().filter(number -> !counted.contains(number)).forEach(counted::add);
        boolean placed = place != null && (place.basis() == EventPlace.Basis.TEXT || retelling.place == null);
        boolean timed = time != null && (time.basis() == EventTime.Basis.TEXT || retelling.time == null);
        return new EventMention(
                id,
                type,
                mode == null ? retelling.mode : mode,
                contexts,
                cameo == null ? retelling.cameo : cameo,
                trigger,
                told,
                source == null ? retelling.source : source,
                target == null ? retelling.target : target,
                placed ? place : retelling.place,
                origin == null ? retelling.origin : origin,
                destination == null ? retelling.destination : destination,
                timed ? time : retelling.time,
                counted,
                factuality,
                spokenOf,
                attribution,
                sentence,
                Math.max(confidence, retelling.confidence),
                rule);
    }

    /** The same deed between others. */
    EventMention between(String other, @Nullable Mention by, @Nullable Mention to) {
        return new EventMention(
                other,
                type,
                mode,
                contexts,
                cameo,
                trigger,
                mentions,
                by,
                to,
                place,
                origin,
                destination,
                time,
                numbers,
                factuality,
                spokenOf,
                attribution,
                sentence,
                confidence,
                rule);
    }

    /** The same act of saying, with the act that it speaks of. */
    EventMention speakingOf(String act) {
        return new EventMention(
                id,
                type,
                mode,
                contexts,
                cameo,
                trigger,
                mentions,
                source,
                target,
                place,
                origin,
                destination,
                time,
                numbers,
                factuality,
                act,
                attribution,
                sentence,
                confidence,
                rule);
    }
}
