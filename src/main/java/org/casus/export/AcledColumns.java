package org.casus.export;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** ACLED's columns; {@code acled.tsv} says which of its types an event has. */
final class AcledColumns {
    private static final String ANY = "*";
    private static final Set<String> ARMED = Set.of("MIL", "REB", "UAF", "COP", "SPY");
    private static final Map<String, String> COUNTRIES = Stream.of(Locale.getISOCountries())
            .map(code -> new Locale("", code))
            .collect(Collectors.toMap(Locale::getISO3Country, country -> country.getDisplayCountry(Locale.ENGLISH)));

    /** A type of ACLED, for what fits the first three. */
    record Code(String type, String mode, String target, String disorder, String event, String sub) {
        private boolean fits(EventRecord fact) {
            return type.equals(fact.type().name())
                    && (mode.equals(ANY) || mode.equals(fact.mode()))
                    && (target.equals(ANY) || target.equals(kind(fact.target())));
        }
    }

    private static final List<Code> CODES = rows("acled.tsv")
            .map(cells -> new Code(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)))
            .toList();
    private static final Map<String, Integer> NUMERIC_CODES = rows("iso3166.tsv")
            .collect(Collectors.toMap(cells -> cells.get(0), cells -> Integer.valueOf(cells.get(1))));

    static final List<Column> COLUMNS = List.of(
            new Column("event_id_cnty", EventRecord::id),
            Column.of("event_date", EventRecord::day),
            Column.of("year", event -> event.day().map(day -> day.substring(0, 4))),
            new Column("time_precision", AcledColumns::timePrecision),
            Column.of("disorder_type", event -> code(event).map(Code::disorder)),
            Column.of("event_type", event -> code(event).map(Code::event)),
            Column.of("sub_event_type", event -> code(event).map(Code::sub)),
            Column.ofSource("actor1", EventParty::name),
            Column.empty("assoc_actor_1"),
            Column.ofSource("inter1", AcledColumns::inter),
            Column.ofTarget("actor2", EventParty::name),
            Column.empty("assoc_actor_2"),
            Column.ofTarget("inter2", AcledColumns::inter),
            Column.empty("interaction"),
            new Column(
                    "civilian_targeting",
                    event -> "civilian".equals(kind(event.target())) ? "Civilian targeting" : null),
            Column.ofPlace("iso", place -> place.country() == null ? null : NUMERIC_CODES.get(place.country())),
            Column.empty("region"),
            Column.ofPlace("country", place -> country(place.country())),
            Column.ofPlace("admin1", place -> place.kind().equals("Region") ? place.name() : null),
            Column.empty("admin2"),
            Column.empty("admin3"),
            Column.ofPlace("location", EventSite::name),
            Column.ofPlace("latitude", EventSite::latitude),
            Column.ofPlace("longitude", EventSite::longitude),
            Column.ofPlace("geo_precision", AcledColumns::geoPrecision),
            new Column(
                    "source",
                    event -> CasusColumns.joined(event.accounts().stream()
                            .map(Account::publisher)
                            .filter(Objects::nonNull)
                            .distinct())),
            Column.empty("source_scale"),
            new Column("notes", event -> event.surest().sentence()),
            Column.of("fatalities", event -> event.number("killed").map(EventRecord.Range::low)),
            Column.empty("tags"),
            Column.empty("timestamp"));

    private AcledColumns() {}

    static Optional<Code> code(EventRecord event) {
        return CODES.stream().filter(code -> code.fits(event)).findFirst();
    }

    private static Stream<List<String>> rows(String table) {
        try {
            return Resources.readLines(Resources.getResource(AcledColumns.class, table), StandardCharsets.UTF_8)
                    .stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Splitter.on('\t').splitToList(line));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Armed, civilian, or neither as far as is known. */
    private static String kind(@Nullable EventParty party) {
        if (party == null) {
            return "";
        }
        String sector = party.sector() == null ? "" : party.sector();
        boolean armed = ARMED.contains(sector)
                || party.kind().equals("Military")
                || party.kind().equals("ArmedGroup")
                || (party.kind().equals("State") && sector.isEmpty());
        if (armed) {
            return "armed";
        }
        return sector.equals("CVL") || party.kind().equals("Population") ? "civilian" : "";
    }

    private static @Nullable String inter(EventParty party) {
        String sector = party.sector() == null ? "" : party.sector();
        return switch (sector) {
            case "MIL", "GOV", "COP", "SPY", "JUD" -> "State Forces";
            case "REB" -> "Rebel Group";
            case "CVL", "MED", "EDU", "LAB", "REF", "HLH", "CRM", "BUS" -> "Civilians";
            default -> party.kind().equals("State") || party.kind().equals("Military") ? "State Forces" : null;
        };
    }

    private static @Nullable Object timePrecision(EventRecord event) {
        String precision = event.precision() == null ? "" : event.precision();
        return switch (precision) {
            case "Day", "Hour", "Second" -> 1;
            case "Week" -> 2;
            case "Month" -> 3;
            default -> null;
        };
    }

    private static @Nullable Object geoPrecision(EventSite place) {
        return switch (place.kind()) {
            case "City" -> 1;
            case "Region" -> 2;
            case "State" -> 3;
            default -> null;
        };
    }

    private static @Nullable String country(@Nullable String code) {
        return code == null ? null : COUNTRIES.getOrDefault(code, code);
    }
}
