package org.casus.fusion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.casus.graph.Vocabulary;

/**
 * An event by which a land changed hands.
 *
 * @param days when it happened
 * @param gains that somebody has held it since, by side
 * @param losses the sides that are told to have lost it
 */
record Turn(Node event, Holding.Bounds days, Map<String, Holding> gains, Set<String> losses) {
    /** Of the reports of one event each may name the winner otherwise: the first by its IRI speaks for its side. */
    static Optional<Turn> of(Node event, Collection<Holding> holdings, Graph events) {
        Map<String, Holding> gains = new TreeMap<>();
        Set<String> losses = new HashSet<>();
        List<Holding.Bounds> told = new ArrayList<>();
        told.add(Holding.bounds(events, event, Vocabulary.FIRST_DAY, Vocabulary.LAST_DAY));
        holdings.stream().sorted(Holding.BY_IRI).forEach(holding -> {
            if (event.equals(holding.begunBy())) {
                gains.putIfAbsent(holding.side(), holding);
                told.add(holding.from());
                Optional.ofNullable(holding.formerSide()).ifPresent(losses::add);
            }
            if (event.equals(holding.endedBy())) {
                losses.add(holding.side());
                told.add(holding.until());
            }
        });
        losses.removeAll(gains.keySet());
        return told.stream()
                .filter(Holding.Bounds::isKnown)
                .findFirst()
                .map(days -> new Turn(event, days, gains, losses));
    }

    static Comparator<Turn> inTime() {
        return Comparator.comparing((Turn turn) -> String.valueOf(turn.days.last()))
                .thenComparing(turn -> turn.event.getURI());
    }

    /** Whether a side that held the land before holds it no more. */
    boolean ends(String side) {
        return losses.contains(side) || (!gains.isEmpty() && !gains.containsKey(side));
    }
}
