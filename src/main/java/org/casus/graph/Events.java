package org.casus.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Resource;
import org.casus.extraction.EventMention;
import org.casus.extraction.EventTime;
import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;

/** Writes the reports of events. */
final class Events {
    /** Two readings of one act: the surer wins. */
    private static final Comparator<EventMention> SUREST =
            Comparator.comparingDouble(EventMention::confidence).thenComparing(EventMention::toString);

    private final Draft draft;
    private final Mentions mentions;
    private final Voices voices;
    private final Map<String, String> iriByLocalId = new HashMap<>();

    Events(Draft draft, Mentions mentions, Voices voices) {
        this.draft = draft;
        this.mentions = mentions;
        this.voices = voices;
    }

    /** The report of the event with this id, which is unique in the article alone. */
    Optional<Resource> report(@Nullable String localId) {
        return Optional.ofNullable(localId).map(iriByLocalId::get).map(draft::node);
    }

    void write(List<EventMention> events) {
        Map<String, EventMention> byIri = new TreeMap<>();
        for (EventMention event : events) {
            iriByLocalId.put(event.id(), iri(event));
            byIri.merge(iri(event), event, (one, other) -> SUREST.compare(one, other) >= 0 ? one : other);
        }
        byIri.forEach((iri, event) -> write(draft.node(iri), event));
    }

    private String iri(EventMention event) {
        return Iris.data(
                "report",
                draft.articleIri(),
                event.trigger(),
                event.type(),
                span(event.source()),
                span(event.target()));
    }

    private static @Nullable Object span(@Nullable Mention mention) {
        return mention == null ? null : mention.span();
    }

    private void write(Resource report, EventMention event) {
        draft.begin(report, Vocabulary.EVENT_REPORT);
        draft.evidence(report, event.sentence());
        writeType(report, event);
        writeRoles(report, event);
        if (event.time() != null) {
            writeTime(report, event.time());
        }
        event.numbers().forEach(number -> Numbers.write(draft, report, number));
        Perspectives.write(draft, report, event.factuality());
        voices.write(report, event.attribution());
        draft.add(report, Vocabulary.SPOKEN_OF, report(event.spokenOf()).filter(other -> !other.equals(report)));
        draft.add(report, Vocabulary.CONFIDENCE, Literals.decimal(event.confidence()));
        draft.add(report, Vocabulary.RULE, Literals.text(event.rule()));
    }

    private void writeType(Resource report, EventMention event) {
        draft.add(report, Vocabulary.EVENT_TYPE, Vocabulary.eventType(event.type()));
        draft.add(
                report, Vocabulary.MODE, Optional.ofNullable(event.mode()).map(m -> Vocabulary.mode(event.type(), m)));
        event.contexts().forEach(context -> draft.add(report, Vocabulary.CONTEXT, Vocabulary.context(context)));
        draft.add(report, Vocabulary.CAMEO, Optional.ofNullable(event.cameo()).map(Vocabulary::cameo));
        draft.add(report, Vocabulary.TRIGGER, draft.trigger(event.trigger()));
        event.mentions().stream()
                .filter(span -> !span.equals(event.trigger()))
                .forEach(span -> draft.add(report, Vocabulary.ALSO_TRIGGER, draft.trigger(span)));
    }

    private void writeRoles(Resource report, EventMention event) {
        mentions.role(report, Vocabulary.SOURCE, Vocabulary.SOURCE_MENTION, event.source());
        mentions.role(report, Vocabulary.TARGET, Vocabulary.TARGET_MENTION, event.target());
        mentions.role(report, Vocabulary.ORIGIN, Vocabulary.ORIGIN_MENTION, event.origin());
        mentions.role(report, Vocabulary.DESTINATION, Vocabulary.DESTINATION_MENTION, event.destination());
        if (event.place() != null) {
            mentions.role(
                    report,
                    Vocabulary.PLACE,
                    Vocabulary.PLACE_MENTION,
                    event.place().mention());
            draft.add(
                    report,
                    Vocabulary.PLACE_BASIS,
                    Literals.text(lower(event.place().basis())));
        }
    }

    private void writeTime(Resource report, EventTime time) {
        draft.add(report, Vocabulary.EARLIEST, Literals.date(time.earliest()));
        draft.add(report, Vocabulary.LATEST, Literals.date(time.latest()));
        draft.add(report, Vocabulary.FIRST_DAY, Literals.firstDay(time.earliest()));
        draft.add(report, Vocabulary.LAST_DAY, Literals.lastDay(time.latest()));
        draft.add(report, Vocabulary.TIME_PRECISION, Vocabulary.precision(time.precision()));
        draft.add(report, Vocabulary.TIME_BASIS, Literals.text(lower(time.basis())));
        draft.add(report, Vocabulary.TIME_TEXT, Optional.ofNullable(time.text()).map(Literals::text));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
