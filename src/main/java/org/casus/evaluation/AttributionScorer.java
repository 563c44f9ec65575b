package org.casus.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who said it: a speaker is found where a sentence that holds the content or the cue names it. Any speaker is right for
 * a pronoun.
 */
final class AttributionScorer implements Scorer {
    private static final ImmutableSet<String> PRONOUNS =
            ImmutableSet.of("he", "she", "they", "it", "we", "i", "who", "his", "her", "their", "him", "them");

    private record Offsets(int begin, int end) {
        boolean touches(Offsets other) {
            return begin < other.end && other.begin < end;
        }
    }

    private record Speaker(Offsets sentence, String text) {}

    private record Wanted(String source, Offsets content, Offsets cue, String words) {
        static Wanted of(Fields attribution) {
            Fields content = attribution.object("content");
            Fields source = attribution.object("source");
            String text = source.text("text");
            return new Wanted(
                    text.toLowerCase(Locale.ROOT),
                    offsets(content),
                    offsets(attribution.optionalObject("cue").orElse(source)),
                    text + ": " + content.optionalText("text").orElse(""));
        }

        private static Offsets offsets(Fields part) {
            return new Offsets(part.offset("start"), part.offset("end"));
        }

        boolean is(Speaker speaker) {
            return (content.touches(speaker.sentence) || cue.touches(speaker.sentence))
                    && (isPronoun() || Words.shared(source, speaker.text));
        }

        private boolean isPronoun() {
            return Splitter.on(CharMatcher.whitespace()).splitToStream(source).anyMatch(PRONOUNS::contains);
        }
    }

    private record Text(Fields line, String id, List<Wanted> attributions) {
        static Text of(Fields line) {
            return new Text(
                    line,
                    line.id(),
                    line.list("attributions").stream().map(Wanted::of).toList());
        }
    }

    private final List<Text> texts;

    AttributionScorer(List<Fields> gold) {
        texts = gold.stream().map(Text::of).toList();
    }

    @Override
    public ObjectNode score(Predictions predictions, Misses misses) {
        int gold = 0;
        int found = 0;
        int said = 0;
        int right = 0;
        for (Text text : texts) {
            Set<Speaker> speakers = speakers(predictions.of(text.id));
            Set<Speaker> wantedOnes = new HashSet<>();
            for (Wanted wanted : text.attributions) {
                List<Speaker> hits = speakers.stream().filter(wanted::is).toList();
                wantedOnes.addAll(hits);
                gold++;
                if (hits.isEmpty()) {
                    misses.add(text.line, wanted::words);
                } else {
                    found++;
                }
            }
            said += speakers.size();
            right += wantedOnes.size();
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.set("speaker", new Rates(Rates.share(right, said), Rates.share(found, gold)).json());
        return figures.put("gold", gold).put("predicted", said);
    }

    /** Each once for a sentence. */
    private static Set<Speaker> speakers(Fields article) {
        Set<Speaker> speakers = new LinkedHashSet<>();
        Streams.concat(article.optionalList("statements").stream(), article.optionalList("events").stream())
                .forEach(told -> told.optionalList("attribution").stream()
                        .filter(voice ->
                                voice.optionalText("role").orElse("speaker").equals("speaker"))
                        .forEach(voice -> speakers.add(speaker(told.object("sentence"), voice))));
        return speakers;
    }

    private static Speaker speaker(Fields sentence, Fields voice) {
        return new Speaker(
                new Offsets(sentence.offset("begin"), sentence.offset("end")),
                voice.optionalText("text").orElse("").toLowerCase(Locale.ROOT));
    }
}
