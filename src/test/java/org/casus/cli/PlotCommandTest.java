package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.casus.plot.PlotKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlotCommandTest {
    @TempDir
    private static Path dir;

    private static String store = "";

    @BeforeAll
    static void fill() {
        System.setProperty("java.awt.headless", "true");
        assumeThat(fonts()).as("fonts on this machine").isPositive();
        store = CommandRun.store(dir.resolve("store")).toString();
    }

    private static int fonts() {
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
        } catch (InternalError | RuntimeException none) {
            return 0;
        }
    }

    @ParameterizedTest
    @EnumSource(value = PlotKind.class, names = "NETWORK", mode = EnumSource.Mode.EXCLUDE)
    void drawsWithACaption(PlotKind kind) throws Exception {
        Path svg = draw(kind, "svg");

        DocumentBuilderFactory xml = DocumentBuilderFactory.newDefaultInstance();
        xml.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        xml.newDocumentBuilder().parse(svg.toFile());
        assertThat(svg).content().contains("casus plot " + kind + " --since 2023-01-01<");
        assertThat(svg).content().contains("1 event of 1 in question, from 1 report in 1 article of 1 publisher; ");
        assertThat(draw(kind, "svg")).hasSameTextualContentAs(svg);
    }

    @ParameterizedTest
    @EnumSource(value = PlotKind.class, names = "NETWORK", mode = EnumSource.Mode.EXCLUDE)
    void drawsSomethingInColour(PlotKind kind) throws IOException {
        BufferedImage picture = ImageIO.read(draw(kind, "png").toFile());

        assertThat(picture.getWidth()).isEqualTo(2000);
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(20);
    }

    @Test
    void writesNoFileWhereThereIsNothingToDraw() {
        Path file = dir.resolve("none.svg");

        CommandRun.of("plot", "network", "--store", store, "-o", file.toString())
                .fails(ExitCode.FAILED, "casus: nothing to draw; no file was written");
        assertThat(file).doesNotExist();
        assertThat(dir.resolve("none.svg.part")).doesNotExist();
        CommandRun.of("plot", "map", "--store", store, "-o", "map.pdf")
                .fails(
                        ExitCode.WRONG_USE,
                        "casus: the name of the file must end in .svg or .png: map.pdf (see casus plot --help)");
    }

    private static Path draw(PlotKind kind, String extension) {
        Path file = dir.resolve(kind + "." + System.nanoTime() + "." + extension);
        CommandRun.of("plot", kind.name(), "--since", "2023-01-01", "--store", store, "-o", file.toString())
                .ends(ExitCode.DONE);
        assertThat(Files.exists(file)).isTrue();
        return file;
    }
}
