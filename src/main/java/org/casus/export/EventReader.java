package org.casus.export;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.extraction.EventType;
import org.casus.graph.Vocabulary;
import org.casus.store.Scope;
import org.casus.store.Selection;
import org.jspecify.annotations.Nullable;

/** The events of a store, within one transaction, in the order of time. */
public final class EventReader {
    private static final Node EVENTS = NodeFactory.createURI(Vocabulary.EVENTS_GRAPH);
    private static final Node ENTITIES = NodeFactory.createURI(Vocabulary.ENTITIES_GRAPH);
    private static final Node VOCABULARY = NodeFactory.createURI(Vocabulary.VOCABULARY_GRAPH);
    private static final String SCHEMA = "https://schema.org/";
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final String ANCHOR_OF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf";
    private static final Pattern POINT = Pattern.compile("POINT\\((\\S+) (\\S+)\\)");
    private static final Pattern ITEM = Pattern.compile("http://www\\.wikidata\\.org/entity/(Q\\d+)");
    private static final Pattern GEONAMES = Pattern.compile("https://sws\\.geonames\\.org/(\\d+)/");
    private static final int REMEMBERED = 50_000;
    /** What sorts after every day. */
    private static final String UNDATED = "~";

    private static final Comparator<Dated> BY_DAY = Comparator.comparing(Dated::day)
            .thenComparing(dated -> dated.event().getURI());

    private final Dataset dataset;
    private final DatasetGraph quads;
    private final LoadingCache<Node, Description> entities;
    private final LoadingCache<Node, Description> articles;
    private final Map<EventType, Double> intensities = new HashMap<>();

    public EventReader(Dataset dataset) {
        this.dataset = dataset;
        this.quads = dataset.asDatasetGraph();
        entities = remembering(ENTITIES);
        articles = remembering(Node.ANY);
    }

    private LoadingCache<Node, Description> remembering(Node graph) {
        return CacheBuilder.newBuilder()
                .maximumSize(REMEMBERED)
                .build(CacheLoader.from(node -> Description.of(quads, graph, node)));
    }

    /** By the first day on which they can have happened, then by their IRIs; each is read when it is asked for. */
    public Stream<EventRecord> events(Scope scope) {
        return Selection.events(dataset, scope).stream()
                .map(event -> new Dated(day(event), event))
                .sorted(BY_DAY)
                .map(Dated::event)
                .map(this::read);
    }

    private record Dated(String day, Node event) {}

    /** By who does it and to whom, then as {@link #events}. */
    Stream<EventRecord> pairs(Scope scope) {
        return Selection.events(dataset, scope).stream()
                .map(event -> new Paired(
                        iri(event, Vocabulary.SOURCE), iri(event, Vocabulary.TARGET), new Dated(day(event), event)))
                .sorted(Comparator.comparing(Paired::source)
                        .thenComparing(Paired::target)
                        .thenComparing(Paired::dated, BY_DAY))
                .map(paired -> read(paired.dated().event()));
    }

    private record Paired(String source, String target, Dated dated) {}

    /** That somebody takes part in an event, whichever way. */
    record Part(String party, Node event) {}

    /** By the parties' IRIs, then as {@link #events}. */
    Stream<Part> parts(Scope scope) {
        Comparator<Map.Entry<String, Dated>> order = Map.Entry.comparingByKey();
        return Selection.events(dataset, scope).stream()
                .flatMap(event -> Stream.of(iri(event, Vocabulary.SOURCE), iri(event, Vocabulary.TARGET))
                        .filter(party -> !party.isEmpty())
                        .map(party -> Map.entry(party, new Dated(day(event), event))))
                .sorted(order.thenComparing(Map.Entry::getValue, BY_DAY))
                .map(entry -> new Part(entry.getKey(), entry.getValue().event()));
    }

    private String iri(Node event, Property role) {
        return quads.stream(EVENTS, event, role.asNode(), Node.ANY)
                .map(quad -> quad.getObject().getURI())
                .findFirst()
                .orElse("");
    }

    private String day(Node event) {
        return Stream.of(Vocabulary.FIRST_DAY, Vocabulary.LAST_DAY)
                .flatMap(property -> quads.stream(EVENTS, event, property.asNode(), Node.ANY))
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse(UNDATED);
    }

    EventRecord read(Node event) {
        Description told = Description.of(quads, EVENTS, event);
        List<Description> reports = new ArrayList<>();
        List<Account> accounts = new ArrayList<>();
        quads.stream(EVENTS, Node.ANY, Vocabulary.REPORTS.asNode(), event)
                .map(Quad::getSubject)
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(report -> {
                    Description description = Description.of(quads, Node.ANY, report);
                    reports.add(description);
                    accounts.add(account(report, description));
                });
        accounts.sort(Comparator.comparing(account -> account.published() == null ? UNDATED : account.published()));
        EventType type = EventType.valueOf(told.name(Vocabulary.EVENT_TYPE).orElseThrow());
        return new EventRecord(
                event.getURI(),
                type,
                intensities.computeIfAbsent(type, this::intensity),
                told.name(Vocabulary.MODE)
                        .map(mode -> mode.substring(mode.indexOf('-') + 1))
                        .orElse(null),
                told.name(Vocabulary.CAMEO).orElse(null),
                contexts(reports),
                party(told, reports, Vocabulary.SOURCE, Vocabulary.SOURCE_MENTION),
                party(told, reports, Vocabulary.TARGET, Vocabulary.TARGET_MENTION),
                told.one(Vocabulary.PLACE).map(this::site).orElse(null),
                told.text(Vocabulary.FIRST_DAY).orElse(null),
                told.text(Vocabulary.LAST_DAY).orElse(null),
                told.name(Vocabulary.TIME_PRECISION)
                        .map(unit -> unit.substring("unit".length()))
                        .orElse(null),
                numbers(told),
                told.all(Vocabulary.IN_DISPUTE).stream().map(Description::text).toList(),
                told.text(Vocabulary.PUBLISHER_COUNT).map(Integer::valueOf).orElse(0),
                accounts);
    }

