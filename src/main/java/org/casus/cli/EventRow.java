package org.casus.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.casus.entity.Entity;
import org.casus.entity.LinkedArticle;
import org.casus.extraction.Attribution;
import org.casus.extraction.EventMention;
import org.casus.extraction.EventTime;
import org.casus.extraction.Factuality;
import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;

/** One event of an article as cells, for a table or a CSV file. */
final class EventRow {
    /** Names of the cells of {@link #cells}. */
    static final List<String> HEADER = List.of(
            "article",
            "id",
            "type",
            "mode",
            "cameo",
            "trigger",
            "source",
            "source_code",
            "source_wikidata",
            "target",
            "target_code",
            "target_wikidata",
            "place",
            "earliest",
            "latest",
            "certainty",
            "polarity",
            "tense",
            "spoken_of",
            "voices",
            "confidence",
            "sentence",
            "rule");

    private final LinkedArticle linked;
    private final EventMention event;

    EventRow(LinkedArticle linked, EventMention event) {
        this.linked = linked;
        this.event = event;
    }

    List<String> cells(boolean explain) {
        Factuality factuality = event.factuality();
        EventTime time = event.time();
        return Stream.of(
                        linked.extraction().annotated().article().id(),
                        event.id(),
                        event.type().name(),
                        event.mode(),
                        event.cameo(),
                        event.trigger().of(text()),
                        words(event.source()),
                        code(event.source()),
                        wikidata(event.source()),
                        words(event.target()),
                        code(event.target()),
                        wikidata(event.target()),
                        event.place() == null ? null : words(event.place().mention()),
                        time == null ? null : time.earliest(),
                        time == null ? null : time.latest(),
                        lower(factuality.certainty()),
                        lower(factuality.polarity()),
                        lower(factuality.tense()),
                        event.spokenOf(),
                        voices(),
                        "%.2f".formatted(event.confidence()),
                        sentence(),
                        explain ? event.rule() : null)
                .map(cell -> cell == null ? "" : cell)
                .toList();
    }

    /** Who, in short: the name that is known, with the code. */
    String party(@Nullable Mention mention) {
        if (mention == null) {
            return "-";
        }
        String name = linked.inRole(mention)
                .filter(Entity.Known.class::isInstance)
                .map(Entity::name)
                .orElse(mention.resolved().text());
        String code = code(mention);
        return code.isEmpty() ? name : name + " [" + code + "]";
    }

    EventMention event() {
        return event;
    }

    String sentence() {
        return linked.extraction()
                .annotated()
                .sentences()
                .get(event.sentence())
                .span()
                .of(text())
                .replaceAll("\\s+", " ");
    }

    private String text() {
        return linked.extraction().annotated().article().text();
    }

    private static @Nullable String words(@Nullable Mention mention) {
        return mention == null ? null : mention.text();
    }

    private String code(@Nullable Mention mention) {
        return linked.link(mention).map(link -> link.code().code()).orElse("");
    }

    private String wikidata(@Nullable Mention mention) {
        return linked.inRole(mention)
                .filter(Entity.Known.class::isInstance)
                .map(entity -> ((Entity.Known) entity).qid())
                .orElse("");
    }

    private String voices() {
        return String.join(
                "; ", event.attribution().stream().map(Attribution::text).toList());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
