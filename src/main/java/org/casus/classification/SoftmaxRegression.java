package org.casus.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression, trained with Adam (Kingma and Ba 2015) on small batches and an L2 penalty. The same
 * examples in the same order give the same weights, to the bit.
 */
final class SoftmaxRegression {
    private static final int EPOCHS = 20;
    private static final int BATCH = 64;
    private static final double RATE = 0.01;
    private static final double PENALTY = 5e-4;
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double TINY = 1e-8;

    /** The length that centred vectors get on average; it sets how strong the penalty is. */
    private static final double LENGTH = 4;

    private SoftmaxRegression() {}

    /**
     * Weights of labels, a row each: one for every component of a vector, and the bias last.
     *
     * @param wanted index of the label of each vector
     */
    static List<float[]> train(List<float[]> vectors, List<Integer> wanted, int labels) {
        int width = vectors.get(0).length;
        double[] mean = mean(vectors, width);
        double scale = LENGTH / spread(vectors, mean);
        double[][] weights = new double[labels][width + 1];
        double[][] first = new double[labels][width + 1];
        double[][] second = new double[labels][width + 1];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            order.add(i);
        }
        Random random = new Random(7);
        int steps = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            double rate = RATE * (1 - (double) epoch / EPOCHS);
            for (int from = 0; from < order.size(); from += BATCH) {
                List<Integer> batch = order.subList(from, Math.min(order.size(), from + BATCH));
                double[][] gradient = new double[labels][width + 1];
                for (int i : batch) {
                    double[] x = centred(vectors.get(i), mean, scale);
                    add(gradient, weights, x, wanted.get(i), batch.size());
                }
                steps++;
                step(weights, first, second, gradient, rate, steps);
            }
        }
        return unscaled(weights, mean, scale);
    }

    private static double[] mean(List<float[]> vectors, int width) {
        double[] mean = new double[width];
        for (float[] vector : vectors) {
            for (int i = 0; i < width; i++) {
                mean[i] += vector[i] / (double) vectors.size();
            }
        }
        return mean;
    }

    /** Root of the mean square distance from the mean. */
    private static double spread(List<float[]> vectors, double[] mean) {
        double sum = 0;
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                double distance = vector[i] - mean[i];
                sum += distance * distance;
            }
        }
        // Where all vectors are the same there is nothing to scale.
        return sum == 0 ? 1 : Math.sqrt(sum / vectors.size());
    }

    /** With the one that the bias is multiplied by. */
    private static double[] centred(float[] vector, double[] mean, double scale) {
        double[] x = new double[vector.length + 1];
        for (int i = 0; i < vector.length; i++) {
            x[i] = (vector[i] - mean[i]) * scale;
        }
        x[vector.length] = 1;
        return x;
    }

    private static void add(double[][] gradient, double[][] weights, double[] x, int wanted, int batch) {
        double[] p = probabilities(weights, x);
        p[wanted] -= 1;
        for (int label = 0; label < weights.length; label++) {
            double error = p[label] / batch;
            double[] row = gradient[label];
            for (int i = 0; i < x.length; i++) {
                row[i] += error * x[i];
            }
        }
    }

    private static double[] probabilities(double[][] weights, double[] x) {
        double[] scores = new double[weights.length];
        for (int label = 0; label < weights.length; label++) {
            double[] row = weights[label];
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += row[i] * x[i];
            }
            scores[label] = sum;
        }
        return softmax(scores);
    }

    private static void step(
            double[][] weights, double[][] first, double[][] second, double[][] gradient, double rate, int steps) {
        double firstBias = 1 - StrictMath.pow(FIRST_DECAY, steps);
        double secondBias = 1 - StrictMath.pow(SECOND_DECAY, steps);
        for (int label = 0; label < weights.length; label++) {
            for (int i = 0; i < weights[label].length; i++) {
                double slope = gradient[label][i] + PENALTY * weights[label][i];
                first[label][i] = FIRST_DECAY * first[label][i] + (1 - FIRST_DECAY) * slope;
                second[label][i] = SECOND_DECAY * second[label][i] + (1 - SECOND_DECAY) * slope * slope;
                weights[label][i] -=
                        rate * (first[label][i] / firstBias) / (Math.sqrt(second[label][i] / secondBias) + TINY);
            }
        }
    }

    /** Weights for vectors as they come, with the mean and the scale put into them. */
    private static List<float[]> unscaled(double[][] weights, double[] mean, double scale) {
        int width = mean.length;
        List<float[]> rows = new ArrayList<>();
        for (double[] row : weights) {
            float[] plain = new float[width + 1];
            double bias = row[width];
            for (int i = 0; i < width; i++) {
                plain[i] = (float) (row[i] * scale);
                bias -= row[i] * scale * mean[i];
            }
            plain[width] = (float) bias;
            rows.add(plain);
        }
        return rows;
    }

    /** One score for each label: what {@link #softmax} makes probabilities of. */
    static double[] scores(List<float[]> rows, float[] vector) {
        double[] scores = new double[rows.size()];
        for (int label = 0; label < scores.length; label++) {
            float[] row = rows.get(label);
            double sum = row[vector.length];
            for (int i = 0; i < vector.length; i++) {
                sum += (double) row[i] * vector[i];
            }
            scores[label] = sum;
        }
        return scores;
    }

    static double[] softmax(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double[] p = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            p[i] = StrictMath.exp(scores[i] - most);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }
}
