package org.casus.fusion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Reports to groups, each of which tells of one event. Cautious: reports are joined where type, both parties, factual
 * status and day are the same and neither manner, place nor the act spoken of differs. A group follows from the set of
 * reports alone, whatever their order; the work grows with their number.
 */
final class Grouping {
    /** Something that one report may tell and another leave out. */
    private interface Detail {
        @Nullable
        Node of(Report report);
    }

    private static final List<Detail> DETAILS = List.of(
            report -> report.value(Vocabulary.MODE), report -> report.value(Vocabulary.PLACE), Report::spokenOfType);

    private Grouping() {}

    static List<List<Report>> group(Collection<Report> reports) {
        Map<Report.Key, List<Report>> blocks = new HashMap<>();
        List<List<Report>> groups = new ArrayList<>();
        for (Report report : reports) {
            Optional<Report.Key> key = report.key();
            if (key.isPresent()) {
                blocks.computeIfAbsent(key.get(), k -> new ArrayList<>()).add(report);
            } else {
                groups.add(List.of(report));
            }
        }
        for (List<Report> block : blocks.values()) {
            List<List<Report>> parts = List.of(block);
            for (Detail detail : DETAILS) {
                parts = parts.stream()
                        .flatMap(part -> split(part, detail).stream())
                        .toList();
            }
            groups.addAll(parts);
        }
        return groups;
    }

    /** Reports without the detail go with the others where those agree; else they stay among themselves. */
    private static List<List<Report>> split(List<Report> block, Detail detail) {
        Map<Node, List<Report>> byDetail = new HashMap<>();
        List<Report> without = new ArrayList<>();
        for (Report report : block) {
            Node value = detail.of(report);
            (value == null ? without : byDetail.computeIfAbsent(value, v -> new ArrayList<>())).add(report);
        }
        if (byDetail.size() <= 1) {
            return List.of(block);
        }
        List<List<Report>> parts = new ArrayList<>(byDetail.values());
        if (!without.isEmpty()) {
            parts.add(without);
        }
        return parts;
    }
}
