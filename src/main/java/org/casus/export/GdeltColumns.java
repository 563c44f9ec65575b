package org.casus.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The 61 columns of GDELT 2.0's table of events, in their order. */
final class GdeltColumns {
    /** CAMEO's own codes of roles that differ from PLOVER's sectors are not made up: sectors go in as they are. */
    static final List<Column> COLUMNS = Stream.of(
                    Stream.of(
                            new Column("GLOBALEVENTID", EventRecord::id),
                            Column.of("SQLDATE", event -> digits(event, 8)),
                            Column.of("MonthYear", event -> digits(event, 6)),
                            Column.of("Year", event -> digits(event, 4)),
                            Column.empty("FractionDate")),
                    actor("Actor1", EventRecord::source),
                    actor("Actor2", EventRecord::target),
                    Stream.of(
                            Column.empty("IsRootEvent"),
                            new Column("EventCode", EventRecord::cameo),
                            new Column("EventBaseCode", event -> start(event.cameo(), 3)),
                            new Column("EventRootCode", event -> start(event.cameo(), 2)),
                            new Column("QuadClass", GdeltColumns::quadClass),
                            Column.empty("GoldsteinScale"),
                            new Column("NumMentions", event -> event.accounts().size()),
                            new Column("NumSources", EventRecord::publishers),
                            new Column("NumArticles", EventRecord::articles),
                            Column.empty("AvgTone")),
                    noPlace("Actor1Geo"),
                    noPlace("Actor2Geo"),
                    Stream.of(
                            Column.ofPlace("ActionGeo_Type", GdeltColumns::placeType),
                            Column.ofPlace("ActionGeo_FullName", EventSite::name),
                            Column.empty("ActionGeo_CountryCode"),
                            Column.empty("ActionGeo_ADM1Code"),
                            Column.empty("ActionGeo_ADM2Code"),
                            Column.ofPlace("ActionGeo_Lat", EventSite::latitude),
                            Column.ofPlace("ActionGeo_Long", EventSite::longitude),
                            Column.empty("ActionGeo_FeatureID"),
                            Column.empty("DATEADDED"),
                            new Column("SOURCEURL", event -> event.surest().url())))
            .flatMap(Function.identity())
            .toList();

    private GdeltColumns() {}

    private static Stream<Column> actor(String prefix, Function<EventRecord, @Nullable EventParty> party) {
        return Stream.of(
                partly(prefix + "Code", party, EventParty::code),
                partly(prefix + "Name", party, EventParty::name),
                partly(prefix + "CountryCode", party, EventParty::country),
                Column.empty(prefix + "KnownGroupCode"),
                Column.empty(prefix + "EthnicCode"),
                Column.empty(prefix + "Religion1Code"),
                Column.empty(prefix + "Religion2Code"),
                partly(prefix + "Type1Code", party, EventParty::sector),
                Column.empty(prefix + "Type2Code"),
                Column.empty(prefix + "Type3Code"));
    }

    private static Column partly(
            String name,
            Function<EventRecord, @Nullable EventParty> party,
            Function<EventParty, @Nullable Object> value) {
        return Column.of(name, event -> Optional.ofNullable(party.apply(event)).map(value));
    }

    private static Stream<Column> noPlace(String prefix) {
        return Stream.of("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
                .map(name -> Column.empty(prefix + "_" + name));
    }

    private static Optional<String> digits(EventRecord event, int count) {
        return event.day().map(day -> day.replace("-", "").substring(0, count));
    }

    private static @Nullable String start(@Nullable String code, int length) {
        return code == null ? null : code.substring(0, Math.min(length, code.length()));
    }

    private static int quadClass(EventRecord event) {
        return switch (event.type().quad()) {
            case VERBAL_COOPERATION -> 1;
            case MATERIAL_COOPERATION -> 2;
            case VERBAL_CONFLICT -> 3;
            case MATERIAL_CONFLICT -> 4;
        };
    }

    /** 1 a country, 4 a town, 5 a province; as GDELT numbers them outside of the United States. */
    private static @Nullable Object placeType(EventSite place) {
        return switch (place.kind()) {
            case "State" -> 1;
            case "City" -> 4;
            case "Region" -> 5;
            default -> null;
        };
    }
}
