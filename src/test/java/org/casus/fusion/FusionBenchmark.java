package org.casus.fusion;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.entity.Entity;
import org.casus.entity.EntityType;
import org.casus.extraction.EventType;
import org.casus.extraction.Factuality;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;

/**
 * Times the fusion of made reports in a store on disk: run its main with a folder and how many, once for all and once
 * for as many again; then, if wanted, how often an event is told at most (1 for as many events as reports) and how many
 * rounds there are. Events are drawn first, as they are in news: a few actors, places and events are in most of it.
 * Each report then leaves out or words otherwise some of what it tells. No test.
 */
final class FusionBenchmark {
    private static final int ACTORS = 5000;
    private static final int COUNTRIES = 200;
    private static final int CITIES = 40;
    private static final int A_DAY = 400;
    private static final int IN_ARTICLE = 8;
    private static final int A_TRANSACTION = 20_000;
    private static final int MOST_TOLD = 200;
    private static final int TELLING_WORDS = 12;
    private static final int LETTERS = 6;
    private static final int START = 15_000;
    private static final String NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final List<List<String>> WORDS = List.of(
            List.of("attack", "strike", "raid"),
            List.of("kill", "die"),
            List.of("shell", "bombard"),
            List.of("arrest", "detain"),
            List.of("protest", "march"),
            List.of("meet", "visit"),
            List.of("accuse", "blame"),
            List.of("deny", "reject"),
            List.of("sign", "agree"),
            List.of("deploy", "send"),
            List.of("seize", "capture"),
            List.of("war"));
    private static final List<EventType> TYPES = List.of(
            EventType.ASSAULT,
            EventType.ASSAULT,
            EventType.ASSAULT,
            EventType.COERCE,
            EventType.PROTEST,
            EventType.CONSULT,
            EventType.ACCUSE,
            EventType.REJECT,
            EventType.AGREE,
            EventType.MOBILIZE,
            EventType.COERCE,
            EventType.ASSAULT);
    private static final int WAR = WORDS.size() - 1;
    private static final String NAMED = "the 44-day war";

    private final Random random = new Random(1);
    private final int mostTold;
    private int reports;

    private FusionBenchmark(int mostTold) {
        this.mostTold = mostTold;
    }

    private record Happening(int kind, int day, int source, int target, int city, String story) {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        int size = Integer.parseInt(arguments[1]);
        FusionBenchmark news = new FusionBenchmark(arguments.length > 2 ? Integer.parseInt(arguments[2]) : MOST_TOLD);
        int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2;
        try (EventStore store = EventStore.open(Path.of(arguments[0]))) {
            news.describeEntities(store);
            for (int round = 1; round <= rounds; round++) {
                news.fill(store, size);
                System.gc();
                long start = System.nanoTime();
                double worked = cpu();
                FusionReport report = new EventFusion().fuse(store);
                out.printf(
                        "round %d: %d reports looked at, %d events more, %.1f s, %.1f s of processor%n",
                        round,
                        report.reports(),
                        report.appeared() - report.vanished(),
                        (System.nanoTime() - start) / 1e9,
                        cpu() - worked);
            }
            store.optimise();
        }
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private void fill(EventStore store, int size) {
        int until = reports + size;
        while (reports < until) {
            store.write(dataset -> {
                int end = Math.min(until, reports + A_TRANSACTION);
                while (reports < end) {
                    tell(happening(), Math.min(end - reports, told()), dataset.asDatasetGraph());
                }
            });
        }
    }

    /** One event in two is told once, few are in all papers. */
    private int told() {
        return (int) Math.min(mostTold, 1 / (1 - random.nextDouble()));
    }

    private Happening happening() {
        StringBuilder story = new StringBuilder();
        for (int i = 0; i < TELLING_WORDS; i++) {
            story.append(' ');
            for (int letter = 0; letter < LETTERS; letter++) {
                story.append((char) ('a' + random.nextInt('z' - 'a')));
            }
        }
        return new Happening(
                few(WORDS.size()),
                START + reports / A_DAY,
                few(ACTORS),
                few(ACTORS),
                few(COUNTRIES) * CITIES + few(CITIES),
                story.toString());
    }

