package org.casus.article;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ways in which articles write a date, to ISO 8601: a day, or an instant with its zone. */
final class ArticleDate {
    private static final String FRACTIONS = IntStream.iterate(9, digits -> digits > 0, digits -> digits - 1)
            .mapToObj(digits -> "[." + "S".repeat(digits) + "]")
            .collect(Collectors.joining());
    private static final List<DateTimeFormatter> FORMS = List.of(
            form("uuuu-MM-dd[['T'][' ']HH:mm[:ss" + FRACTIONS + "][[' ']XXX][[' ']XX][[' ']X]]"),
            form("uuuu/M/d[ HH:mm[:ss]]"),
            // Where points stand between, the day comes first everywhere; with slashes nobody can tell.
            form("d.M.uuuu[ HH:mm[:ss]]"),
            form("uuuuMMdd['T'HHmmss[XX][X]]"),
            form("[EEE, ]d MMM uuuu[ HH:mm[:ss][ ][XX][X]]"),
            form("d MMMM uuuu"),
            form("d MMM uuuu"),
            form("MMMM d, uuuu"),
            form("MMM d, uuuu"),
            form("MMMM d uuuu"));

    private ArticleDate() {}

    /** The date in ISO form; a time without a zone is no instant and leaves its day. */
    static Optional<String> iso(String date) {
        String plain = plain(date);
        return FORMS.stream().flatMap(form -> parse(form, plain).stream()).findFirst();
    }

    private static String plain(String date) {
        return date.strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("\\[[^\\]]*\\]$", "")
                .replaceFirst("(?i) ?(GMT|UTC|UT)$", "Z")
                .replaceFirst("(?i)^[a-z]+day,? ", "")
                .replaceFirst("(?i)\\bSept\\b", "Sep")
                .replaceFirst("(?<=[A-Za-z])\\.", "")
                .replaceFirst("(?i)(?<=\\d)(st|nd|rd|th)\\b", "");
    }

    private static Optional<String> parse(DateTimeFormatter form, String date) {
        try {
            TemporalAccessor parsed = form.parseBest(date, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime instant
                            ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant)
                            : DateTimeFormatter.ISO_LOCAL_DATE.format(LocalDate.from(parsed)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
