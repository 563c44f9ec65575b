package org.casus.fusion;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts linked reports by average linkage: the two groups that are most alike become one, as long as they are alike.
 */
final class Linkage {
    /** Groups are joined while their reports are this alike on average. */
    private static final double ALIKE = 0.65;
    /** A larger heap of reports is parted at a higher likeness first, as the work grows with its square. */
    private static final int MOST = 400;

    private static final double STEP = 0.2;

    private final List<Report> reports;
    private final Likeness likeness;
    private final double linkedAt;

    Linkage(List<Report> reports, Likeness likeness) {
        this(reports, likeness, Likeness.ENOUGH);
    }

    private Linkage(List<Report> reports, Likeness likeness, double linkedAt) {
        this.reports = reports;
        this.likeness = likeness;
        this.linkedAt = linkedAt;
    }

    List<List<Report>> groups() {
        if (reports.size() == 1) {
            return List.of(reports);
        }
        return reports.size() > MOST ? parted() : joined();
    }

    private List<List<Report>> parted() {
        double higher = linkedAt + STEP;
        Links links = new Links(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size(); j++) {
                if (!links.areLinked(i, j) && likeness.of(reports.get(i), reports.get(j)) >= higher) {
                    links.link(i, j);
                }
            }
        }
        List<List<Report>> groups = new ArrayList<>();
        for (List<Integer> part : links.sets()) {
            List<Report> some = part.stream().map(reports::get).toList();
            groups.addAll(higher > Likeness.MOST ? List.of(some) : new Linkage(some, likeness, higher).groups());
        }
        return groups;
    }

    private List<List<Report>> joined() {
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
                sums[i][j] = likeness.of(reports.get(i), reports.get(j));
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
