package org.casus.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How feeds are fetched. */
final class FetchOptions {
    @Option(
            names = "--pause",
            paramLabel = "TIME",
            converter = Time.class,
            defaultValue = "1s",
            description = "Between two requests to one host, unless its robots.txt asks for more (default: 1s).")
    private Duration pause = Duration.ofSeconds(1);

    Duration pause() {
        return pause;
    }

    /** A number with s, m, h or d, to a stretch of time. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("\\d{1,6}[smhd]")) {
                throw new TypeConversionException("\"%s\" is no time such as 30s, 15m, 2h or 1d".formatted(text));
            }
            long count = Long.parseLong(text.substring(0, text.length() - 1));
            return switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(count);
                case 'm' -> Duration.ofMinutes(count);
                case 'h' -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
    }
}
