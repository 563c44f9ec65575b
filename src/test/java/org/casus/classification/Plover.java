package org.casus.classification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types and modes of PLOVER, as its manual has them. */
final class Plover {
    static final Map<String, List<String>> MODES = Map.ofEntries(
            Map.entry("AGREE", List.of()),
            Map.entry("CONSULT", List.of("visit", "third-party", "multilateral", "phone")),
            Map.entry("SUPPORT", List.of()),
            Map.entry("CONCEDE", List.of()),
            Map.entry("COOPERATE", List.of()),
            Map.entry("AID", List.of()),
            Map.entry("RETREAT", List.of("withdraw", "release", "disarm", "ceasefire", "access", "resign")),
            Map.entry("REQUEST", List.of("assist", "change", "yield", "meet")),
            Map.entry("ACCUSE", List.of("disapprove", "investigate", "allege")),
            Map.entry("REJECT", List.of("assist", "change", "yield", "meet")),
            Map.entry("THREATEN", List.of("restrict", "arrest", "relations", "expel", "territory", "violence")),
            Map.entry("PROTEST", List.of("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize")),
            Map.entry("SANCTION", List.of("convict", "expel", "withdraw", "discontinue")),
            Map.entry("MOBILIZE", List.of("troops", "weapons", "police", "militia")),
            Map.entry(
                    "COERCE",
                    List.of(
                            "seize",
                            "restrict",
                            "censor",
                            "curfew",
                            "martial-law",
                            "arrest",
                            "deport",
                            "withhold",
                            "misinformation",
                            "cyber")),
            Map.entry(
                    "ASSAULT",
                    List.of(
                            "abduct",
                            "beat",
                            "torture",
                            "sexual",
                            "targeted",
                            "destroy",
                            "primitive",
                            "firearms",
                            "explosives",
                            "suicide-attack",
                            "aerial",
                            "drone",
                            "heavy-weapons",
                            "crowd-control",
                            "unconventional")));

    private Plover() {}

    /** Every mode with its type, every type without modes, and NONE. */
    static Set<String> labels() {
        return MODES.entrySet().stream()
                .flatMap(type -> type.getValue().isEmpty()
                        ? Stream.of(type.getKey())
                        : type.getValue().stream().map(mode -> type.getKey() + "." + mode))
                .collect(Collectors.collectingAndThen(Collectors.toSet(), labels -> {
                    labels.add(TrainingSentence.NONE);
                    return labels;
                }));
    }

    /** The same, and types whose mode is not said. */
    static Set<String> labelsAndTypes() {
        return Stream.concat(labels().stream(), MODES.keySet().stream()).collect(Collectors.toSet());
    }
}
