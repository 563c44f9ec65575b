package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeChecksumTest {
    @TempDir
    private Path folder;

    @Test
    void holdsWhatIsAppended() throws IOException {
        Files.writeString(nodes(), "one two");
        assertThat(new NodeChecksum(folder).note()).isTrue();
        Files.write(nodes(), " three".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);

        assertThat(new NodeChecksum(folder).holds()).isTrue();
        assertThat(new NodeChecksum(folder).note()).isTrue();
        assertThat(new NodeChecksum(folder).holds()).isTrue();
    }

    @Test
    void notesNothingOverWhatDoesNotHold() throws IOException {
        Files.writeString(nodes(), "one two");
        assertThat(new NodeChecksum(folder).note()).isTrue();
        Files.writeString(nodes(), "one too three");

        assertThat(new NodeChecksum(folder).note()).isFalse();
        assertThat(new NodeChecksum(folder).holds()).isFalse();
        assertThat(new NodeChecksum(folder).seemsToHold()).isFalse();
    }

    private Path nodes() {
        return folder.resolve(NodeChecksum.NODES);
    }
}
