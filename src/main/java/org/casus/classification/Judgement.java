package org.casus.classification;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How probable each reading of a trigger is.
 *
 * @param labels a type or {@code TYPE.mode} -> its probability; they sum to one
 */
public record Judgement(Map<String, Double> labels) {
    /** The type of what is no event. */
    public static final String NONE = TrainingSentence.NONE;

    /** Type -> its probability, its modes taken together. */
    public Map<String, Double> types() {
        Map<String, Double> types = new HashMap<>();
        labels.forEach((label, p) -> types.merge(type(label), p, Double::sum));
        return types;
    }

    /** The likeliest mode of a type; empty where the type alone is likelier. */
    public Optional<String> mode(String type) {
        return labels.entrySet().stream()
                .filter(entry -> type(entry.getKey()).equals(type))
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .filter(label -> !label.equals(type))
                .map(label -> label.substring(type.length() + 1));
    }

    static String type(String label) {
        int dot = label.indexOf('.');
        return dot < 0 ? label : label.substring(0, dot);
    }
}
