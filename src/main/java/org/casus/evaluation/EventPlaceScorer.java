package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Where the event of a given verb happened. */
final class EventPlaceScorer implements Scorer {
    private record Wanted(Fields line, String id, String text, String verb, List<String> places) {
        static Wanted of(Fields line) {
            return new Wanted(line, line.id(), line.text("text"), line.text("verb"), line.texts("places"));
        }

        boolean isToldBy(Fields event) {
            Fields trigger = event.object("trigger");
            int at = text.indexOf(verb);
            String words = trigger.optionalText("text").orElse("");
            return (trigger.offset("begin") <= at && at < trigger.offset("end"))
                    || verb.contains(words)
                    || words.contains(verb);
        }

        boolean is(String place) {
            return places.stream().anyMatch(wanted -> Words.shared(place, wanted));
        }
    }

    private final List<Wanted> events;

    EventPlaceScorer(List<Fields> gold) {
        events = gold.stream().map(Wanted::of).toList();
    }

    @Override
    public ObjectNode score(Predictions predictions, Misses misses) {
        int right = 0;
        int said = 0;
        int wanted = 0;
        for (Wanted event : events) {
            Optional<Fields> told = predictions.of(event.id).optionalList("events").stream()
                    .filter(event::isToldBy)
                    .findFirst();
            Optional<String> place = told.flatMap(EventPlaceScorer::place);
            boolean hit = place.isPresent() && event.is(place.get());
            wanted += event.places.isEmpty() ? 0 : 1;
            said += place.isPresent() ? 1 : 0;
            right += hit ? 1 : 0;
            if (!hit && (place.isPresent() || !event.places.isEmpty())) {
                misses.add(
                        event.line,
                        () -> "%s%n  gold  %s in %s%n  said  %s"
                                .formatted(
                                        event.text,
                                        event.verb,
                                        event.places,
                                        told.isEmpty() ? "no such event" : place.orElse("no place")));
            }
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.set("place", Rates.of(right, said, wanted).json());
        return figures.put("gold", wanted);
    }

    /** A place that is a fallback is marked as one, and is none here. */
    private static Optional<String> place(Fields event) {
        return event.optionalObject("place")
                .filter(place -> place.optionalText("basis").orElse("text").equals("text"))
                .map(place -> place.text("text"));
    }
}
