package org.casus.annotation;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The network of Chen and Manning (2014), "A Fast and Accurate Dependency Parser using Neural Networks": symbols ->
 * scores of transitions, through one hidden layer whose units are cubed. What a symbol gives to the hidden layer
 * depends on it and its position alone (their section 3.2 works it out beforehand): it is worked out when it is first
 * asked for, and kept until another needs its slot. It is counted from what an absent symbol gives there, as most are
 * absent.
 */
final class ParserNetwork {
    /** A power of two; each slot takes 4 KB once it is used. */
    private static final int SLOTS = 1 << 16;

    private final ParserModel model;
    private final int[] absent;
    private final int transitions;
    private final float[] base;
    private final float[] nothing;
    private final AtomicReferenceArray<Contribution> known = new AtomicReferenceArray<>(SLOTS);

    /** @param absent by position, the symbol of what is not there */
    ParserNetwork(ParserModel model, int[] absent) {
        this.model = model;
        this.absent = absent.clone();
        transitions = model.output(0).length;
        base = model.bias().clone();
        nothing = new float[base.length];
        for (int position = 0; position < absent.length; position++) {
            addWeighted(base, position, model.vector(absent[position]));
        }
    }

    /** Scores of all transitions; a higher one is better. */
    float[] scores(int[] symbols) {
        float[] hidden = hidden(symbols);
        float[] scores = new float[transitions];
        for (int i = 0; i < hidden.length; i += 4) {
            addScaled(
                    scores,
                    cube(hidden[i]),
                    model.output(i),
                    cube(hidden[i + 1]),
                    model.output(i + 1),
                    cube(hidden[i + 2]),
                    model.output(i + 2),
                    cube(hidden[i + 3]),
                    model.output(i + 3));
        }
        return scores;
    }

    private float[] hidden(int[] symbols) {
        float[][] parts = new float[symbols.length + 3][];
        Arrays.fill(parts, nothing);
        int count = 0;
        for (int position = 0; position < symbols.length; position++) {
            if (symbols[position] != absent[position]) {
                parts[count] = contribution(position, symbols[position]);
                count++;
            }
        }
        float[] hidden = base.clone();
        for (int i = 0; i < count; i += 4) {
            add(hidden, parts[i], parts[i + 1], parts[i + 2], parts[i + 3]);
        }
        return hidden;
    }

    private float[] contribution(int position, int symbol) {
        int key = symbol * absent.length + position;
        // Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): neighbours land far from each other.
        int slot = (key * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(SLOTS - 1);
        Contribution kept = known.get(slot);
        if (kept == null || kept.key != key) {
            kept = new Contribution(key, workOut(position, symbol));
            known.set(slot, kept);
        }
        return kept.values;
    }

    private float[] workOut(int position, int symbol) {
        float[] vector = model.vector(symbol).clone();
        float[] without = model.vector(absent[position]);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= without[i];
        }
        float[] sum = new float[base.length];
        addWeighted(sum, position, vector);
        return sum;
    }

    private void addWeighted(float[] sum, int position, float[] vector) {
        int first = position * vector.length;
        for (int i = 0; i < vector.length; i++) {
            addScaled(sum, vector[i], model.input(first + i));
        }
    }

    // The three loops below are kept this plain so that the compiler makes vector instructions of them.

    private static void add(float[] sum, float[] a, float[] b, float[] c, float[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (a[i] + b[i]) + (c[i] + d[i]);
        }
    }

    private static void addScaled(float[] sum, float factor, float[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * row[i];
        }
    }

    private static void addScaled(
            float[] sum, float f, float[] a, float g, float[] b, float h, float[] c, float k, float[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (f * a[i] + g * b[i]) + (h * c[i] + k * d[i]);
        }
    }

    private static float cube(float x) {
        return x * x * x;
    }

    /** What one symbol in one position gives to the hidden layer. */
    private static final class Contribution {
        private final int key;
        private final float[] values;

        Contribution(int key, float[] values) {
            this.key = key;
            this.values = values;
        }
    }
}
