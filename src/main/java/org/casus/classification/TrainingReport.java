package org.casus.classification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often the classifier is right on lemmas that it was not trained on.
 *
 * @param answers for every sentence, each by a classifier that has not seen its lemma
 * @param temperature that makes its probabilities true
 */
public record TrainingReport(List<Answer> answers, double temperature) {
    private static final int BINS = 10;

    /** One sentence of the test: its type, the one given, and how probable that was said to be. */
    public record Answer(String type, String given, double probability) {
        boolean right() {
            return type.equals(given);
        }
    }

    /** Of one type: how many there are, how many were said to be, and how many of these are. */
    public record Row(int wanted, int given, int right) {
        static Row ofType(Answer answer) {
            return new Row(1, 0, answer.right() ? 1 : 0);
        }

        static Row ofAnswer() {
            return new Row(0, 1, 0);
        }

        Row plus(Row other) {
            return new Row(wanted + other.wanted, given + other.given, right + other.right);
        }

        public double recall() {
            return wanted == 0 ? 0 : (double) right / wanted;
        }

        public double precision() {
            return given == 0 ? 0 : (double) right / given;
        }
    }

    /** By type. */
    public Map<String, Row> rows() {
        Map<String, Row> rows = new TreeMap<>();
        for (Answer answer : answers) {
            rows.merge(answer.type(), Row.ofType(answer), Row::plus);
            rows.merge(answer.given(), Row.ofAnswer(), Row::plus);
        }
        return rows;
    }

    public double accuracy() {
        return (double) answers.stream().filter(Answer::right).count() / answers.size();
    }

    /** Expected calibration error: the mean gap between what is said to be probable and what is right, in ten bins. */
    public double calibrationError() {
        double[] gap = new double[BINS];
        for (Answer answer : answers) {
            gap[Math.min(BINS - 1, (int) (answer.probability() * BINS))] +=
                    answer.probability() - (answer.right() ? 1 : 0);
        }
        double sum = 0;
        for (double bin : gap) {
            sum += Math.abs(bin);
        }
        return sum / answers.size();
    }
}
