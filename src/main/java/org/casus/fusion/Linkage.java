package org.casus.fusion;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts linked reports by average linkage: the two groups that are most alike become one, as long as they are alike.
 */
final class Linkage {
    /** Groups are joined while their reports are this alike on average. */
    private static final double ALIKE = 0.65;

    private final List<Integer> reports;
    private final Pair likeness;

    /** Tells how alike two reports are. */
    interface Pair {
        double likeness(int one, int other);
    }

    Linkage(List<Integer> reports, Pair likeness) {
        this.reports = reports;
        this.likeness = likeness;
    }

    List<List<Integer>> groups() {
        return reports.size() == 1 ? List.of(reports) : new Joining().groups();
    }

    private double[][] likenesses() {
        double[][] sums = new double[reports.size()][reports.size()];
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size(); j++) {
                sums[i][j] = likeness.likeness(reports.get(i), reports.get(j));
                sums[j][i] = sums[i][j];
            }
        }
        return sums;
    }

    /** For each group the later one that is most like it is kept in mind, so that the work grows with the square. */
    private final class Joining {
        private final int size = reports.size();
        private final double[][] sums = likenesses();
        private final List<List<Integer>> groups = new ArrayList<>();
        private final boolean[] gone = new boolean[size];
        private final int[] nearest = new int[size];
        private final double[] likeness = new double[size];

        List<List<Integer>> groups() {
            for (int i = 0; i < size; i++) {
                groups.add(new ArrayList<>(List.of(i)));
            }
            for (int i = 0; i < size; i++) {
                findNearest(i);
            }
            while (joinBest()) {}
            return groups.stream()
                    .filter(group -> !gone[group.get(0)])
                    .map(group -> group.stream().sorted().map(reports::get).toList())
                    .toList();
        }

        private void findNearest(int group) {
            nearest[group] = -1;
            likeness[group] = ALIKE;
            for (int other = group + 1; other < size; other++) {
                if (!gone[other] && average(group, other) > likeness[group]) {
                    nearest[group] = other;
                    likeness[group] = average(group, other);
                }
            }
        }

        private double average(int one, int other) {
            return sums[one][other]
                    / (groups.get(one).size() * groups.get(other).size());
        }

        /** Joins the two groups most alike into the first of them; false where none are alike enough. */
        private boolean joinBest() {
            int one = -1;
            for (int i = 0; i < size; i++) {
                if (!gone[i] && nearest[i] >= 0 && (one < 0 || likeness[i] > likeness[one])) {
                    one = i;
                }
            }
            if (one < 0) {
                return false;
            }
            join(one, nearest[one]);
            return true;
        }

        private void join(int one, int other) {
            groups.get(one).addAll(groups.get(other));
            gone[other] = true;
            for (int k = 0; k < size; k++) {
                sums[one][k] += sums[other][k];
                sums[k][one] = sums[one][k];
            }
            for (int k = 0; k < other; k++) {
                if (gone[k]) {
                    continue;
                }
                if (k == one || nearest[k] == one || nearest[k] == other) {
                    findNearest(k);
                } else if (k < one && isNearer(k, one)) {
                    nearest[k] = one;
                    likeness[k] = average(k, one);
                }
            }
        }

        /** Of two equally near the earlier counts. */
        private boolean isNearer(int group, int other) {
            double average = average(group, other);
            return average > likeness[group] || (average == likeness[group] && nearest[group] > other);
        }
    }
}
