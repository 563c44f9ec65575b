package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextGenerationTest {
    @TempDir
    private Path dir;

    @Test
    void saysThatAllIsWrittenWhereItCannotBeOpenedAgain() {
        try (EventStore store = EventStore.open(dir)) {
            store.put(List.of(Graphs.accusation("one", "Q399", "Q227")));
        }
        try (Connection connection = Connection.to(dir)) {
            Dataset dataset = connection.dataset();
            NextGeneration next = new NextGeneration(TDBInternal.getDatabaseContainer(dataset.asDatasetGraph()));

            assertThatThrownBy(() -> {
                        dataset.begin(ReadWrite.READ);
                        next.write(PackedCopy::new);
                        dataset.end();
                        // Something that can be renamed and not be opened.
                        Path index = next.folder().resolve("GSPO.idn");
                        Files.delete(index);
                        Files.createDirectory(index);
                        next.takeOver();
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("the store %s is written, and cannot be opened again: ".formatted(dir));
            assertThat(connection.<Boolean>read(
                            stored -> stored.asDatasetGraph().find().hasNext()))
                    .isTrue();
        }
    }
}
