package org.casus.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Joiner;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.casus.entity.WikidataClient.Pace;
import org.jspecify.annotations.Nullable;

/** Names that no gazetteer here knows -> items of Wikidata, asked over the network; only where one alone fits. */
public final class WikidataLookup {
    /** Wikidata's own. */
    public static final URI ENDPOINT = URI.create("https://www.wikidata.org/w/api.php");

    /** As many as the API takes at once. */
    private static final int AT_ONCE = 50;

    private static final String PROPERTIES = "labels|aliases|claims|sitelinks";
    private static final String LANGUAGES = "en|mul";
    private static final int MOST_CANDIDATES = 10;
    private static final int WELL_KNOWN = 20;
    private static final int FAR = 4;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Joiner BARS = Joiner.on('|');

    private final WikidataClient client;
    private final DumpFilter filter;

    /**
     * @param agent who asks, with an address where they can be written to
     * @param folder whose gazetteer keeps the answers
     */
    public WikidataLookup(URI endpoint, String agent, GazetteerFolder folder) {
        this(new WikidataClient(endpoint, agent, folder.answers(), Pace.POLITE));
    }

    WikidataLookup(WikidataClient client) {
        this.client = client;
        filter = new DumpFilter(GazetteerTables.shipped(ShippedGazetteer.open()));
    }

    /**
     * Somebody or some place that has no item here.
     *
     * @param iri where the answer belongs
     * @param geonames number of a place
     * @param wikipedia title of an article that may be about it
     */
    public record Unknown(
            String iri,
            String name,
            EntityType type,
            @Nullable String country,
            @Nullable Integer geonames,
            @Nullable String wikipedia) {}

    /**
     * Asks for all.
     *
     * @param faults told of each request that came to nothing; what it was for stays unknown
     * @return by the IRI
     */
    public Map<String, Entity.Known> find(List<Unknown> unknowns, Consumer<String> faults) {
        Map<String, Entity.Known> found = new LinkedHashMap<>();
        List<Unknown> places =
                unknowns.stream().filter(one -> one.geonames() != null).toList();
        for (List<Unknown> some : Lists.partition(places, AT_ONCE)) {
            attempt(() -> findByGeonames(some, found), faults);
        }
        Map<String, List<Unknown>> titled = new LinkedHashMap<>();
        for (Unknown unknown : unknowns) {
            if (unknown.wikipedia() != null) {
                titled.computeIfAbsent(unknown.wikipedia(), title -> new ArrayList<>())
                        .add(unknown);
            }
        }
        for (List<String> some : Lists.partition(List.copyOf(titled.keySet()), AT_ONCE)) {
            attempt(() -> findByTitle(some, titled, found), faults);
        }
        for (Unknown unknown : unknowns) {
            // A single word is the name of too many.
            if (unknown.geonames() == null
                    && unknown.name().strip().contains(" ")
                    && !found.containsKey(unknown.iri())) {
                attempt(() -> findByName(unknown).ifPresent(known -> found.put(unknown.iri(), known)), faults);
            }
        }
        return found;
    }

    private static void attempt(Runnable request, Consumer<String> faults) {
        try {
            request.run();
        } catch (UncheckedIOException fault) {
            faults.accept(String.valueOf(fault.getMessage()));
        }
    }

    private void findByGeonames(List<Unknown> places, Map<String, Entity.Known> found) {
        String numbers = BARS.join(places.stream()
                .map(place -> "P1566=" + place.geonames())
                .distinct()
                .iterator());
        JsonNode answer = client.ask(Map.of(
                "action", "query",
                "list", "search",
                "srnamespace", "0",
                "srlimit", String.valueOf(AT_ONCE),
                "srsearch", "haswbstatement:" + numbers));
        Set<String> ids = new LinkedHashSet<>();
        answer.path("query")
                .path("search")
                .forEach(hit -> ids.add(hit.path("title").asText()));
        List<Entry> entries = entries(ids);
        for (Unknown place : places) {
            List<Entry> here = entries.stream()
                    .filter(entry -> Objects.equals(entry.entity().geonames(), place.geonames()))
                    .toList();
            if (here.size() == 1) {
                found.put(place.iri(), here.get(0).entity());
            }
        }
    }

