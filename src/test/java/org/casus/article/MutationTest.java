package org.casus.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reader, handed what its format looks like after somebody broke it. The same inputs each time;
 * {@code -Dcasus.mutations=10000} makes more of them.
 */
class MutationTest {
    private static final int COUNT = Integer.getInteger("casus.mutations", 150);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_READINGS = 100_000;

    static Stream<String> names() {
        return Samples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void makesOneLineOfWhateverIsBroken(String name) {
        byte[] sample = Samples.all().getOrDefault(name, new byte[0]);
        for (int seed = 0; seed < COUNT; seed++) {
            byte[] broken = new Mutation(new Random(seed)).of(sample);
            long start = worked();
            try {
                read(broken, name);
            } catch (RuntimeException | Error failure) {
                fail("%s with seed %d: %s".formatted(name, seed, failure), failure);
            }
            assertThat(Duration.ofNanos(worked() - start))
                    .as("%s with seed %d", name, seed)
                    .isLessThan(LONGEST);
        }
    }

    /** Nanoseconds of processor, since others may keep the machine busy. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void read(byte[] content, String name) {
        try (Stream<Reading> readings = new ArticleReader().read(new ByteArrayInputStream(content), name)) {
            Iterator<Reading> each = readings.limit(MOST_READINGS).iterator();
            while (each.hasNext()) {
                if (each.next() instanceof Reading.Rejected rejected) {
                    assertThat(rejected.fault())
                            .doesNotContainPattern("\\p{Cntrl}")
                            .isNotBlank();
                    assertThat(rejected.reason()).matches("[a-z-]+");
                }
            }
        }
    }

    /** Some bytes changed, left out, doubled, moved, or put in that mean something to one format or another. */
    private record Mutation(Random random) {
        private static final List<String> TELLING = List.of(
                "\0",
                "\"",
                "'",
                "<",
                ">",
                "&",
                "]]>",
                "<![CDATA[",
                "<!--",
                "<!DOCTYPE a [<!ENTITY b \"c\">]>",
                "&b;",
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\t",
                "\r\n",
                "\r\n\r\n",
                "\n",
                "-1",
                "99999999999999999999",
                "Content-Length: 7\n",
                "Transfer-Encoding: chunked\r\n",
                "Content-Encoding: gzip\r\n",
                "--b",
                "--b--",
                "=?x?B?!?=",
                "WARC/1.0\r\n",
                "HTTP/1.1 ",
                "PK\u0003\u0004",
                "\\u",
                "\\ud800",
                "\u202e",
                "\ufeff",
                "<table>",
                "</p>",
                "<a href=x>",
                "&#0;",
                "boundary=",
                "charset=utf-16",
                "charset=\"",
                "xml:lang=",
                "%",
                "1e999",
                "../",
                " ".repeat(5000),
                "a".repeat(9000));

        byte[] of(byte[] sample) {
            byte[] mutated = sample;
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                mutated = once(mutated);
            }
            return mutated;
        }

        private byte[] once(byte[] whole) {
            int from = random.nextInt(whole.length + 1);
            int to = Math.min(whole.length, from + random.nextInt(1, 64));
            byte[] part = Arrays.copyOfRange(whole, from, to);
            return switch (random.nextInt(6)) {
                case 0 -> join(whole, from, flip(part), to);
                case 1 -> join(whole, from, new byte[0], to);
                case 2 -> join(whole, from, part, from);
                case 3 -> Arrays.copyOf(whole, from);
                case 4 -> join(whole, random.nextInt(whole.length + 1), part, whole.length);
                default -> {
                    String telling = TELLING.get(random.nextInt(TELLING.size()));
                    yield join(whole, from, telling.getBytes(UTF_8), from);
                }
            };
        }

        private byte[] flip(byte[] part) {
            byte[] flipped = part.clone();
            for (int i = 0; i < flipped.length; i += random.nextInt(1, 16)) {
                flipped[i] = (byte) random.nextInt(256);
            }
            return flipped;
        }

        private static byte[] join(byte[] whole, int from, byte[] middle, int to) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(whole, 0, from);
            bytes.writeBytes(middle);
            bytes.write(whole, to, whole.length - to);
            return bytes.toByteArray();
        }
    }
}
