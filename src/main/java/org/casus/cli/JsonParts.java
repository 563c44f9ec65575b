package org.casus.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.casus.annotation.OpenTriple;
import org.casus.annotation.Sentence;
import org.casus.article.Span;
import org.casus.entity.Entity;
import org.casus.entity.LinkedArticle;
import org.casus.entity.LinkedMention;
import org.casus.extraction.Attribution;
import org.casus.extraction.EventPlace;
import org.casus.extraction.EventTime;
import org.casus.extraction.Factuality;
import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;

/** What several kinds of facts are put together from: spans, parties, places, times, voices. */
final class JsonParts {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final LinkedArticle linked;
    private final String text;
    private final List<Sentence> sentences;

    JsonParts(LinkedArticle linked) {
        this.linked = linked;
        this.text = linked.extraction().annotated().article().text();
        this.sentences = linked.extraction().annotated().sentences();
    }

    static <T> ArrayNode array(Collection<T> items, Function<T, JsonNode> write) {
        ArrayNode array = NODES.arrayNode();
        items.stream().map(write).forEach(array::add);
        return array;
    }

    /** A constant's name as the contract writes it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    ObjectNode span(Span span) {
        return NODES.objectNode()
                .put("begin", span.begin())
                .put("end", span.end())
                .put("text", span.of(text));
    }

    ObjectNode sentence(int index) {
        return span(sentences.get(index).span());
    }

    JsonNode party(@Nullable Mention mention) {
        if (mention == null) {
            return NODES.nullNode();
        }
        ObjectNode party = NODES.objectNode();
        Optional<LinkedMention> link = linked.link(mention);
        party.put("entity", linked.inRole(mention).map(Entity::id).orElse(null));
        words(party, mention);
        party.put("country", link.map(one -> one.code().country()).orElse(null));
        party.put("sector", link.map(one -> one.code().sector()).orElse(null));
        party.put("code", orNull(link.map(one -> one.code().code()).orElse("")));
        return party;
    }

    JsonNode place(@Nullable Mention mention) {
        return mention == null ? NODES.nullNode() : place(new EventPlace(mention, EventPlace.Basis.TEXT));
    }

    JsonNode place(@Nullable EventPlace place) {
        if (place == null) {
            return NODES.nullNode();
        }
        ObjectNode written = NODES.objectNode();
        Optional<Entity> entity = linked.inRole(place.mention());
        written.put("entity", entity.map(Entity::id).orElse(null));
        words(written, place.mention());
        written.put("basis", word(place.basis()));
        if (entity.isPresent() && entity.get() instanceof Entity.Known known) {
            written.put("wikidata", known.qid());
            written.put("lat", known.latitude());
            written.put("lon", known.longitude());
        }
        return written;
    }

    JsonNode time(@Nullable EventTime time) {
        if (time == null) {
            return NODES.nullNode();
        }
        ObjectNode written = NODES.objectNode();
        written.put("text", time.text());
        written.put("begin", time.span() == null ? null : time.span().begin());
        written.put("end", time.span() == null ? null : time.span().end());
        written.put("earliest", time.earliest());
        written.put("latest", time.latest());
        written.put("precision", word(time.precision()));
        written.put("basis", word(time.basis()));
        return written;
    }

    ArrayNode attribution(List<Attribution> voices) {
        return array(voices, this::voice);
    }

    void certaintyAndPolarity(ObjectNode fact, Factuality factuality) {
        fact.put("certainty", word(factuality.certainty()));
        fact.put("polarity", word(factuality.polarity()));
    }

    ObjectNode openTriple(OpenTriple triple) {
        return NODES.objectNode()
                .put("subject", triple.subject())
                .put("relation", triple.relation())
                .put("object", triple.object())
                .put("confidence", triple.confidence())
                .set("sentence", span(triple.sentence()));
    }

    private ObjectNode voice(Attribution voice) {
        ObjectNode written = NODES.objectNode();
        Mention mention = voice.mention();
        written.put("role", word(voice.role()));
        written.put("entity", linked.inRole(mention).map(Entity::id).orElse(null));
        written.put("text", voice.text());
        written.put("capacity", voice.capacity());
        written.put("begin", mention == null ? null : mention.span().begin());
        written.put("end", mention == null ? null : mention.span().end());
        return written;
    }

    private static void words(ObjectNode node, Mention mention) {
        node.put("text", mention.text());
        node.put("begin", mention.span().begin());
        node.put("end", mention.span().end());
    }

    static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