    /** An article's item, where it fits; the article was found by the name, so that need not be compared again. */
    private void findByTitle(List<String> titles, Map<String, List<Unknown>> titled, Map<String, Entity.Known> found) {
        JsonNode answer = client.ask(Map.of(
                "action",
                "wbgetentities",
                "sites",
                "enwiki",
                "titles",
                BARS.join(titles).replace('_', ' '),
                "props",
                PROPERTIES,
                "languages",
                LANGUAGES));
        for (Entry entry : entries(answer)) {
            String title = entry.entity().wikipedia();
            for (Unknown unknown : title == null ? List.<Unknown>of() : titled.getOrDefault(title, List.of())) {
                if (fits(entry, unknown)) {
                    found.put(unknown.iri(), entry.entity());
                }
            }
        }
    }

    private static boolean fits(Entry entry, Unknown unknown) {
        return isOfType(entry, unknown.type())
                && (unknown.country() == null
                        || entry.country().filter(unknown.country()::equals).isPresent());
    }

    private Optional<Entity.Known> findByName(Unknown unknown) {
        JsonNode answer = client.ask(Map.of(
                "action", "wbsearchentities",
                "type", "item",
                "language", "en",
                "limit", String.valueOf(MOST_CANDIDATES),
                "search", unknown.name()));
        Set<String> ids = new LinkedHashSet<>();
        answer.path("search").forEach(hit -> ids.add(hit.path("id").asText()));
        String name = SurfaceForm.of(unknown.name()).folded();
        List<Entry> fitting = entries(ids).stream()
                .filter(entry -> fits(entry, unknown)
                        && entry.names().stream()
                                .anyMatch(own -> SurfaceForm.of(own).folded().equals(name)))
                .sorted((one, other) ->
                        Integer.compare(other.prior().sitelinks(), one.prior().sitelinks()))
                .toList();
        boolean one = fitting.size() == 1
                || (fitting.size() > 1
                        && fitting.get(0).prior().sitelinks() >= WELL_KNOWN
                        && fitting.get(0).prior().sitelinks()
                                >= FAR * fitting.get(1).prior().sitelinks());
        return one ? Optional.of(fitting.get(0).entity()) : Optional.empty();
    }

    /** A text tells a body from a place and a person, but not always one sort of body from another. */
    private static boolean isOfType(Entry entry, EntityType type) {
        return type == EntityType.ACTOR
                || (entry.isPlace() == type.isPlace() && entry.is(EntityType.PERSON) == (type == EntityType.PERSON));
    }

    private List<Entry> entries(Set<String> ids) {
        List<Entry> entries = new ArrayList<>();
        for (List<String> some : Lists.partition(List.copyOf(ids), AT_ONCE)) {
            JsonNode answer = client.ask(Map.of(
                    "action", "wbgetentities", "ids", BARS.join(some), "props", PROPERTIES, "languages", LANGUAGES));
            entries.addAll(entries(answer));
        }
        return entries;
    }

    private List<Entry> entries(JsonNode answer) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entity : answer.path("entities")) {
            item(entity).flatMap(filter::entry).ifPresent(entries::add);
        }
        return entries;
    }

    /** A deleted item is answered as one that is missing; one that was merged comes under its new id. */
    private static Optional<DumpItem> item(JsonNode entity) {
        try {
            byte[] line = MAPPER.writeValueAsBytes(entity);
            return entity.has("missing") ? Optional.empty() : DumpItem.read(line, line.length);
        } catch (IOException fault) {
            throw new UncheckedIOException("an entity that cannot be read: " + fault.getMessage(), fault);
        }
    }
}
