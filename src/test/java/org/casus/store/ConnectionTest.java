package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTest {
    /** More new node data than TDB2 buffers: 128 KiB. */
    private static final int NODES = 500;

    private static final int LENGTH = 400;
    /** Of the indexes of quads. */
    private static final int LAST = 5;

    @Test
    void readsWhatItWroteAfterALargeWriteThatWasAborted(@TempDir Path dir) {
        try (Connection connection = Connection.to(dir)) {
            write(connection, labels("kept", 10));
        }
        try (Connection connection = Connection.to(dir)) {
            assertThatThrownBy(() -> write(connection, labels("lost", NODES).andThen(dataset -> {
                        throw new IllegalStateException("stop");
                    })))
                    .hasMessage("stop");
            assertThat(count(connection)).isEqualTo(10);
            write(connection, labels("later", 10));
        }
        try (Connection connection = Connection.to(dir)) {
            assertThat(count(connection)).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "50, 200", "-1, 0"})
    void refusesNodesThatAreNotWhatWasWritten(int from, int length, @TempDir Path dir) throws IOException {
        try (Connection connection = Connection.to(dir)) {
            write(connection, labels("kept", 10));
            write(connection, labels("later", 10));
        }
        damage(dir.resolve("Data-0001").resolve(NodeChecksum.NODES), from, length);

        assertThatThrownBy(() -> Connection.to(dir))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "the store %s is damaged: nodes-data.obj is not what was written; build it again, or restore a backup",
                        dir);
    }

    /** Overwrites some of a file, or cuts it there. */
    private static void damage(Path file, int from, int length) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (from < 0) {
            Files.write(file, Arrays.copyOf(bytes, bytes.length + from));
        } else {
            Arrays.fill(bytes, from, from + length, (byte) 0);
            Files.write(file, bytes);
        }
    }

    @Test
    void goesOnWithNodesOfAWriteThatWasNotCommitted(@TempDir Path dir) throws IOException {
        try (Connection connection = Connection.to(dir)) {
            write(connection, labels("kept", 10));
            connection.compact();
            write(connection, labels("later", 10));
        }
        Files.write(
                dir.resolve("Data-0002").resolve(NodeChecksum.NODES), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);

        try (Connection connection = Connection.to(dir)) {
            assertThat(count(connection)).isEqualTo(20);
            write(connection, labels("last", 10));
        }

        try (Connection connection = Connection.to(dir)) {
            assertThat(count(connection)).isEqualTo(30);
        }
    }

    @Test
    void leavesTheStoreAsItWasWhereAnIndexFails(@TempDir Path dir) {
        try (Connection connection = Connection.to(dir)) {
            writeMuch(connection, quads("kept"));
            TupleTable table = TDBInternal.getDatasetGraphTDB(connection.dataset())
                    .getQuadTable()
                    .getNodeTupleTable()
                    .getTupleTable();
            assertThatThrownBy(() -> writeMuch(
                            connection, quads("lost").andThen(dataset -> table.setTupleIndex(LAST, wider(table)))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("out of bounds");

            writeMuch(connection, quads("later"));

            assertThat(connection.<Long>read(
                            dataset -> Iter.count(dataset.asDatasetGraph().find())))
                    .isEqualTo(2 * NODES);
        }
        try (Connection connection = Connection.to(dir)) {
            connection.refuseDamage();
            assertThat(connection.<Long>read(dataset ->
                            Iter.count(dataset.asDatasetGraph().find(Node.ANY, Node.ANY, Node.ANY, label("later", 7)))))
                    .isEqualTo(1);
        }
    }

    /** With a column that no row has, so that the thread which inserts into it ends in a fault. */
    private static TupleIndexRecord wider(TupleTable table) {
        TupleIndexRecord index = (TupleIndexRecord) table.getIndex(LAST);
        return new TupleIndexRecord(
                index.getTupleLength(),
                TupleMap.create("GSPOX", "GSPOX"),
                index.getName(),
                index.getRangeIndex().getRecordFactory(),
                index.getRangeIndex());
    }

    private static void writeMuch(Connection connection, Consumer<Dataset> work) {
        connection.writeMuch(dataset -> {
            work.accept(dataset);
            return true;
        });
    }

    private static Consumer<Dataset> quads(String word) {
        Node graph = NodeFactory.createURI(Vocabulary.DATA + "graph/article/" + word);
        return dataset -> IntStream.range(0, NODES)
                .mapToObj(i -> Quad.create(graph, graph, RDFS.label.asNode(), label(word, i)))
                .forEach(dataset.asDatasetGraph()::add);
    }

    private static Node label(String word, int number) {
        return NodeFactory.createLiteralString(word + " " + number + "x".repeat(LENGTH));
    }

    /** If this one fails, Jena has mended it, and the connection need no longer be opened again. */
    @Test
    void tdbAloneLosesTheStoreThatWay(@TempDir Path dir) {
        Dataset dataset = opened(dir);
        dataset.executeWrite(() -> labels("kept", 10).accept(dataset));
        close(dataset);
        Dataset aborted = opened(dir);
        aborted.begin(ReadWrite.WRITE);
        labels("lost", NODES).accept(aborted);
        aborted.abort();
        aborted.end();
        aborted.executeRead(() -> assertThat(sum(aborted)).isEqualTo(10));
        aborted.executeWrite(() -> labels("later", 10).accept(aborted));
        close(aborted);
        Dataset again = opened(dir);

        assertThatThrownBy(() -> again.calculateRead(() -> sum(again))).isInstanceOf(JenaException.class);

        close(again);
    }

    @Test
    void goesOnInMemoryAfterAnAbortedWrite() {
        try (Connection connection = Connection.inMemory()) {
            write(connection, labels("kept", 10));
            assertThatThrownBy(() -> write(connection, labels("lost", NODES).andThen(dataset -> {
                        throw new IllegalStateException("stop");
                    })))
                    .hasMessage("stop");
            write(connection, labels("later", NODES));

            assertThat(count(connection)).isEqualTo(10 + NODES);
        }
    }

    @Test
    void tellsOfAStorageFaultInOneLine() {
        try (Connection connection = Connection.inMemory()) {
            assertThatThrownBy(() -> write(connection, dataset -> {
                        throw new JenaException("No space left on device\nand more");
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("cannot write to the store in memory: No space left on device");
            assertThatThrownBy(() -> write(connection, dataset -> {
                        throw new InternalError("a fault occurred in an unsafe memory access operation");
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("cannot write to the store in memory: disk full");
        }
    }

    @Test
    @Timeout(60)
    void writesAfterAWriteThatCouldNotBegin(@TempDir Path dir) {
        try (Connection connection = Connection.to(dir)) {
            write(connection, labels("kept", 10));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> write(connection, labels("lost", 10))).isInstanceOf(RuntimeException.class);

            write(connection, labels("later", 10));

            assertThat(count(connection)).isEqualTo(20);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void refusesAWriteInsideARead() {
        try (Connection connection = Connection.inMemory()) {
            assertThatThrownBy(() -> connection.readVoid(dataset -> write(connection, labels("x", 1))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a write inside a read");
        }
    }

    private static Dataset opened(Path dir) {
        return TDB2Factory.connectDataset(dir.toString());
    }

    private static void close(Dataset dataset) {
        TDBInternal.expel(dataset.asDatasetGraph(), true);
    }

    private static void write(Connection connection, Consumer<Dataset> work) {
        connection.write(dataset -> {
            work.accept(dataset);
            return true;
        });
    }

    private static Consumer<Dataset> labels(String word, int count) {
        return dataset -> {
            for (int i = 0; i < count; i++) {
                dataset.getDefaultModel()
                        .createResource("https://example.org/%s/%d".formatted(word, i))
                        .addProperty(RDFS.label, "%s %d %s".formatted(word, i, "x".repeat(LENGTH)));
            }
        };
    }

    private static long count(Connection connection) {
        return connection.read(ConnectionTest::sum);
    }

    /** Reads each node, not only its number. */
    private static long sum(Dataset dataset) {
        return dataset.getDefaultModel()
                .listStatements()
                .filterKeep(statement -> statement.getString().length() > LENGTH)
                .toList()
                .size();
    }
}