    private void tell(Happening happening, int times, DatasetGraph quads) {
        for (int i = 0; i < times; i++, reports++) {
            // Every report of an event stands in an article of its own, with others of other events around it.
            String article = Vocabulary.DATA + "article/" + happening.day() + "-" + (reports % (A_DAY / IN_ARTICLE));
            Node graph = NodeFactory.createURI(article);
            Node report = NodeFactory.createURI(article + "/report/" + reports);
            Node trigger = NodeFactory.createURI(report.getURI() + "/trigger");
            Node sentence = NodeFactory.createURI(report.getURI() + "/sentence/0");
            List<String> words = WORDS.get(happening.kind());
            String day = Times.iso(happening.day());
            boolean told = random.nextInt(3) > 0;
            Target to = new Target(quads, graph);
            to.add(graph, RDF.type, Vocabulary.ARTICLE);
            to.add(graph, "https://schema.org/datePublished", date(day));
            to.add(graph, "https://schema.org/publisher", entity("publisher-" + few(300)));
            to.add(report, RDF.type, Vocabulary.EVENT_REPORT);
            to.add(report, Vocabulary.IN_ARTICLE, graph);
            to.add(report, Vocabulary.IN_SENTENCE, sentence);
            to.add(report, Vocabulary.TRIGGER, trigger);
            to.add(report, Vocabulary.EVENT_TYPE, Vocabulary.eventType(TYPES.get(happening.kind())));
            to.add(report, Vocabulary.CERTAINTY, Vocabulary.certainty(Factuality.Certainty.CERTAIN));
            to.add(report, Vocabulary.POLARITY, Vocabulary.polarity(Factuality.Polarity.POSITIVE));
            to.add(report, Vocabulary.TENSE, Vocabulary.tense(Factuality.Tense.PAST));
            to.add(trigger, Vocabulary.LEMMA, text(words.get(random.nextInt(words.size()))));
            to.add(sentence, RDF.type, Vocabulary.SENTENCE);
            to.add(sentence, NIF + "anchorOf", text((happening.kind() == WAR ? NAMED : "") + happening.story()));
            to.add(sentence, NIF + "beginIndex", offset(0));
            to.add(trigger, NIF + "beginIndex", offset(NAMED.indexOf("war")));
            to.add(trigger, NIF + "endIndex", offset(NAMED.length()));
            if (random.nextInt(3) > 0) {
                to.add(report, Vocabulary.SOURCE, mentioned(happening.source(), report, to));
            }
            if (random.nextInt(3) > 0) {
                to.add(report, Vocabulary.TARGET, mentioned(happening.target(), report, to));
            }
            if (random.nextBoolean()) {
                to.add(report, Vocabulary.PLACE, entity("city-" + happening.city()));
                to.add(report, Vocabulary.PLACE_BASIS, text("text"));
            }
            to.add(report, Vocabulary.FIRST_DAY, date(day));
            to.add(report, Vocabulary.LAST_DAY, date(day));
            to.add(report, Vocabulary.TIME_BASIS, text(told ? "text" : "published"));
            new Target(quads, NodeFactory.createURI(Vocabulary.RUNS_GRAPH))
                    .add(report, Vocabulary.AWAITS_FUSION, text(day + "/" + day));
        }
    }

    private static Node mentioned(int actor, Node report, Target to) {
        Node entity = actor(actor);
        if (isUnlinked(actor)) {
            to.add(NodeFactory.createURI(report.getURI() + "/mention-" + actor), Vocabulary.REFERS_TO, entity);
            new Target(to.quads(), NodeFactory.createURI(Vocabulary.RUNS_GRAPH))
                    .add(entity, Vocabulary.AWAITS_FUSION, text(name(actor)));
        }
        return entity;
    }

    private void describeEntities(EventStore store) {
        store.write(dataset -> {
            Target to = new Target(dataset.asDatasetGraph(), NodeFactory.createURI(Vocabulary.ENTITIES_GRAPH));
            EntityType[] types = {EntityType.STATE, EntityType.PERSON, EntityType.MILITARY, EntityType.GROUP};
            for (int actor = 0; actor < ACTORS; actor++) {
                describe(to, actor(actor), types[actor % types.length], name(actor), actor);
                if (isUnlinked(actor)) {
                    to.add(actor(actor), RDF.type, Vocabulary.UNLINKED_ENTITY);
                }
            }
            for (int city = 0; city < COUNTRIES * CITIES; city++) {
                describe(to, entity("city-" + city), EntityType.CITY, "City" + city, city / CITIES);
                locate(to, entity("city-" + city), city);
            }
        });
    }

    private static void describe(Target to, Node entity, EntityType type, String label, int country) {
        to.add(entity, RDF.type, Vocabulary.entityClass(type));
        to.add(entity, RDFS.label, text(label));
        to.add(entity, Vocabulary.COUNTRY, text(country(country)));
    }

    /** Anywhere between the polar circles. */
    private static void locate(Target to, Node city, int number) {
        Node geometry = NodeFactory.createURI(city.getURI() + "/geometry");
        String point = "POINT(%d %d)".formatted(number * 37 % 360 - 180, number * 53 % 120 - 55);
        to.add(city, GEO + "hasGeometry", geometry);
        to.add(geometry, GEO + "asWKT", text(point));
    }

    /** No gazetteer knows the persons. */
    private static boolean isUnlinked(int actor) {
        return actor % 4 == 1;
    }

    private static Node actor(int actor) {
        return entity(
                isUnlinked(actor) ? Entity.Nil.idOf(name(actor), EntityType.PERSON, country(actor)) : "actor-" + actor);
    }

    private static String name(int actor) {
        return "Actor Nameson" + actor;
    }

    private static String country(int country) {
        int number = country % COUNTRIES;
        return "" + (char) ('A' + number / 26) + (char) ('A' + number % 26) + "X";
    }

    /** A graph to write into. */
    private record Target(DatasetGraph quads, Node graph) {
        void add(Node subject, Property property, Node object) {
            quads.add(Quad.create(graph, subject, property.asNode(), object));
        }

        void add(Node subject, Property property, Resource object) {
            add(subject, property, object.asNode());
        }

        void add(Node subject, String property, Node object) {
            quads.add(Quad.create(graph, subject, NodeFactory.createURI(property), object));
        }
    }

    private static Node entity(String name) {
        return NodeFactory.createURI(Vocabulary.DATA + "entity/" + name);
    }

    private static Node text(String words) {
        return NodeFactory.createLiteralString(words);
    }

    private static Node offset(int offset) {
        return NodeFactory.createLiteralDT(Integer.toString(offset), XSDDatatype.XSDnonNegativeInteger);
    }

    private static Node date(String day) {
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }

    /** Below the bound, small numbers far more often than large ones. */
    private int few(int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 3));
    }
}
