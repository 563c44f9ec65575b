package org.casus.entity;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;

/** Makes entities of what the gazetteer does not know: the same name, type and country are the same entity anywhere. */
final class NilEntities {
    private static final Pattern DETERMINER = Pattern.compile(
            "^(?:the|an?|some|many|several|these|those|this|that|its|his|her|their|our|more)\\s+(?!than\\b)", 2);
    private static final int HASH_LENGTH = 16;

    private final String articleId;

    NilEntities(String articleId) {
        this.articleId = articleId;
    }

    /** Somebody or something with a name, one in all articles. */
    Entity.Nil named(String name, EntityType type, @Nullable String country) {
        String bare = DETERMINER.matcher(name.strip()).replaceFirst("");
        return new Entity.Nil(idOf(bare, type, country), type, bare, country);
    }

    static String idOf(String bare, EntityType type, @Nullable String country) {
        return "nil-" + hash(SurfaceForm.of(bare).folded(), type.label(), orEmpty(country));
    }

    /** Somebody described, such as "masked gunmen": one in this article, never more. */
    Entity.Nil described(String words, EntityType type, @Nullable String country) {
        String bare = DETERMINER.matcher(words.strip()).replaceFirst("");
        String folded = SurfaceForm.of(bare).folded();
        return new Entity.Nil("nil-" + hash(folded, type.label(), orEmpty(country), articleId), type, bare, country);
    }

    static EntityType type(Mention.Kind kind, @Nullable String sector) {
        return switch (kind) {
            case PERSON -> EntityType.PERSON;
            case ORGANISATION -> organisation(orEmpty(sector));
            case PLACE -> EntityType.PLACE;
            case GROUP -> EntityType.GROUP;
            case POPULATION -> EntityType.POPULATION;
            case PRONOUN, OTHER -> EntityType.ACTOR;
        };
    }

    private static EntityType organisation(String sector) {
        return switch (sector) {
            case "MIL" -> EntityType.MILITARY;
            case "GOV", "COP", "JUD", "LEG", "SPY" -> EntityType.GOVERNMENT_BODY;
            case "REB", "UAF" -> EntityType.ARMED_GROUP;
            case "OPP", "PTY" -> EntityType.PARTY;
            case "BUS" -> EntityType.COMPANY;
            case "JRN" -> EntityType.MEDIA_OUTLET;
            default -> EntityType.ORGANISATION;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String hash(String... parts) {
        return Hashing.sha256()
                .hashString(String.join("\u001f", parts), StandardCharsets.UTF_8)
                .toString()
                .substring(0, HASH_LENGTH);
    }
}
