package org.casus.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Which of the articles behind one event's reports are nearly the same text: a copy is no source of its own. */
final class Copies {
    private static final int MARKS = 8;

    /** Each article's report to that article of nearly the same text which was published first; copies alone. */
    private final Map<Node, Dispatch> originals = new HashMap<>();

    private final List<Report> reports;

    /** @param reports of one event, those published first first */
    Copies(List<Report> reports) {
        this.reports = reports;
        Map<Integer, List<Dispatch>> byMark = new HashMap<>();
        Set<Node> seen = new LinkedHashSet<>();
        for (Report report : reports) {
            Dispatch dispatch = report.dispatch();
            if (seen.add(dispatch.article())) {
                place(dispatch, byMark);
            }
        }
    }

    private void place(Dispatch dispatch, Map<Integer, List<Dispatch>> byMark) {
        int[] marks = dispatch.sketch().marks(MARKS).toArray();
        for (int mark : marks) {
            for (Dispatch earlier : byMark.getOrDefault(mark, List.of())) {
                if (dispatch.sketch().isCopyOf(earlier.sketch())) {
                    originals.put(dispatch.article(), earlier);
                    return;
                }
            }
        }
        for (int mark : marks) {
            byMark.computeIfAbsent(mark, same -> new ArrayList<>()).add(dispatch);
        }
    }

    /** Who stands behind a report: the agency that it names, else the publisher of the original. */
    Node origin(Report report) {
        Dispatch original = originals.get(report.dispatch().article());
        boolean byPublisher = report.origin().equals(report.dispatch().origin());
        return original == null || !byPublisher ? report.origin() : original.origin();
    }

    /** The report of the same event that stands in the original. */
    Optional<Report> original(Report copy) {
        Dispatch original = originals.get(copy.dispatch().article());
        return original == null
                ? Optional.empty()
                : reports.stream()
                        .filter(report -> report.dispatch().article().equals(original.article()))
                        .min(Comparator.comparing(
                                        (Report report) -> !report.lemma().equals(copy.lemma()))
                                .thenComparing(report -> report.iri().getURI()));
    }
}
