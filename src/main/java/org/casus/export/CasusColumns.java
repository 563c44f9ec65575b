package org.casus.export;

import static org.casus.export.EventRows.Kind.COUNT;
import static org.casus.export.EventRows.Kind.NUMBER;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is known of an event. */
final class CasusColumns {
    static final List<Column> COLUMNS = Stream.of(
                    Stream.of(
                            new Column("event", EventRecord::iri),
                            new Column("type", event -> event.type().name()),
                            new Column("mode", EventRecord::mode),
                            new Column("cameo", EventRecord::cameo),
                            new Column("contexts", event -> joined(event.contexts().stream())),
                            new Column(
                                    "quad", event -> event.type().quad().name().toLowerCase(Locale.ROOT)),
                            new Column("intensity", EventRecord::intensity).as(NUMBER),
                            new Column("first_day", EventRecord::firstDay),
                            new Column("last_day", EventRecord::lastDay),
                            new Column("precision", EventRecord::precision),
                            new Column("status", event -> event.surest().status()),
                            new Column(
                                    "certainty", event -> lower(event.surest().certainty())),
                            new Column("polarity", event -> lower(event.surest().polarity())),
                            new Column("tense", event -> lower(event.surest().tense())),
                            new Column("in_dispute", event -> joined(event.disputes().stream()))),
                    party("source", EventRecord::source),
                    party("target", EventRecord::target),
                    Stream.of(
                            Column.ofPlace("place", EventSite::name),
                            Column.ofPlace("place_country", EventSite::country),
                            Column.ofPlace("place_wikidata", EventSite::wikidata),
                            Column.ofPlace("place_geonames", EventSite::geonames),
                            Column.ofPlace("latitude", EventSite::latitude).as(NUMBER),
                            Column.ofPlace("longitude", EventSite::longitude).as(NUMBER)),
                    Stream.of("killed", "wounded", "arrested", "displaced", "protesters", "troops", "released")
                            .flatMap(CasusColumns::range),
                    Stream.of(
                            new Column("reports", event -> event.accounts().size()).as(COUNT),
                            new Column("articles", EventRecord::articles).as(COUNT),
                            new Column("publishers", EventRecord::publishers).as(COUNT),
                            Column.of("first_reported", EventRecord::firstReported),
                            Column.of("last_reported", EventRecord::lastReported),
                            new Column("confidence", EventRecord::confidence).as(NUMBER),
                            new Column("sentence", event -> event.surest().sentence()),
                            new Column("article", event -> event.surest().article()),
                            new Column("publisher", event -> event.surest().publisher()),
                            new Column("url", event -> event.surest().url()),
                            new Column(
                                    "all_articles",
                                    event -> joined(event.accounts().stream()
                                            .map(Account::article)
                                            .distinct()))))
            .flatMap(Function.identity())
            .toList();

    private CasusColumns() {}

    private static Stream<Column> party(String role, Function<EventRecord, @Nullable EventParty> party) {
        return Stream.of(
                partly(role, party, EventParty::name),
                partly(role + "_words", party, EventParty::words),
                partly(role + "_code", party, EventParty::code),
                partly(role + "_country", party, EventParty::country),
                partly(role + "_sector", party, EventParty::sector),
                partly(role + "_wikidata", party, EventParty::wikidata),
                partly(role + "_iri", party, EventParty::iri));
    }

    private static Column partly(
            String name,
            Function<EventRecord, @Nullable EventParty> party,
            Function<EventParty, @Nullable Object> value) {
        return Column.of(name, event -> Optional.ofNullable(party.apply(event)).map(value));
    }

    private static Stream<Column> range(String what) {
        return Stream.of(
                Column.of(
                                what + "_low",
                                event -> event.number(what)
                                        .map(EventRecord.Range::low)
                                        .map(BigDecimal::new))
                        .as(NUMBER),
                Column.of(
                                what + "_high",
                                event -> event.number(what)
                                        .map(EventRecord.Range::high)
                                        .map(BigDecimal::new))
                        .as(NUMBER));
    }

    /** Nothing to join is no text, not an empty one. */
    static @Nullable String joined(Stream<@Nullable String> parts) {
        String all = parts.filter(Objects::nonNull).collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
