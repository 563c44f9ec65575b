package org.casus.fusion;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.casus.graph.Vocabulary;

/**
 * What has to be looked at again after some reports have come, changed or gone.
 *
 * @param reports all of these are put together anew: those that tell of the same times as the changed ones, and what
 *     they were linked with
 * @param around reports of the times of those, which say how full their blocks are
 * @param gone reports of before that no article holds any more
 */
record Scope(Set<Report> reports, Collection<Report> around, Set<Node> gone) {
    static Scope everything(ReportReader reader, Graph events) {
        List<Report> all = reader.read();
        Set<Node> gone = events.stream(Node.ANY, Vocabulary.REPORTS.asNode(), Node.ANY)
                .map(triple -> triple.getSubject())
                .collect(Collectors.toCollection(HashSet::new));
        all.forEach(report -> gone.remove(report.iri()));
        return new Scope(new LinkedHashSet<>(all), all, gone);
    }

    static Scope of(Set<Node> changed, Set<String> times, ReportReader reader, Graph events) {
        Set<Node> iris = new LinkedHashSet<>(changed);
        List<Report> sameTimes = reader.at(times);
        sameTimes.forEach(report -> iris.add(report.iri()));
        Set<Node> linked = linked(iris, events);
        Set<Report> reports = new LinkedHashSet<>(reader.those(linked));
        Set<String> allTimes = reports.stream()
                .flatMap(report -> Times.of(report.window()).stream())
                .collect(Collectors.toSet());
        Set<Report> around = new LinkedHashSet<>(reports);
        around.addAll(sameTimes);
        allTimes.removeAll(times);
        around.addAll(reader.at(allTimes));
        reports.forEach(report -> linked.remove(report.iri()));
        return new Scope(reports, around, linked);
    }

    /**
     * These reports and all that were in one neighbourhood with them: in one event, or in events told to be similar.
     */
    private static Set<Node> linked(Set<Node> reports, Graph events) {
        Set<Node> reached = new LinkedHashSet<>(reports);
        Deque<Node> open = new ArrayDeque<>(reports);
        Set<Node> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Node report = open.pop();
            events.stream(report, Vocabulary.REPORTS.asNode(), Node.ANY)
                    .map(triple -> triple.getObject())
                    .toList()
                    .forEach(event -> neighbours(event, events, seen).stream()
                            .filter(reached::add)
                            .forEach(open::add));
        }
        return reached;
    }

    private static Set<Node> neighbours(Node first, Graph events, Set<Node> seen) {
        Set<Node> reports = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Node event = open.pop();
            if (seen.add(event)) {
                events.stream(Node.ANY, Vocabulary.REPORTS.asNode(), event)
                        .forEach(triple -> reports.add(triple.getSubject()));
                events.stream(Node.ANY, Vocabulary.SIMILAR.asNode(), event)
                        .flatMap(pair -> events.stream(pair.getSubject(), Vocabulary.SIMILAR.asNode(), Node.ANY))
                        .forEach(pair -> open.add(pair.getObject()));
            }
        }
        return reports;
    }
}
