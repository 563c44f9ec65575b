package org.casus.fusion;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.casus.extraction.Attribution;
import org.casus.extraction.EventType;
import org.casus.extraction.Factuality;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads the reports out of the article graphs of a store. */
final class ReportReader {
    private static final String RANGE = "..";
    private static final Node PUBLISHED = NodeFactory.createURI("https://schema.org/datePublished");
    private static final Node PUBLISHER = NodeFactory.createURI("https://schema.org/publisher");
    private static final Node HAD_ROLE = NodeFactory.createURI("http://www.w3.org/ns/prov#hadRole");
    private static final Node AGENT = NodeFactory.createURI("http://www.w3.org/ns/prov#agent");
    private static final String NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
    private static final Node ANCHOR_OF = NodeFactory.createURI(NIF + "anchorOf");
    private static final Node BEGIN_INDEX = NodeFactory.createURI(NIF + "beginIndex");
    private static final Node END_INDEX = NodeFactory.createURI(NIF + "endIndex");
    private static final Node AGENCY = Vocabulary.role(Attribution.Role.AGENCY).asNode();
    private static final Node FUTURE = Vocabulary.tense(Factuality.Tense.FUTURE).asNode();
    private static final Node NEGATIVE =
            Vocabulary.polarity(Factuality.Polarity.NEGATIVE).asNode();
    /** What an event can have of its own: kept, to be written again. */
    private static final Set<Node> KEPT = Stream.of(
                    Vocabulary.EVENT_TYPE,
                    Vocabulary.MODE,
                    Vocabulary.CAMEO,
                    Vocabulary.SOURCE,
                    Vocabulary.TARGET,
                    Vocabulary.PLACE,
                    Vocabulary.ORIGIN,
                    Vocabulary.DESTINATION,
                    Vocabulary.EARLIEST,
                    Vocabulary.LATEST,
                    Vocabulary.FIRST_DAY,
                    Vocabulary.LAST_DAY,
                    Vocabulary.TIME_PRECISION,
                    Vocabulary.IN_ARTICLE)
            .map(Property::asNode)
            .collect(Collectors.toUnmodifiableSet());

    private final DatasetGraph quads;
    private final Words words = new Words();
    private final EventNames eventNames = new EventNames();
    private final KnownEntities entities;
    private final Map<Node, Dispatch> dispatches = new HashMap<>();
    private final Map<Node, Report> read = new HashMap<>();
    /** Few nodes are told often: one of each is enough. */
    private final Interner<Node> nodes = Interners.newStrongInterner();

    ReportReader(DatasetGraph quads) {
        this.quads = quads;
        this.entities = new KnownEntities(quads, words);
    }

    List<Report> read() {
        return read(inArticles(Node.ANY, Node.ANY, RDF.type.asNode(), Vocabulary.EVENT_REPORT.asNode()));
    }

    /** The reports that tell of one of these {@link Times}, or leave it open. */
    List<Report> at(Set<String> times) {
        if (times.isEmpty()) {
            return List.of();
        }
        Set<Quad> found = new LinkedHashSet<>();
        firstDays(times)
                .forEach(day -> found.addAll(inArticles(
                        Node.ANY,
                        Node.ANY,
                        Vocabulary.FIRST_DAY.asNode(),
                        NodeFactory.createLiteralDT(Times.iso(day), XSDDatatype.XSDdate))));
        if (times.stream().anyMatch(time -> !time.contains(RANGE))) {
            inArticles(Node.ANY, Node.ANY, RDF.type.asNode(), Vocabulary.ARTICLE.asNode()).stream()
                    .filter(article -> Times.of(Dispatch.recently(published(article))).stream()
                            .anyMatch(times::contains))
                    .forEach(article -> found.addAll(inArticles(
                            article.getGraph(), Node.ANY, RDF.type.asNode(), Vocabulary.EVENT_REPORT.asNode())));
        }
        return read(found).stream()
                .filter(report -> Times.of(report.window()).stream().anyMatch(times::contains))
                .toList();
    }

    /** Those of these reports that an article still holds. */
    List<Report> those(Set<Node> iris) {
        return iris.stream()
                .flatMap(iri -> read(inArticles(Node.ANY, iri, Vocabulary.IN_ARTICLE.asNode(), Node.ANY)).stream())
                .toList();
    }

