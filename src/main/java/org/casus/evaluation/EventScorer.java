package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Events of a sentence by their types, then also by who and whom; and how many are seen where there is none. */
final class EventScorer implements Scorer {
    private enum Level {
        TYPE("type"),
        COUNTRY("type+country"),
        ACTOR("type+actor");

        private final String label;

        Level(String label) {
            this.label = label;
        }
    }

    /** A party by its code where the gold has one, else by words; any will do where it has neither. */
    private record Party(Optional<String> code, Optional<String> text) {
        static Party of(Fields event, String role) {
            return new Party(event.optionalText(role), event.optionalText(role + "_text"));
        }

        boolean is(Optional<Fields> actor, Level level) {
            if (code.isPresent()) {
                String said = actor.flatMap(party -> party.optionalText("code")).orElse("");
                return level == Level.ACTOR
                        ? said.equals(code.get())
                        : country(said).equals(country(code.get()));
            }
            return text.isEmpty()
                    || Words.shared(
                            text.get(),
                            actor.flatMap(party -> party.optionalText("text")).orElse(""));
        }

        private static String country(String code) {
            return code.substring(0, Math.min(3, code.length()));
        }

        @Override
        public String toString() {
            return code.or(() -> text).orElse("-");
        }
    }

    private record Wanted(Set<String> types, Party source, Party target) {
        static Wanted of(Fields event) {
            return new Wanted(
                    ImmutableSet.copyOf(event.text("type").split("\\|")),
                    Party.of(event, "source"),
                    Party.of(event, "target"));
        }

        boolean is(Fields event, Level level) {
            return types.contains(event.text("type"))
                    && (level == Level.TYPE
                            || (source.is(event.optionalObject("source"), level)
                                    && target.is(event.optionalObject("target"), level)));
        }

        @Override
        public String toString() {
            return "%s %s -> %s".formatted(String.join("|", types), source, target);
        }
    }

    private record Sentence(Fields line, String id, List<Wanted> events) {}

    private final List<Sentence> sentences = new ArrayList<>();

    EventScorer(List<Fields> gold) {
        for (Fields line : gold) {
            List<Fields> events = line.list("events");
            // What is news in it is known, but not of which type: neither a hit nor a false alarm could be told.
            if (events.stream().allMatch(event -> event.optionalText("type").isPresent())) {
                sentences.add(new Sentence(
                        line, line.id(), events.stream().map(Wanted::of).toList()));
            }
        }
    }

    @Override
    public ObjectNode score(Predictions predictions, Misses misses) {
        Map<Level, Integer> found = new EnumMap<>(Level.class);
        int gold = 0;
        int saidInNews = 0;
        int saidInEmpty = 0;
        int empty = 0;
        int falseAlarms = 0;
        for (Sentence sentence : sentences) {
            List<Fields> said = predictions.of(sentence.id).optionalList("events").stream()
                    .filter(Predictions::happened)
                    .toList();
            if (sentence.events.isEmpty()) {
                empty++;
                saidInEmpty += said.size();
                falseAlarms += said.isEmpty() ? 0 : 1;
            } else {
                gold += sentence.events.size();
                saidInNews += said.size();
                for (Level level : Level.values()) {
                    found.merge(level, found(sentence, said, level, misses), Integer::sum);
                }
            }
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        for (Level level : Level.values()) {
            if (gold > 0) {
                figures.set(
                        level.label,
                        Rates.of(found.getOrDefault(level, 0), saidInNews, gold).json());
            }
        }
        return figures.put("gold", gold)
                .put("predicted", saidInNews + saidInEmpty)
                .put("empty_sentences", empty)
                .put("false_alarms_per_100_empty", empty == 0 ? null : Rates.rounded(100.0 * falseAlarms / empty, 1));
    }

    /** Each event that was said answers for one of the gold's alone. */
    private static int found(Sentence sentence, List<Fields> said, Level level, Misses misses) {
        List<Fields> left = new ArrayList<>(said);
        int found = 0;
        for (Wanted wanted : sentence.events) {
            Optional<Fields> hit =
                    left.stream().filter(event -> wanted.is(event, level)).findFirst();
            if (hit.isPresent()) {
                left.remove(hit.get());
                found++;
            } else if (level == Level.COUNTRY) {
                misses.add(
                        sentence.line,
                        () -> "%s%n  gold  %s%n  said  %s"
                                .formatted(sentence.line.optionalText("text").orElse(""), wanted, words(said)));
            }
        }
        return found;
    }

    private static String words(List<Fields> events) {
        return Misses.joined(events.stream()
                .map(event -> "%s %s -> %s"
                        .formatted(
                                event.text("type"),
                                words(event.optionalObject("source")),
                                words(event.optionalObject("target")))));
    }

    private static String words(Optional<Fields> party) {
        return party.map(actor -> actor.optionalText("text").orElse("?")
                        + actor.optionalText("code").map(" (%s)"::formatted).orElse(""))
                .orElse("-");
    }
}
