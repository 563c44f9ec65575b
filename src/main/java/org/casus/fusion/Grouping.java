package org.casus.fusion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Reports to groups, each of which tells of one event. Reports that share a block are compared; those that are linked
 * by likeness, over whatever steps, are parted again by average linkage, so that no chain of half-alike reports ends in
 * one event. The groups follow from the set of reports, whatever their order; the work grows with their number.
 */
final class Grouping {
    private final Likeness likeness = new Likeness();
    private final Blocks blocks = new Blocks();

    List<List<Report>> group(Collection<Report> unsorted) {
        List<Report> reports = unsorted.stream()
                .sorted(Comparator.comparing(report -> report.iri().getURI()))
                .toList();
        List<List<Report>> groups = new ArrayList<>();
        for (List<Report> linked : linked(reports)) {
            groups.addAll(new Linkage(linked, likeness).groups());
        }
        return groups;
    }

    /** Reports between which there is a way over pairs that are alike enough. */
    private List<List<Report>> linked(List<Report> reports) {
        Links links = new Links(reports.size());
        blocks.forEachPair(reports, (one, other) -> {
            if (!links.areLinked(one, other) && likeness.of(reports.get(one), reports.get(other)) >= Likeness.ENOUGH) {
                links.link(one, other);
            }
        });
        return links.sets().stream()
                .map(set -> set.stream().map(reports::get).toList())
                .toList();
    }
}
