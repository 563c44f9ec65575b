package org.casus.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casus.entity.ActorCode;
import org.casus.entity.Entity;
import org.casus.entity.LinkedArticle;
import org.casus.entity.LinkedMention;

/** The entities of one article to JSON, each once, with all places that speak of it. */
final class JsonEntities {
    private final JsonParts parts;

    JsonEntities(JsonParts parts) {
        this.parts = parts;
    }

    ArrayNode write(LinkedArticle linked) {
        ListMultimap<String, LinkedMention> byEntity =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        for (LinkedMention mention : linked.mentions().values()) {
            if (mention.entity() != null) {
                byEntity.put(mention.entity().id(), mention);
            }
        }
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        byEntity.asMap().forEach((id, mentions) -> written.add(write(List.copyOf(mentions))));
        return written;
    }

    private ObjectNode write(List<LinkedMention> mentions) {
        Entity entity = Objects.requireNonNull(mentions.get(0).entity());
        ActorCode code = code(entity, mentions);
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("id", entity.id());
        written.put("type", entity.type().label());
        written.put("name", entity.name());
        if (entity instanceof Entity.Known known) {
            written.put("wikidata", known.qid());
            written.put("geonames", known.geonames());
            written.put("wikipedia", known.wikipedia());
            written.put("lat", known.latitude());
            written.put("lon", known.longitude());
        }
        written.put("country", code.country());
        written.put("sector", code.sector());
        written.put("code", JsonParts.orNull(code.code()));
        LinkedMention surest = Collections.max(mentions, Comparator.comparingDouble(LinkedMention::score));
        written.put("score", surest.score());
        written.put("reason", surest.reason() == null ? null : surest.reason().label());
        written.set("mentions", spans(mentions));
        return written;
    }

    private ArrayNode spans(List<LinkedMention> mentions) {
        return JsonParts.array(
                mentions.stream()
                        .map(LinkedMention::mention)
                        .map(mention -> mention.name() == null ? mention.span() : mention.name())
                        .sorted()
                        .distinct()
                        .toList(),
                parts::span);
    }

    /** A place has no sector, though who speaks for it has; an actor's may depend on the article's date. */
    private static ActorCode code(Entity entity, List<LinkedMention> mentions) {
        Optional<String> country = entity.country()
                .or(() -> mentions.stream()
                        .map(mention -> mention.code().country())
                        .filter(Objects::nonNull)
                        .findFirst());
        if (entity.type().isPlace()) {
            return new ActorCode(country.orElse(null), null);
        }
        Optional<String> own =
                entity instanceof Entity.Known known ? Optional.ofNullable(known.sector()) : Optional.empty();
        String sector = mentions.stream()
                .map(mention -> mention.code().sector())
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> own)
                .orElse(null);
        return new ActorCode(country.orElse(null), sector);
    }
}
