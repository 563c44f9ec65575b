package org.casus.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.casus.extraction.EventType;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisputesTest {
    private static final Party PERU = new Party(node("Q419"), Party.Kind.STATE, true, "PER", "peru");
    private static final Party CHILE = new Party(node("Q298"), Party.Kind.STATE, true, "CHL", "chile");
    private static final Site LIMA = site("Lima", -12.05, -77.04);
    private static final Site QUITO = site("Quito", -0.18, -78.47);
    private static final Days MONDAY = new Days(100, 100, true);
    private static final Days TUESDAY = new Days(101, 101, true);
    private static final Report SHELLING = report(PERU, LIMA, MONDAY, false);

    @Test
    void namesEachKindOfWhatReportsTellDifferently() {
        assertThat(kinds(SHELLING, SHELLING)).isEmpty();
        assertThat(kinds(SHELLING, report(PERU, LIMA, MONDAY, true))).containsExactly("whether");
        assertThat(kinds(SHELLING, report(CHILE, LIMA, MONDAY, false))).containsExactly("who");
        assertThat(kinds(SHELLING, report(PERU, LIMA, TUESDAY, false))).containsExactly("when");
        assertThat(kinds(SHELLING, report(PERU, QUITO, MONDAY, false))).containsExactly("where");
        assertThat(kinds(SHELLING, report(CHILE, QUITO, TUESDAY, true)))
                .containsExactly("when", "where", "whether", "who");
    }

    @Test
    void takesNumbersForDisputedWhereBothCannotBeRight() {
        assertThat(kinds(killing(12.0, 12.0), killing(20.0, null))).containsExactly("killed");
        assertThat(kinds(killing(12.0, 12.0), killing(10.0, null))).isEmpty();
    }

    @Test
    void givesAnEventTheRangeOfAllNumbers() {
        Neighbourhood event = new Neighbourhood(List.of(List.of(killing(12.0, 12.0), killing(20.0, 25.0))), List.of());

        Graph graph = EventGraph.of(List.of(event));

        assertThat(values(graph, Vocabulary.LOW)).containsExactly("12.0");
        assertThat(values(graph, Vocabulary.HIGH)).containsExactly("25.0");
        assertThat(values(graph, Vocabulary.IN_DISPUTE)).containsExactly("killed");
    }

    private static Iterable<String> kinds(Report... reports) {
        return new Disputes(List.of(reports)).kinds();
    }

    private static List<String> values(Graph graph, Property property) {
        return graph.stream(Node.ANY, property.asNode(), Node.ANY)
                .map(Triple::getObject)
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    private static Report report(Party source, Site site, Days days, boolean denied) {
        return report(source, site, days, denied, List.of());
    }

    private static Report killing(@Nullable Double low, @Nullable Double high) {
        return report(PERU, LIMA, MONDAY, false, List.of(new Count("killed", low, high)));
    }

    private static Report report(Party source, Site site, Days days, boolean denied, List<Count> counts) {
        Node article = node("article");
        return new Report(
                node("report-" + counts),
                EventType.ASSAULT,
                "shell",
                null,
                source,
                null,
                site,
                days,
                counts,
                null,
                false,
                denied,
                new Dispatch(article, null, article, new Story(new int[0], new float[0]), Sketch.of(List.of())),
                article,
                Map.of(
                        Vocabulary.EVENT_TYPE.asNode(),
                        Vocabulary.eventType(EventType.ASSAULT).asNode()));
    }

    private static Site site(String name, double latitude, double longitude) {
        return new Site(node(name), Site.Extent.SPOT, null, new Site.Point(latitude, longitude), true);
    }

    private static Node node(String name) {
        return NodeFactory.createURI("x:" + name.replaceAll("\\W", "-"));
    }
}
