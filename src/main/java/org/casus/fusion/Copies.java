package org.casus.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Which of the articles behind one event's reports are nearly the same text: a copy is no source of its own. */
final class Copies {
    private static final int MARKS = 8;
    private static final String LAST = "\uffff";
    /** The same for every event, or two articles of one day could be copies of each other. */
    private static final Comparator<Dispatch> FIRST = Comparator.comparing((Dispatch dispatch) ->
                    dispatch.published() == null ? LAST : dispatch.published().getLiteralLexicalForm())
            .thenComparing(dispatch -> dispatch.article().getURI());

    /** Each article's report to that article of nearly the same text which was published first; copies alone. */
    private final Map<Node, Dispatch> originals = new HashMap<>();

    private final List<Report> reports;

    /** @param reports of one event */
    Copies(List<Report> reports) {
        this.reports = reports;
        Map<Node, Dispatch> dispatches = new HashMap<>();
        reports.forEach(report -> dispatches.put(report.dispatch().article(), report.dispatch()));
        Map<Integer, List<Dispatch>> byMark = new HashMap<>();
        dispatches.values().stream().sorted(FIRST).forEach(dispatch -> place(dispatch, byMark));
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
