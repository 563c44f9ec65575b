package org.casus.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.casus.graph.Vocabulary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test with an end in the database and one in a new one beside it. */
class BulkWriteTest {
    private static final Node NOTES = StoreGraph.RUNS.node();
    private static final Node SAYS = NodeFactory.createURI("urn:says");
    private static final long ANEW = Long.MAX_VALUE / 100_000;
    private static final int STEPS = 2000;
    private static final int QUADS = 400;
    private static final int KILLS = Integer.getInteger("casus.kills", 2);

    @TempDir
    private Path folder;

    private Dataset dataset;

    @BeforeEach
    void open() {
        dataset = TDB2Factory.connectDataset(folder.toString());
    }

    @AfterEach
    void close() {
        TDBInternal.expel(dataset.asDatasetGraph(), true);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, ANEW})
    void holdsWhatWasAdded(long quadInBytes) throws IOException {
        List<Quad> first =
                IntStream.range(0, 300).mapToObj(i -> quad(i / 10, i, i)).toList();
        List<Quad> then =
                IntStream.range(300, 900).mapToObj(i -> quad(i / 10, i, i % 7)).toList();
        write(0, graph -> first.forEach(graph::add));

        write(quadInBytes, graph -> then.forEach(graph::add));

        assertThat(stored())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(first.stream(), then.stream()).toList());
        assertThat(generation()).isEqualTo(quadInBytes == 0 ? "Data-0001" : "Data-0002");
        close();
        open();
        assertThat(stored()).hasSize(900);
        Quad one = then.get(0);
        List<Quad> saying = read(graph -> Iter.toList(graph.find(Node.ANY, Node.ANY, Node.ANY, one.getObject())));
        assertThat(saying).contains(one);
    }

    /** Nodes of all kinds, which TDB2 finds again by their number and by themselves. */
    @ParameterizedTest
    @ValueSource(longs = {0, ANEW})
    void storesEveryKindOfNode(long quadInBytes) {
        List<Node> nodes = List.of(
                NodeFactory.createLiteralString("naïve – 日本語 \uD83C\uDF0D\n\""),
                NodeFactory.createLiteralString(""),
                NodeFactory.createLiteralString("x".repeat(3 << 20)),
                NodeFactory.createLiteralLang("Kyjiw", "de"),
                NodeFactory.createLiteralDT("0042", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("42", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("2024-03-15", XSDDatatype.XSDdate),
                NodeFactory.createLiteralDT("no number", XSDDatatype.XSDinteger),
                NodeFactory.createBlankNode("b"),
                NodeFactory.createURI("urn:ü"));

        write(quadInBytes, graph -> nodes.forEach(node -> graph.add(Quad.create(article(1), article(1), SAYS, node))));

        List<Node> held = read(graph -> Iter.iter(graph.find(article(1), Node.ANY, Node.ANY, Node.ANY))
                .map(Quad::getObject)
                .toList());
        assertThat(held).containsExactlyInAnyOrderElementsOf(in(nodes));
        for (Node node : nodes) {
            boolean found = read(graph -> graph.contains(article(1), article(1), SAYS, node));
            assertThat(found).as(node.toString()).isTrue();
        }
    }

    /** What TDB2 makes of them: it writes numbers in one way. */
    private static List<Node> in(List<Node> nodes) {
        Dataset other = TDB2Factory.createDataset();
        other.begin(ReadWrite.WRITE);
        nodes.forEach(node -> other.asDatasetGraph().add(Quad.create(article(1), article(1), SAYS, node)));
        List<Node> held =
                Iter.iter(other.asDatasetGraph().find()).map(Quad::getObject).toList();
        other.commit();
        other.end();
        return held;
    }

    @Test
    void isWholeOrAbsentWhereItIsKilled() throws IOException, InterruptedException {
        Random random = new Random();
        int written = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            close();
            int millis = random.nextInt(1500);
            Process process = ChildProcess.of(BulkWriteTest.class, folder.toString(), Integer.toString(written))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader told = process.inputReader(UTF_8);
            assertThat(told.readLine()).isEqualTo("open");
            Thread.sleep(millis);
            process.toHandle().destroyForcibly();
            process.waitFor();
            written += (int) told.lines().count();
            open();

            Map<Node, Long> held = stored().stream().collect(groupingBy(Quad::getGraph, counting()));

            assertThat(held.values()).as("killed after %d ms", millis).allMatch(quads -> quads == QUADS);
            assertThat(held.size()).isBetween(written, written + 1);
            written = held.size();
        }
    }

    /** Adds an article after the other until it is killed, and tells of each. */
    public static void main(String... arguments) {
        Dataset dataset = TDB2Factory.connectDataset(arguments[0]);
        System.out.println("open");
        for (int article = Integer.parseInt(arguments[1]); ; article++) {
            int next = article;
            write(
                    dataset,
                    article % 2 == 0 ? ANEW : 0,
                    graph -> IntStream.range(0, QUADS)
                            .mapToObj(i -> quad(next, i, i))
                            .forEach(graph::add));
            System.out.println(article);
        }
    }

    @Test
    void knowsWhatWasNotedOfWhatTwoArticlesSpeakOf() {
        Node spoken = article(2);
        Quad note = Quad.create(NOTES, spoken, SAYS, SAYS);

        write(0, graph -> {
            graph.add(Quad.create(article(1), spoken, SAYS, SAYS));
            graph.add(note);
            graph.add(Quad.create(article(2), spoken, SAYS, SAYS));

            assertThat(graph.contains(note)).isTrue();
        });
    }

    @Test
    void findsWhatWaitsInTheUnionOfGraphs() {
        write(0, graph -> {
            graph.add(quad(1, 1, 1));

            assertThat(Iter.count(graph.find(Quad.unionGraph, Node.ANY, SAYS, Node.ANY)))
                    .isEqualTo(1);
        });
    }

    /** Adds, deletes, asks and notes at random, against a set of quads. */
    @ParameterizedTest
    @ValueSource(longs = {0, ANEW})
    void answersAsIfNothingWaited(long quadInBytes) {
        Set<Quad> expected = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            Random random = new Random(round);
            write(quadInBytes, graph -> {
                for (int step = 0; step < STEPS; step++) {
                    step(graph, expected, random);
                }
            });
            assertThat(stored()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static void step(DatasetGraph graph, Set<Quad> expected, Random random) {
        Quad quad = any(random);
        switch (random.nextInt(40)) {
            case 0 -> {
                graph.delete(quad);
                expected.remove(quad);
            }
            case 1 ->
                assertThat(Iter.count(graph.find(quad.getGraph(), Node.ANY, SAYS, Node.ANY)))
                        .isEqualTo(expected.stream()
                                .filter(held -> held.getGraph().equals(quad.getGraph()))
                                .count());
            case 2 ->
                assertThat(Iter.count(graph.find(Node.ANY, quad.getSubject(), Node.ANY, Node.ANY)))
                        .isEqualTo(expected.stream()
                                .filter(held -> held.getSubject().equals(quad.getSubject()))
                                .count());
            case 3 ->
                assertThat(graph.containsGraph(quad.getGraph()))
                        .isEqualTo(expected.stream()
                                .anyMatch(held -> held.getGraph().equals(quad.getGraph())));
            case 4, 5, 6 ->
                assertThat(Iter.count(graph.find(quad.getGraph(), quad.getSubject(), Node.ANY, Node.ANY)))
                        .isEqualTo(expected.stream()
                                .filter(held -> held.getGraph().equals(quad.getGraph())
                                        && held.getSubject().equals(quad.getSubject()))
                                .count());
            case 7 -> {
                graph.removeGraph(quad.getGraph());
                expected.removeIf(held -> held.getGraph().equals(quad.getGraph()));
            }
            default -> {
                assertThat(graph.contains(quad)).isEqualTo(expected.contains(quad));
                graph.add(quad);
                expected.add(quad);
            }
        }
    }

    private static Quad any(Random random) {
        Quad quad = quad(random.nextInt(30), random.nextInt(8), random.nextInt(4));
        return random.nextInt(4) == 0
                ? Quad.create(NOTES, random.nextBoolean() ? quad.getGraph() : quad.getSubject(), SAYS, quad.getObject())
                : quad;
    }

    private static Quad quad(int article, int subject, int object) {
        return Quad.create(
                article(article),
                NodeFactory.createURI("urn:report/" + article + "/" + subject),
                SAYS,
                NodeFactory.createLiteralString("words " + object));
    }

    private static Node article(int number) {
        return NodeFactory.createURI(Vocabulary.DATA + "graph/article/" + number);
    }

    private void write(long quadInBytes, Consumer<DatasetGraph> work) {
        write(dataset, quadInBytes, work);
    }

    private static void write(Dataset dataset, long quadInBytes, Consumer<DatasetGraph> work) {
        BulkWrite bulk = new BulkWrite(TDBInternal.getDatabaseContainer(dataset.asDatasetGraph()), quadInBytes);
        bulk.begin(ReadWrite.WRITE);
        try {
            work.accept(bulk);
            bulk.commit();
        } finally {
            bulk.end();
        }
    }

    private List<Quad> stored() {
        return read(graph -> Iter.toList(graph.find()));
    }

    private <T> T read(Function<DatasetGraph, T> question) {
        dataset.begin(ReadWrite.READ);
        try {
            return question.apply(dataset.asDatasetGraph());
        } finally {
            dataset.end();
        }
    }

    private String generation() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Data-"))
                    .reduce("", String::concat);
        }
    }
}
