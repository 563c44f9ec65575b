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
        if (reports.size() == 1) {
            return List.of(reports);
        }
        double[][] sums = likenesses();
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            groups.add(new ArrayList<>(List.of(i)));
        }
        boolean[] gone = new boolean[reports.size()];
        while (joinBest(sums, groups, gone)) {}
        return groups.stream()
                .filter(group -> !gone[group.get(0)])
                .map(group -> group.stream().sorted().map(reports::get).toList())
                .toList();
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

    /** Joins the two groups most alike into the first of them; false where none are alike enough. */
    private static boolean joinBest(double[][] sums, List<List<Integer>> groups, boolean[] gone) {
        double best = ALIKE;
        int one = -1;
        int other = -1;
        for (int i = 0; i < gone.length; i++) {
            for (int j = i + 1; j < gone.length && !gone[i]; j++) {
                double average =
                        sums[i][j] / (groups.get(i).size() * groups.get(j).size());
                if (!gone[j] && average > best) {
                    best = average;
                    one = i;
                    other = j;
                }
            }
        }
        if (one < 0) {
            return false;
        }
        groups.get(one).addAll(groups.get(other));
        gone[other] = true;
        for (int k = 0; k < gone.length; k++) {
            sums[one][k] += sums[other][k];
            sums[k][one] = sums[one][k];
        }
        return true;
    }
}