    private static Set<Integer> firstDays(Set<String> times) {
        Set<Integer> days = new TreeSet<>();
        for (String time : times) {
            int range = time.indexOf(RANGE);
            if (range > 0) {
                days.add(Integer.valueOf(time.substring(0, range)));
            } else if (!time.equals(Times.NONE)) {
                int day = Integer.parseInt(time);
                IntStream.rangeClosed(day - Days.WEEK, day + 1).forEach(days::add);
            }
        }
        return days;
    }

    private String published(Quad article) {
        return Optional.ofNullable(
                        about(article.getGraph(), article.getSubject()).literal(PUBLISHED))
                .orElse("");
    }

    private Set<Quad> inArticles(Node graph, Node subject, Node property, Node object) {
        Set<Quad> found = new LinkedHashSet<>();
        quads.find(graph, subject, property, object).forEachRemaining(quad -> {
            if (!quad.getGraph().hasURI(Vocabulary.EVENTS_GRAPH)) {
                found.add(quad);
            }
        });
        return found;
    }

    private List<Report> read(Set<Quad> found) {
        return found.stream()
                .map(quad -> read.computeIfAbsent(quad.getSubject(), iri -> read(quad.getGraph(), iri)))
                .distinct()
                .toList();
    }

    Report read(Node graph, Node iri) {
        Facts facts = about(graph, iri);
        Dispatch dispatch = dispatch(graph, facts.need(Vocabulary.IN_ARTICLE));
        Node trigger = facts.need(Vocabulary.TRIGGER);
        String lemma = lemma(graph, trigger);
        Optional<EventNames.Name> name = eventNames.canName(lemma)
                ? name(about(graph, trigger), about(graph, facts.need(Vocabulary.IN_SENTENCE)))
                : Optional.empty();
        return new Report(
                iri,
                EventType.valueOf(facts.need(Vocabulary.EVENT_TYPE).getURI().substring(Vocabulary.PLOVER.length())),
                name.map(EventNames.Name::noun).orElse(lemma),
                name.map(EventNames.Name::words).orElse(null),
                party(graph, facts.one(Vocabulary.SOURCE), facts.one(Vocabulary.SOURCE_MENTION)),
                party(graph, facts.one(Vocabulary.TARGET), facts.one(Vocabulary.TARGET_MENTION)),
                site(facts),
                days(facts),
                facts.all(Vocabulary.NUMBER).stream()
                        .map(number -> count(about(graph, number)))
                        .toList(),
                facts.optional(Vocabulary.SPOKEN_OF)
                        .flatMap(act -> about(graph, act).optional(Vocabulary.EVENT_TYPE))
                        .orElse(null),
                FUTURE.equals(facts.one(Vocabulary.TENSE)),
                NEGATIVE.equals(facts.one(Vocabulary.POLARITY)),
                dispatch,
                agency(graph, facts.all(Vocabulary.VOICE)).orElse(dispatch.origin()),
                kept(facts));
    }

    private Map<Node, Node> kept(Facts facts) {
        return facts.values().keySet().stream()
                .filter(KEPT::contains)
                .collect(Collectors.toMap(
                        nodes::intern,
                        property -> nodes.intern(facts.values().get(property).get(0))));
    }

