package org.casus.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns in which POLECAT's events are published. */
final class PolecatColumns {
    static final List<Column> COLUMNS = Stream.of(
                    Stream.of(
                            new Column("Event ID", EventRecord::id),
                            Column.of("Event Date", EventRecord::day),
                            new Column("Event Type", event -> event.type().name()),
                            new Column("Event Mode", EventRecord::mode),
                            new Column("Intensity", EventRecord::intensity),
                            new Column("Quad Code", PolecatColumns::quad),
                            new Column("Contexts", event -> CasusColumns.joined(event.contexts().stream()))),
                    party("Actor", EventRecord::source),
                    party("Recipient", EventRecord::target),
                    Stream.of(
                            Column.ofPlace("Placename", EventSite::name),
                            Column.ofPlace("City", place -> place.kind().equals("City") ? place.name() : null),
                            Column.empty("District"),
                            Column.ofPlace("Province", place -> place.kind().equals("Region") ? place.name() : null),
                            Column.ofPlace("Country", EventSite::country),
                            Column.ofPlace("Latitude", EventSite::latitude),
                            Column.ofPlace("Longitude", EventSite::longitude),
                            Column.ofPlace("GeoNames ID", EventSite::geonames),
                            Column.empty("Raw Placename"),
                            Column.empty("Feature Type"),
                            new Column("Source", event -> event.surest().publisher()),
                            new Column(
                                    "Publication Date", event -> event.surest().published()),
                            Column.empty("Story People"),
                            Column.empty("Story Organizations"),
                            Column.empty("Story Locations"),
                            new Column("Language", event -> "eng"),
                            new Column("Version", event -> "Casus")))
            .flatMap(Function.identity())
            .toList();

    private PolecatColumns() {}

    private static Stream<Column> party(String role, Function<EventRecord, @Nullable EventParty> party) {
        return Stream.of(
                partly(role + " Name", party, EventParty::name),
                partly(role + " Country", party, EventParty::country),
                Column.empty(role + " COW"),
                partly("Primary " + role + " Sector", party, EventParty::sector),
                partly(role + " Sectors", party, EventParty::sector),
                Column.empty(role + " Title"),
                partly(role + " Name Raw", party, EventParty::words),
                Column.empty("Wikipedia " + role + " ID"));
    }

    private static Column partly(
            String name,
            Function<EventRecord, @Nullable EventParty> party,
            Function<EventParty, @Nullable Object> value) {
        return Column.of(name, event -> Optional.ofNullable(party.apply(event)).map(value));
    }

    private static String quad(EventRecord event) {
        return switch (event.type().quad()) {
            case VERBAL_COOPERATION -> "VERBAL COOPERATION";
            case MATERIAL_COOPERATION -> "MATERIAL COOPERATION";
            case VERBAL_CONFLICT -> "VERBAL CONFLICT";
            case MATERIAL_CONFLICT -> "MATERIAL CONFLICT";
        };
    }
}
