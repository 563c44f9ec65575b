package org.casus.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final Map<Property, String> SHELLING = Map.of(
            Vocabulary.EVENT_TYPE, Vocabulary.PLOVER + "ASSAULT",
            Vocabulary.SOURCE, "x:a",
            Vocabulary.TARGET, "x:b",
            Vocabulary.CERTAINTY, "x:certain",
            Vocabulary.POLARITY, "x:positive",
            Vocabulary.FIRST_DAY, "2023-09-19",
            Vocabulary.LAST_DAY, "2023-09-19");

    @Test
    void joinsReportsThatTellTheSame() {
        assertThat(events(report(1), report(2))).containsExactly(Set.of(1, 2));
    }

    @Test
    void keepsApartWhatDiffersInTypePartyStatusOrDay() {
        for (Property property : SHELLING.keySet()) {
            assertThat(events(report(1), report(2, property, "x:other")))
                    .as(property.getLocalName())
                    .hasSize(2);
        }
        assertThat(events(report(1), report(2, Map.of(), true, false))).hasSize(2);
    }

    @Test
    void keepsThinReportsApart() {
        assertThat(events(report(1, Vocabulary.SOURCE, null), report(2, Vocabulary.SOURCE, null)))
                .hasSize(2);
        assertThat(events(report(1, Vocabulary.FIRST_DAY, null), report(2, Vocabulary.FIRST_DAY, null)))
                .hasSize(2);
        assertThat(events(report(1, Vocabulary.FIRST_DAY, "2023-09-01"), report(2, Vocabulary.FIRST_DAY, "2023-09-01")))
                .hasSize(2);
        assertThat(events(report(1, Map.of(), false, true), report(2, Map.of(), false, true)))
                .hasSize(2);
    }

    @Test
    void takesAReportWithoutAPlaceToTheOnlyPlaceThereIs() {
        Report somewhere = report(1);
        Report here = report(2, Vocabulary.PLACE, "x:here");
        Report there = report(3, Vocabulary.PLACE, "x:there");

        assertThat(events(somewhere, here)).containsExactly(Set.of(1, 2));
        assertThat(events(somewhere, here, there)).containsExactlyInAnyOrder(Set.of(1), Set.of(2), Set.of(3));
    }

    @Test
    void isTheSameWhateverTheOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Report> reports = IntStream.range(0, 30)
                    .mapToObj(number -> randomReport(number, random))
                    .collect(Collectors.toCollection(ArrayList::new));
            Graph before = EventGraph.of(Grouping.group(reports));

            Collections.shuffle(reports, random);

            assertThat(EventGraph.of(Grouping.group(reports)).isIsomorphicWith(before))
                    .isTrue();
        }
    }

    @Test
    void putsEachReportIntoOneEvent() {
        Random random = new Random(8);
        List<Report> reports = IntStream.range(0, 500)
                .mapToObj(number -> randomReport(number, random))
                .toList();

        List<Report> grouped =
                Grouping.group(reports).stream().flatMap(List::stream).toList();

        assertThat(grouped).containsExactlyInAnyOrderElementsOf(reports);
    }

    @Test
    void fallsBackToTheDayWhereReportsTellDifferentHours() {
        Graph events = EventGraph.of(Grouping.group(List.of(
                report(1, Vocabulary.EARLIEST, "2023-09-19T10:00"), report(2, Vocabulary.EARLIEST, "2023-09-19"))));

        assertThat(events.stream(Node.ANY, Vocabulary.EARLIEST.asNode(), Node.ANY))
                .singleElement()
                .satisfies(triple -> assertThat(triple.getObject()).isEqualTo(NodeFactory.createURI("2023-09-19")));
    }

    private static Report randomReport(int number, Random random) {
        Map<Property, String> values = new HashMap<>();
        values.put(Vocabulary.TARGET, "x:" + random.nextInt(2));
        values.put(Vocabulary.CERTAINTY, "x:" + random.nextInt(2));
        for (Property detail : List.of(Vocabulary.MODE, Vocabulary.PLACE)) {
            if (random.nextBoolean()) {
                values.put(detail, "x:" + random.nextInt(2));
            }
        }
        return report(number, values, random.nextInt(5) > 0, random.nextBoolean());
    }

    private static Report report(int number) {
        return report(number, Map.of(), true, true);
    }

    private static Report report(int number, Property property, @Nullable String value) {
        Map<Property, String> changed = new HashMap<>();
        changed.put(property, value);
        return report(number, changed, true, true);
    }

    private static Report report(int number, Map<Property, String> changed, boolean firm, boolean happens) {
        Map<Property, String> values = new HashMap<>(SHELLING);
        values.putAll(changed);
        if (changed.containsValue("x:other") && changed.containsKey(Vocabulary.EVENT_TYPE)) {
            values.put(Vocabulary.EVENT_TYPE, Vocabulary.PLOVER + "COERCE");
        }
        Map<Node, Node> nodes = new HashMap<>();
        values.forEach((property, value) -> {
            if (value != null) {
                nodes.put(property.asNode(), NodeFactory.createURI(value));
            }
        });
        return new Report(NodeFactory.createURI("x:" + number), nodes, firm, happens, null, null);
    }

    private static Set<Set<Integer>> events(Report... reports) {
        Set<Set<Integer>> events = new HashSet<>();
        for (List<Report> group : Grouping.group(List.of(reports))) {
            events.add(group.stream()
                    .map(report -> Integer.valueOf(report.iri().getURI().substring(2)))
                    .collect(Collectors.toSet()));
        }
        return events;
    }
}