    private String lemma(Node graph, Node trigger) {
        Facts facts = about(graph, trigger);
        return facts.optional(Vocabulary.LEMMA)
                .or(() -> Optional.ofNullable(facts.one(ANCHOR_OF)))
                .map(words -> words.getLiteralLexicalForm().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private Optional<EventNames.Name> name(Facts trigger, Facts sentence) {
        String words = sentence.literal(ANCHOR_OF);
        String begin = trigger.literal(BEGIN_INDEX);
        String end = trigger.literal(END_INDEX);
        String from = sentence.literal(BEGIN_INDEX);
        if (words == null || begin == null || end == null || from == null) {
            return Optional.empty();
        }
        int offset = Integer.parseInt(from);
        int last = Integer.parseInt(end) - offset;
        return last > words.length() ? Optional.empty() : eventNames.at(words, Integer.parseInt(begin) - offset, last);
    }

    private Dispatch dispatch(Node graph, Node article) {
        return dispatches.computeIfAbsent(article, node -> {
            Facts facts = about(graph, node);
            List<String> sentences = sentences(graph);
            return new Dispatch(
                    node,
                    facts.one(PUBLISHED),
                    value(node, PUBLISHER).orElse(node),
                    Story.of(sentences.stream(), words),
                    Sketch.of(sentences));
        });
    }

    private Optional<Node> value(Node subject, Node property) {
        return quads.stream(Node.ANY, subject, property, Node.ANY)
                .map(Quad::getObject)
                .min(Comparator.comparing(Node::toString));
    }

    private List<String> sentences(Node graph) {
        List<Node> sentences = new ArrayList<>();
        quads.find(graph, Node.ANY, RDF.type.asNode(), Vocabulary.SENTENCE.asNode())
                .forEachRemaining(quad -> sentences.add(quad.getSubject()));
        return sentences.stream()
                .flatMap(sentence -> Optional.ofNullable(about(graph, sentence).literal(ANCHOR_OF)).stream())
                .toList();
    }

    private @Nullable Party party(Node graph, @Nullable Node entity, @Nullable Node mention) {
        if (mention == null && entity == null) {
            return null;
        }
        Facts words = mention == null ? Facts.NONE : about(graph, mention);
        String phrase = words.literal(ANCHOR_OF);
        return entities.party(
                entity, words.literal(Vocabulary.COUNTRY.asNode()), phrase == null ? null : KnownEntities.head(phrase));
    }

    private @Nullable Site site(Facts facts) {
        Node place = facts.one(Vocabulary.PLACE);
        return place == null
                ? null
                : entities.site(place, "text".equals(facts.literal(Vocabulary.PLACE_BASIS.asNode())));
    }

    private static @Nullable Days days(Facts facts) {
        String first = facts.literal(Vocabulary.FIRST_DAY.asNode());
        String last = facts.literal(Vocabulary.LAST_DAY.asNode());
        if (first == null || last == null) {
            return null;
        }
        return new Days(
                Times.day(first), Times.day(last), "text".equals(facts.literal(Vocabulary.TIME_BASIS.asNode())));
    }

    private static Count count(Facts number) {
        String counts = number.literal(Vocabulary.COUNTS.asNode());
        return new Count(counts == null ? "" : counts, bound(number, Vocabulary.LOW), bound(number, Vocabulary.HIGH));
    }

    private static @Nullable Double bound(Facts number, Property property) {
        String value = number.literal(property.asNode());
        return value == null ? null : Double.valueOf(value);
    }

    private Optional<Node> agency(Node graph, List<Node> voices) {
        return voices.stream()
                .map(voice -> about(graph, voice))
                .filter(voice -> AGENCY.equals(voice.one(HAD_ROLE)))
                .flatMap(voice -> Optional.ofNullable(voice.one(AGENT)).stream())
                .min(Comparator.comparing(Node::toString));
    }

    private Facts about(Node graph, Node subject) {
        return Facts.about(quads, graph, subject);
    }

    /** What one graph says of one thing. */
    record Facts(ImmutableListMultimap<Node, Node> values) {
        static final Facts NONE = new Facts(ImmutableListMultimap.of());

        static Facts about(DatasetGraph quads, Node graph, Node subject) {
            ImmutableListMultimap.Builder<Node, Node> values = ImmutableListMultimap.builder();
            quads.find(graph, subject, Node.ANY, Node.ANY)
                    .forEachRemaining(quad -> values.put(quad.getPredicate(), quad.getObject()));
            return new Facts(values.build());
        }

        List<Node> all(Property property) {
            return values.get(property.asNode());
        }

        @Nullable
        Node one(Node property) {
            return values.get(property).stream()
                    .min(Comparator.comparing(Node::toString))
                    .orElse(null);
        }

        @Nullable
        Node one(Property property) {
            return one(property.asNode());
        }

        Optional<Node> optional(Property property) {
            return Optional.ofNullable(one(property));
        }

        Node need(Property property) {
            return optional(property)
                    .orElseThrow(() -> new IllegalStateException("a report without " + property.getLocalName()));
        }

        @Nullable
        String literal(Node property) {
            Node value = one(property);
            return value == null ? null : value.getLiteralLexicalForm();
        }
    }
}
