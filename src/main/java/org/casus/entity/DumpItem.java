package org.casus.entity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a line of Wikidata's dump says of an item, as far as it is kept.
 *
 * @param name its label in English, or the one for all languages
 * @param names others in English
 * @param otherNames labels in other languages
 * @param claims by property
 * @param sitelinks how many Wikipedias have an article on it
 * @param wikipedia title of the English one
 */
record DumpItem(
        String id,
        @Nullable String name,
        List<String> names,
        Set<String> otherNames,
        Map<String, List<Claim>> claims,
        int sitelinks,
        @Nullable String wikipedia) {
    /** What of an item is read; see <a href="https://www.wikidata.org/wiki/Help:Properties">properties</a>. */
    private static final Set<String> KEPT = Set.of(
            "P31", "P17", "P27", "P39", "P102", "P106", "P131", "P36", "P463", "P625", "P1566", "P297", "P298", "P300",
            "P576", "P580", "P582", "P585", "P361", "P710", "P1082");

    private static final ObjectMapper MAPPER = new ObjectMapper(new JsonFactory());

    /**
     * A statement's value with the time for which it holds.
     *
     * @param value an item's id, a time cut to what is known, a number, or text
     * @param preferred by its rank
     */
    record Claim(
            String value,
            boolean preferred,
            @Nullable String from,
            @Nullable String until) {}

    /**
     * Reads a line; empty for what is no item.
     *
     * @throws IOException where it is not what a line of the dump is
     */
    static Optional<DumpItem> read(byte[] line, int length) throws IOException {
        try (JsonParser json = MAPPER.createParser(line, 0, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            return new Reader(json).read();
        }
    }

    List<Claim> claims(String property) {
        return claims.getOrDefault(property, List.of());
    }

    Stream<String> values(String property) {
        return claims(property).stream().map(Claim::value);
    }

    /** The preferred value, else the last that holds still, else the last. */
    Optional<String> value(String property) {
        List<Claim> all = claims(property);
        return all.stream()
                .filter(Claim::preferred)
                .findFirst()
                .or(() -> last(all.stream().filter(claim -> claim.until == null).toList()))
                .or(() -> last(all))
                .map(Claim::value);
    }

    private static Optional<Claim> last(List<Claim> claims) {
        return claims.isEmpty() ? Optional.empty() : Optional.of(claims.get(claims.size() - 1));
    }

    private static final class Reader {
        private final JsonParser json;
        private @Nullable String id;
        private boolean item = true;
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final List<String> aliases = new ArrayList<>();
        private final Map<String, List<Claim>> claims = new LinkedHashMap<>();
        private int sitelinks;
        private @Nullable String wikipedia;

        Reader(JsonParser json) {
            this.json = json;
        }

        Optional<DumpItem> read() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                boolean object = json.nextToken() == JsonToken.START_OBJECT;
                switch (field) {
                    case "id" -> id = json.getText();
                    case "type" -> item = json.getText().equals("item");
                    case "labels" -> readIf(object, this::readLabel);
                    case "aliases" -> readIf(object, this::readAliases);
                    case "claims" -> readIf(object, this::readClaims);
                    case "sitelinks" -> readIf(object, this::readSitelink);
                    default -> json.skipChildren();
                }
            }
            if (id == null) {
                throw new IOException("no id");
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("no end");
            }
            return item ? Optional.of(made(id)) : Optional.empty();
        }

        private DumpItem made(String qid) {
            String name = labels.getOrDefault("en", labels.get("mul"));
            Set<String> others = new LinkedHashSet<>(labels.values());
            return new DumpItem(qid, name, aliases, others, claims, sitelinks, wikipedia);
        }

        private interface Field {
            void read(String name) throws IOException;
        }

        /** An empty object is written as an empty array. */
        private void readIf(boolean object, Field field) throws IOException {
            if (!object) {
                json.skipChildren();
                return;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                field.read(name);
            }
        }

        private void readLabel(String language) throws IOException {
            labels.put(language, value(json));
        }

        private void readAliases(String language) throws IOException {
            if (!language.equals("en") && !language.equals("mul")) {
                json.skipChildren();
                return;
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                aliases.add(value(json));
            }
        }

        private static String value(JsonParser json) throws IOException {
            String value = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("value");
                json.nextToken();
                if (wanted) {
                    value = json.getText();
                } else {
                    json.skipChildren();
                }
            }
            return value.replace('\t', ' ').replace('\n', ' ');
        }

        private void readSitelink(String site) throws IOException {
            // Wikipedias alone: enwiki, but not commonswiki or enwikivoyage.
            boolean of = site.endsWith("wiki") && !site.equals("commonswiki") && !site.equals("specieswiki");
            if (!of) {
                json.skipChildren();
                return;
            }
            sitelinks++;
            JsonNode link = MAPPER.readTree(json);
            if (site.equals("enwiki")) {
                wikipedia = link.path("title").asText().replace(' ', '_');
            }
        }

        private void readClaims(String property) throws IOException {
            if (!KEPT.contains(property)) {
                json.skipChildren();
                return;
            }
            JsonNode statements = MAPPER.readTree(json);
            List<Claim> read = new ArrayList<>();
            for (JsonNode statement : statements) {
                String rank = statement.path("rank").asText();
                String value = WikidataValue.of(statement.path("mainsnak"));
                if (value != null && !rank.equals("deprecated")) {
                    JsonNode qualifiers = statement.path("qualifiers");
                    read.add(new Claim(
                            value,
                            rank.equals("preferred"),
                            WikidataValue.of(qualifiers.path("P580").path(0)),
                            WikidataValue.of(qualifiers.path("P582").path(0))));
                }
            }
            claims.put(property, read);
        }
    }
}
