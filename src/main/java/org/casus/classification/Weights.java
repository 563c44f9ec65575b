package org.casus.classification;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What training leaves: a row of weights for each label, and the temperature that its scores are divided by (Guo et al.
 * 2017, "On Calibration of Modern Neural Networks").
 */
record Weights(List<String> labels, List<float[]> rows, double temperature) {
    private static final int FORM = 0xCA505E01;

    Judgement judge(float[] vector) {
        double[] scores = SoftmaxRegression.scores(rows, vector);
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= temperature;
        }
        double[] p = SoftmaxRegression.softmax(scores);
        Map<String, Double> byLabel = new HashMap<>();
        for (int i = 0; i < p.length; i++) {
            byLabel.put(labels.get(i), p[i]);
        }
        return new Judgement(byLabel);
    }

    Weights at(double other) {
        return new Weights(labels, rows, other);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(FORM);
        out.writeDouble(temperature);
        out.writeInt(labels.size());
        out.writeInt(rows.get(0).length);
        for (int label = 0; label < labels.size(); label++) {
            out.writeUTF(labels.get(label));
            for (float weight : rows.get(label)) {
                out.writeFloat(weight);
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException also where it is something else, or less
     */
    static Weights read(DataInputStream in) throws IOException {
        try {
            return readAll(in);
        } catch (EOFException e) {
            throw new IOException("not the weights of a classifier, or not all of them", e);
        }
    }

    private static Weights readAll(DataInputStream in) throws IOException {
        if (in.readInt() != FORM) {
            throw new IOException("not the weights of a classifier");
        }
        double temperature = in.readDouble();
        int count = in.readInt();
        int width = in.readInt();
        List<String> labels = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        for (int label = 0; label < count; label++) {
            labels.add(in.readUTF());
            float[] row = new float[width];
            for (int i = 0; i < width; i++) {
                row[i] = in.readFloat();
            }
            rows.add(row);
        }
        return new Weights(labels, rows, temperature);
    }
}
