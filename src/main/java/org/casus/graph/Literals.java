package org.casus.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.ResourceFactory;
import org.jspecify.annotations.Nullable;

/** Typed literals, each value in one spelling only. */
public final class Literals {
    private static final int DECIMALS = 4;
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private Literals() {}

    /** Half a surrogate pair has no place in UTF-8: it would not come back from a file as it went in. */
    static Literal text(String text) {
        return ResourceFactory.createStringLiteral(LONE_SURROGATE.matcher(text).replaceAll("\uFFFD"));
    }

    static Literal offset(int index) {
        return typed(Integer.toString(index), XSDDatatype.XSDnonNegativeInteger);
    }

    static Literal integer(int number) {
        return typed(Integer.toString(number), XSDDatatype.XSDinteger);
    }

    static Literal truth(boolean truth) {
        return typed(Boolean.toString(truth), XSDDatatype.XSDboolean);
    }

    /** Rounded to four places, with one at least: TDB2 gives 5 back as 5.0, and would not find that to delete it. */
    public static Literal decimal(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
        BigDecimal shortest = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return typed(shortest.setScale(Math.max(1, shortest.scale())).toPlainString(), XSDDatatype.XSDdecimal);
    }

    /** A year, a month, a day or an instant, as finely as it is known; empty for what is none of these. */
    static Optional<Literal> date(@Nullable String iso) {
        if (iso == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parsedDate(iso));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private static Literal parsedDate(String iso) {
        return switch (iso.length()) {
            case 4 -> typed(Year.parse(iso).toString(), XSDDatatype.XSDgYear);
            case 7 -> typed(YearMonth.parse(iso).toString(), XSDDatatype.XSDgYearMonth);
            case 10 -> typed(LocalDate.parse(iso).toString(), XSDDatatype.XSDdate);
            default -> typed(instant(iso), XSDDatatype.XSDdateTime);
        };
    }

    /** xsd:dateTime wants its seconds, which ISO 8601 may leave out. */
    private static String instant(String iso) {
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from)
                        instanceof OffsetDateTime withZone
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(withZone)
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.parse(iso));
    }

    /** The first day of what {@link #date} makes. */
    static Optional<Literal> firstDay(@Nullable String iso) {
        return date(iso).map(literal -> {
            String known = literal.getLexicalForm();
            String day = known.length() == 4 ? known + "-01-01" : known.length() == 7 ? known + "-01" : known;
            return typed(day.substring(0, 10), XSDDatatype.XSDdate);
        });
    }

    /** The last day of what {@link #date} makes. */
    static Optional<Literal> lastDay(@Nullable String iso) {
        return date(iso).map(literal -> {
            String known = literal.getLexicalForm();
            String day = known.length() == 4
                    ? known + "-12-31"
                    : known.length() == 7
                            ? YearMonth.parse(known).atEndOfMonth().toString()
                            : known;
            return typed(day.substring(0, 10), XSDDatatype.XSDdate);
        });
    }

    static Literal typed(String lexical, RDFDatatype type) {
        return ResourceFactory.createTypedLiteral(lexical, type);
    }
}
