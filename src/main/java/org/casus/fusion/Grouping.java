package org.casus.fusion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Reports to groups, each of which tells of one event. Reports that share a block are compared; those that are linked
 * by likeness, over whatever steps, are parted again by average linkage, so that no chain of half-alike reports ends in
 * one event. The groups follow from the set of reports, whatever their order; the work grows with their number.
 */
final class Grouping {
    /** A larger heap of reports is parted at a higher likeness first, as linkage grows with its square. */
    private static final int MOST = 400;

    private static final double STEP = 0.2;

    private final Likeness likeness = new Likeness();
    private final Blocks blocks = new Blocks();

    List<Neighbourhood> group(Collection<Report> reports) {
        return group(reports, report -> true);
    }

    /** Groups the wanted reports alone; the others say only how many share a block with them. */
    List<Neighbourhood> group(Collection<Report> unsorted, Predicate<Report> wanted) {
        List<Report> reports = sorted(unsorted);
        BitSet chosen = new BitSet(reports.size());
        IntStream.range(0, reports.size())
                .filter(number -> wanted.test(reports.get(number)))
                .forEach(chosen::set);
        Forest forest = new Forest(reports.size());
        blocks.forEachPair(reports, (one, other) -> {
            if (chosen.get(one) && chosen.get(other)) {
                double alike = likeness.of(reports.get(one), reports.get(other), Likeness.ENOUGH);
                if (alike >= Likeness.ENOUGH) {
                    forest.add(one, other, alike);
                }
            }
        });
        return new Linked(reports, forest.edges()).neighbourhoods(chosen);
    }

    /** Which of one block's reports are alike enough to be linked. */
    List<Alike> alike(Collection<Report> block) {
        List<Report> reports = sorted(block);
        List<Alike> alike = new ArrayList<>();
        Blocks.gatherBlock(IntStream.range(0, reports.size()).boxed().toList(), reports, (one, other) -> {
            double likeness = this.likeness.of(reports.get(one), reports.get(other), Likeness.ENOUGH);
            if (likeness >= Likeness.ENOUGH) {
                alike.add(new Alike(reports.get(one).id(), reports.get(other).id(), likeness));
            }
        });
        return alike;
    }

    /** The neighbourhood of reports that hang together. */
    List<Neighbourhood> linked(Collection<Report> unsorted, Collection<Alike> alike) {
        List<Report> reports = sorted(unsorted);
        Map<String, Integer> numbers = new HashMap<>();
        reports.forEach(report -> numbers.put(report.id(), numbers.size()));
        Forest forest = new Forest(reports.size());
        alike.forEach(pair -> forest.add(number(pair.one(), numbers), number(pair.other(), numbers), pair.likeness()));
        BitSet all = new BitSet(reports.size());
        all.set(0, reports.size());
        return new Linked(reports, forest.edges()).neighbourhoods(all);
    }

    private static int number(String report, Map<String, Integer> numbers) {
        return Objects.requireNonNull(numbers.get(report), report);
    }

    private static List<Report> sorted(Collection<Report> reports) {
        return reports.stream().sorted(Comparator.comparing(Report::id)).toList();
    }

    /** Reports by their numbers, with the forest of likeness above them. */
    private final class Linked {
        private final List<Report> reports;
        private final List<Forest.Edge> edges;

        Linked(List<Report> reports, List<Forest.Edge> edges) {
            this.reports = reports;
            this.edges = edges;
        }

        List<Neighbourhood> neighbourhoods(BitSet chosen) {
            Links links = new Links(reports.size());
            edges.forEach(edge -> links.link(edge.one(), edge.other()));
            Map<Integer, List<Forest.Edge>> within = new HashMap<>();
            for (Forest.Edge edge : edges) {
                within.computeIfAbsent(links.root(edge.one()), root -> new ArrayList<>())
                        .add(edge);
            }
            return links.sets().parallelStream()
                    .filter(members -> chosen.get(members.get(0)))
                    .map(members -> neighbourhood(members, within.getOrDefault(members.get(0), List.of())))
                    .toList();
        }

        private Neighbourhood neighbourhood(List<Integer> members, List<Forest.Edge> inner) {
            int[] eventOf = new int[members.size()];
            List<List<Report>> events = new ArrayList<>();
            for (List<Integer> event : parted(members, inner, Likeness.ENOUGH)) {
                event.forEach(number -> eventOf[place(number, members)] = events.size());
                events.add(event.stream().map(reports::get).toList());
            }
            List<Neighbourhood.Apart> apart = new ArrayList<>();
            Set<Set<Integer>> seen = new HashSet<>();
            for (Forest.Edge edge : inner) { // the most alike first
                int one = eventOf[place(edge.one(), members)];
                int other = eventOf[place(edge.other(), members)];
                if (one != other && seen.add(Set.of(one, other))) {
                    apart.add(new Neighbourhood.Apart(events.get(one), events.get(other), edge.likeness()));
                }
            }
            return new Neighbourhood(events, apart);
        }

        private List<List<Integer>> parted(List<Integer> members, List<Forest.Edge> inner, double at) {
            if (members.size() <= MOST) {
                return new Linkage(members, this::likeness).groups();
            }
            if (at > Likeness.MOST) {
                return List.of(members);
            }
            double higher = at + STEP;
            List<Forest.Edge> strong =
                    inner.stream().filter(edge -> edge.likeness() >= higher).toList();
            Links links = new Links(members.size());
            strong.forEach(edge -> links.link(place(edge.one(), members), place(edge.other(), members)));
            Map<Integer, List<Forest.Edge>> within = new HashMap<>();
            strong.forEach(edge -> within.computeIfAbsent(
                            links.root(place(edge.one(), members)), root -> new ArrayList<>())
                    .add(edge));
            List<List<Integer>> groups = new ArrayList<>();
            for (List<Integer> places : links.sets()) {
                List<Integer> part = places.stream().map(members::get).toList();
                groups.addAll(parted(part, within.getOrDefault(places.get(0), List.of()), higher));
            }
            return groups;
        }

        /** Members are in ascending order. */
        private static int place(int number, List<Integer> members) {
            return Collections.binarySearch(members, number);
        }

        private double likeness(int one, int other) {
            return likeness.of(reports.get(one), reports.get(other));
        }
    }
}
