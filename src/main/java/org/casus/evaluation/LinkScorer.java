package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which Wikidata item a mention is linked to. */
final class LinkScorer implements Scorer {
    /** Dates and quantities, which are no entities, in words or by their items. */
    private static final ImmutableSet<String> NO_ENTITIES =
            ImmutableSet.of("DATETIME", "QUANTITY", "Q186408", "Q309314");

    private record Offsets(int begin, int end) {
        boolean within(Offsets other) {
            return other.begin <= begin && end <= other.end;
        }
    }

    private record Wanted(Optional<String> item, boolean optional, String type) {
        static Wanted of(Fields mention) {
            return new Wanted(
                    mention.optionalText("qid"),
                    mention.flag("optional", false),
                    mention.optionalText("type").orElse(""));
        }

        boolean counts() {
            return item.isPresent() && !optional && !NO_ENTITIES.contains(type);
        }
    }

    /** @param span the part of it that was read for the gold */
    private record Text(Fields line, String id, String text, Offsets span, Map<Offsets, Wanted> mentions) {
        static Text of(Fields line) {
            String text = line.text("text");
            Offsets span = span(line).orElse(new Offsets(0, text.length()));
            Map<Offsets, Wanted> mentions = new HashMap<>();
            for (Fields mention : line.list("mentions")) {
                Offsets offsets = new Offsets(mention.offset("start"), mention.offset("end"));
                Wanted wanted = Wanted.of(mention);
                if (offsets.within(span)) {
                    mentions.put(offsets, wanted);
                }
            }
            return new Text(line, line.id(), text, span, mentions);
        }

        private static Optional<Offsets> span(Fields line) {
            List<Integer> ends = line.optionalOffsets("span");
            if (ends.isEmpty()) {
                return Optional.empty();
            }
            if (ends.size() != 2) {
                throw line.fault("\"span\" is not a begin and an end");
            }
            return Optional.of(new Offsets(ends.get(0), ends.get(1)));
        }

        String around(Offsets offsets) {
            int begin = Math.min(text.length(), Math.max(0, offsets.begin - 60));
            int end = Math.max(begin, Math.min(text.length(), offsets.end + 60));
            return text.substring(begin, end).replace('\n', ' ');
        }
    }

    private final List<Text> texts;

    LinkScorer(List<Fields> gold) {
        texts = gold.stream().map(Text::of).toList();
    }

    @Override
    public ObjectNode score(Predictions predictions, Misses misses) {
        Count count = new Count(misses);
        for (Text text : texts) {
            count.gold +=
                    (int) text.mentions.values().stream().filter(Wanted::counts).count();
            for (Fields entity : predictions.of(text.id).optionalList("entities")) {
                for (Fields mention : entity.optionalList("mentions")) {
                    count.add(text, entity, new Offsets(mention.offset("begin"), mention.offset("end")));
                }
            }
        }
        return count.json();
    }

    private static final class Count {
        private final Misses misses;
        private int gold;
        private int said;
        private int right;
        private int detected;
        private int onSpan;

        Count(Misses misses) {
            this.misses = misses;
        }

        void add(Text text, Fields entity, Offsets offsets) {
            @Nullable Wanted wanted = text.mentions.get(offsets);
            if (!offsets.within(text.span) || (wanted != null && wanted.optional)) {
                return;
            }
            Optional<String> item =
                    Optional.ofNullable(wanted).filter(Wanted::counts).flatMap(Wanted::item);
            detected += item.isPresent() ? 1 : 0;
            Optional<String> link = entity.optionalText("wikidata");
            if (link.isEmpty()) {
                return;
            }
            said++;
            onSpan += item.isPresent() ? 1 : 0;
            right += link.equals(item) ? 1 : 0;
            if (!link.equals(item)) {
                misses.add(
                        text.line,
                        () -> "%s%n  gold  %s%n  said  %s %s"
                                .formatted(
                                        text.around(offsets),
                                        item.orElse("no link"),
                                        link.get(),
                                        entity.optionalText("name").orElse("")));
            }
        }

        ObjectNode json() {
            ObjectNode figures = JsonNodeFactory.instance.objectNode();
            figures.set("links", Rates.of(right, said, gold).json());
            return figures.put("precision_on_gold_spans", Rates.rounded(Rates.share(right, onSpan)))
                    .put("links_outside_gold_spans", said - onSpan)
                    .put("mentions_detected", Rates.rounded(Rates.share(detected, gold)))
                    .put("gold", gold);
        }
    }
}
