package org.casus.fusion;

import com.google.common.hash.Hashing;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of an article as a vector of length one: two articles of one story share rare words.
 *
 * @param stems hashes, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and a quarter of the room of lists
record Story(int[] stems, float[] weights) implements Serializable {
    static Story of(Stream<String> sentences, Words words) {
        Map<String, Long> counts =
                sentences.flatMap(Words::stems).collect(Collectors.groupingBy(stem -> stem, Collectors.counting()));
        Map<Integer, Double> vector = new TreeMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> vector.merge(
                        hash(entry.getKey()),
                        (1 + Math.log(entry.getValue())) * words.weight(entry.getKey()),
                        Double::sum));
        double length = Math.sqrt(
                vector.values().stream().mapToDouble(weight -> weight * weight).sum());
        int[] stems = new int[vector.size()];
        float[] weights = new float[vector.size()];
        int i = 0;
        for (Map.Entry<Integer, Double> entry : vector.entrySet()) {
            stems[i] = entry.getKey();
            weights[i++] = (float) (entry.getValue() / length);
        }
        return new Story(stems, weights);
    }

    /** The cosine of both vectors, from 0 to 1. */
    double likeness(Story other) {
        double sum = 0;
        int j = 0;
        for (int i = 0; i < stems.length; i++) {
            while (j < other.stems.length && other.stems[j] < stems[i]) {
                j++;
            }
            if (j < other.stems.length && other.stems[j] == stems[i]) {
                sum += weights[i] * other.weights[j];
            }
        }
        return sum;
    }

    /** The stems that weigh most. */
    Stream<Integer> mostTelling(int number) {
        return IntStream.range(0, stems.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -weights[i]).thenComparing(i -> stems[i]))
                .limit(number)
                .map(i -> stems[i]);
    }

    private static int hash(String stem) {
        return Hashing.farmHashFingerprint64()
                .hashString(stem, StandardCharsets.UTF_8)
                .asInt();
    }
}
