package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ModelFilesTest {
    @Test
    void tellsTheCodeByItsFileAndEachModelByItsContent() throws IOException {
        CRC32 times = new CRC32();
        try (InputStream rules = Objects.requireNonNull(
                getClass().getResourceAsStream("/edu/stanford/nlp/models/sutime/english.sutime.txt"))) {
            times.update(rules.readAllBytes());
        }

        assertThat(ModelFiles.version(false))
                .matches("stanford-corenlp-[\\d.]+\\.jar:\\d+( [0-9a-f]+)+")
                .contains(" " + Long.toHexString(times.getValue()) + " ");
        assertThat(ModelFiles.version(true)).startsWith(ModelFiles.version(false) + " openie ");
    }
}