    private double intensity(EventType type) {
        return Description.of(quads, VOCABULARY, Vocabulary.eventType(type).asNode())
                .text(Vocabulary.INTENSITY)
                .map(Double::valueOf)
                .orElse(0.0);
    }

    private static List<String> contexts(List<Description> reports) {
        return reports.stream()
                .flatMap(report -> report.all(Vocabulary.CONTEXT).stream())
                .map(context -> Description.name(context).substring("context-".length()))
                .distinct()
                .sorted()
                .toList();
    }

    private Map<String, EventRecord.Range> numbers(Description event) {
        Map<String, EventRecord.Range> numbers = new HashMap<>();
        for (Node node : event.all(Vocabulary.NUMBER)) {
            Description number = Description.of(quads, EVENTS, node);
            numbers.put(
                    number.text(Vocabulary.COUNTS).orElse("other"),
                    new EventRecord.Range(
                            number.text(Vocabulary.LOW).orElse(null),
                            number.text(Vocabulary.HIGH).orElse(null)));
        }
        return numbers;
    }

    private Account account(Node iri, Description report) {
        Description article =
                report.one(Vocabulary.IN_ARTICLE).map(articles::getUnchecked).orElseThrow();
        return new Account(
                iri.getURI(),
                article.text(DCTerms.identifier).orElse(""),
                article.text(SCHEMA + "headline").orElse(null),
                article.all(SCHEMA + "publisher").findFirst().map(this::label).orElse(null),
                article.text(SCHEMA + "url").orElse(null),
                article.text(SCHEMA + "datePublished").orElse(null),
                report.one(Vocabulary.IN_SENTENCE)
                        .flatMap(this::words)
                        .orElse("")
                        .replaceAll("\\s+", " "),
                report.name(Vocabulary.CERTAINTY).orElse(""),
                report.name(Vocabulary.POLARITY).orElse(""),
                report.name(Vocabulary.TENSE).orElse(""),
                report.text(Vocabulary.CONFIDENCE).map(Double::valueOf).orElse(0.0));
    }

    private Optional<String> words(Node stretch) {
        return Description.of(quads, Node.ANY, stretch).text(ANCHOR_OF);
    }

    /** The code of a party hangs on the role in which a text names it: the first report that names it has it. */
    private @Nullable EventParty party(
            Description event, List<Description> reports, Property role, Property mentionOfRole) {
        Node entity = event.one(role).orElse(null);
        if (entity == null) {
            return null;
        }
        Description known = entities.getUnchecked(entity);
        Description mention = reports.stream()
                .filter(report -> report.one(role).filter(entity::equals).isPresent())
                .flatMap(report -> report.one(mentionOfRole).stream())
                .map(node -> Description.of(quads, Node.ANY, node))
                .findFirst()
                .orElseGet(Description::new);
        return new EventParty(
                entity.getURI(),
                label(entity),
                either(mention, known, Vocabulary.ACTOR_CODE).orElse(""),
                either(mention, known, Vocabulary.COUNTRY).orElse(null),
                either(mention, known, Vocabulary.SECTOR).orElse(null),
                same(known, ITEM),
                mention.text(ANCHOR_OF).orElseGet(() -> label(entity)),
                kind(known));
    }

    private static Optional<String> either(Description mention, Description known, Property property) {
        return mention.text(property).or(() -> known.text(property));
    }

    private EventSite site(Node entity) {
        Description known = entities.getUnchecked(entity);
        Optional<Matcher> point = known.all(GEO + "hasGeometry")
                .flatMap(geometry -> entities.getUnchecked(geometry).all(GEO + "asWKT"))
                .map(wkt -> POINT.matcher(wkt.getLiteralLexicalForm()))
                .filter(Matcher::matches)
                .findFirst();
        return new EventSite(
                entity.getURI(),
                label(entity),
                known.text(Vocabulary.COUNTRY).orElse(null),
                same(known, ITEM),
                same(known, GEONAMES),
                point.map(matcher -> Double.valueOf(matcher.group(2))).orElse(null),
                point.map(matcher -> Double.valueOf(matcher.group(1))).orElse(null),
                kind(known));
    }

    private static String kind(Description entity) {
        return entity.all(RDF.type).stream()
                .filter(type -> !type.equals(Vocabulary.UNLINKED_ENTITY.asNode()))
                .map(Description::name)
                .findFirst()
                .orElse("");
    }

    private static @Nullable String same(Description entity, Pattern pattern) {
        return entity.all(OWL.sameAs).stream()
                .map(node -> pattern.matcher(Description.text(node)))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse(null);
    }

    private String label(Node entity) {
        return entities.getUnchecked(entity).text(RDFS.label).orElseGet(() -> Description.name(entity));
    }
}
