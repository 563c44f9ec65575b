package org.casus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    @Test
    void knowsTheVersionAndTheTablesItRunsWith() {
        Build build = Build.running();

        assertThat(build.version()).isNotEqualTo("unknown").doesNotContain("${");
        assertThat(build.tablesHash()).matches("[0-9a-f]{16}");
        assertThat(build).isEqualTo(Build.running());
    }

    @Test
    void givesAJarTheHashOfTheFolderItWasMadeFrom(@TempDir Path temporary) throws IOException {
        Path folder = temporary.resolve("classes");
        write(folder, "a\t1\n");
        URI jar = URI.create("jar:" + temporary.resolve("casus.jar").toUri());
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            write(files.getPath("/"), "a\t1\n");
        }

        String ofFolder =
                Build.hashAt(folder.resolve("org/casus/version.properties").toUri());

        assertThat(Build.hashAt(URI.create(jar + "!/org/casus/version.properties")))
                .isEqualTo(ofFolder);
    }

    @Test
    void changesItsHashWithATableButNotWithAClass(@TempDir Path temporary) throws IOException {
        write(temporary, "a\t1\n");
        String before = Build.hashOf(temporary);

        Files.writeString(temporary.resolve("org/casus/Main.class"), "other code");
        assertThat(Build.hashOf(temporary)).isEqualTo(before);

        write(temporary, "a\t2\n");
        assertThat(Build.hashOf(temporary)).isNotEqualTo(before);
    }

    private static void write(Path root, String table) throws IOException {
        Path tables = Files.createDirectories(root.resolve("org/casus/extraction"));
        Files.writeString(tables.resolve("predicates.tsv"), table);
        Files.writeString(root.resolve("org/casus/version.properties"), "version=1\n");
    }
}
