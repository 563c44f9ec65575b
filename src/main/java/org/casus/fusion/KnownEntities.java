package org.casus.fusion;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.entity.EntityType;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What the graph of entities knows of actors and places, each read once. */
final class KnownEntities {
    private static final Node ENTITIES = NodeFactory.createURI(Vocabulary.ENTITIES_GRAPH);
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final Node HAS_GEOMETRY = NodeFactory.createURI(GEO + "hasGeometry");
    private static final Node AS_WKT = NodeFactory.createURI(GEO + "asWKT");
    private static final Pattern ADDED = Pattern.compile(" ?(?:,|\\b(?:of|in|from|at|with|who|near)\\b).*$");
    private static final Pattern POINT = Pattern.compile("POINT\\((\\S+) (\\S+)\\)");
    /** What has no name of its own may be somebody else in the next article. */
    private static final Set<EntityType> NAMELESS = Set.of(EntityType.GROUP, EntityType.POPULATION, EntityType.ACTOR);

    private final DatasetGraph quads;
    private final Words words;
    private final Map<Node, Known> known = new HashMap<>();

    KnownEntities(DatasetGraph quads, Words words) {
        this.quads = quads;
        this.words = words;
    }

    private record Known(
            Set<EntityType> types,
            boolean linked,
            @Nullable String label,
            @Nullable String country,
            Site.@Nullable Point point) {
        /**
         * What is known from texts alone has a name where it begins and ends like one: "Kimani Gray", neither "a
         * teenager", "Brooklyn resident" nor the "Police" that a sentence begins with.
         */
        boolean isNamed(Words words) {
            return types.stream().noneMatch(NAMELESS::contains)
                    && (linked || label == null || (isName(label) && !words.isCommon(head(label))));
        }

        private static boolean isName(String label) {
            String last = label.substring(label.lastIndexOf(' ') + 1);
            return Character.isUpperCase(label.codePointAt(0))
                    && (last.isEmpty() || !Character.isLowerCase(last.codePointAt(0)));
        }

        boolean isState() {
            return types.contains(EntityType.STATE);
        }

        Site.Extent extent() {
            if (isState()) {
                return Site.Extent.STATE;
            }
            return types.contains(EntityType.CITY) ? Site.Extent.SPOT : Site.Extent.AREA;
        }
    }

    Party party(@Nullable Node entity, @Nullable String country, @Nullable String head) {
        if (entity == null) {
            return new Party(null, Party.Kind.DESCRIBED, false, country, head);
        }
        Known facts = known(entity);
        String noun = facts.label() == null ? head : head(facts.label());
        return new Party(entity, kind(facts), facts.linked(), country == null ? facts.country() : country, noun);
    }

    /** The last word before what is added to it: "officer" of "a police officer of the city". */
    static String head(String phrase) {
        String bare =
                ADDED.matcher(phrase.toLowerCase(Locale.ROOT)).replaceFirst("").strip();
        return bare.substring(bare.lastIndexOf(' ') + 1);
    }

    private Party.Kind kind(Known facts) {
        if (!facts.isNamed(words)) {
            return Party.Kind.DESCRIBED;
        }
        if (facts.isState()) {
            return Party.Kind.STATE;
        }
        if (facts.types().contains(EntityType.PERSON)) {
            return Party.Kind.PERSON;
        }
        return Party.Kind.NAMED;
    }

    Site site(Node place, boolean told) {
        Known facts = known(place);
        return new Site(place, facts.extent(), facts.country(), facts.point(), told);
    }

    private Known known(Node entity) {
        return known.computeIfAbsent(entity, this::read);
    }

    private Known read(Node entity) {
        ReportReader.Facts facts = ReportReader.Facts.about(quads, ENTITIES, entity);
        List<Node> classes = facts.values().get(RDF.type.asNode());
        Set<EntityType> types = Arrays.stream(EntityType.values())
                .filter(type -> classes.contains(Vocabulary.entityClass(type).asNode()))
                .collect(Collectors.collectingAndThen(Collectors.toSet(), ImmutableSet::copyOf));
        boolean linked = !classes.contains(Vocabulary.UNLINKED_ENTITY.asNode());
        return new Known(
                types,
                linked,
                facts.literal(RDFS.label.asNode()),
                facts.literal(Vocabulary.COUNTRY.asNode()),
                point(facts.one(HAS_GEOMETRY)));
    }

    private Site.@Nullable Point point(@Nullable Node geometry) {
        if (geometry == null) {
            return null;
        }
        String wkt = ReportReader.Facts.about(quads, ENTITIES, geometry).literal(AS_WKT);
        Matcher point = POINT.matcher(wkt == null ? "" : wkt);
        return point.matches()
                ? new Site.Point(Double.parseDouble(point.group(2)), Double.parseDouble(point.group(1)))
                : null;
    }
}
