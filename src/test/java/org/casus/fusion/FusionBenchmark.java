package org.casus.fusion;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.casus.extraction.EventType;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Times the grouping of made reports, without a store: run its main with how many, once for all and once for as many
 * again. Actors and places are drawn as they are in news: a few are in most of it. No test.
 */
final class FusionBenchmark {
    private static final int ACTORS = 5000;
    private static final int COUNTRIES = 200;
    private static final int A_DAY = 400;
    private static final List<String> WORDS = List.of(
            "attack",
            "kill",
            "shell",
            "arrest",
            "protest",
            "meet",
            "accuse",
            "deny",
            "sign",
            "deploy",
            "withdraw",
            "demand",
            "seize",
            "bomb",
            "clash");

    private static final Story EMPTY = Story.of(Stream.empty(), new Words());

    private final Random random = new Random(1);

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        int size = Integer.parseInt(arguments[0]);
        FusionBenchmark news = new FusionBenchmark();
        for (int round = 1; round <= 2; round++) {
            List<Report> reports = news.make(size, round);
            long start = System.nanoTime();
            int events = new Grouping().group(reports).size();
            out.printf(
                    "round %d: %d reports, %d events, %.1f s%n",
                    round, size, events, (System.nanoTime() - start) / 1e9);
        }
    }

    private List<Report> make(int size, int round) {
        List<Report> reports = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            reports.add(report(round + "-" + number, round * size + number));
        }
        return reports;
    }

    private Report report(String name, int order) {
        Node article = NodeFactory.createURI("x:article-" + order / 10);
        EventType type = EventType.values()[few(16)];
        int day = order / A_DAY;
        return new Report(
                NodeFactory.createURI("x:report-" + name),
                type,
                WORDS.get(random.nextInt(WORDS.size())),
                party(),
                party(),
                random.nextInt(2) == 0 ? null : site(),
                new Days(day, day, random.nextInt(3) > 0),
                List.of(),
                null,
                random.nextInt(8) == 0,
                random.nextInt(20) == 0,
                new Dispatch(article, null, null, EMPTY),
                article,
                Map.of(
                        Vocabulary.EVENT_TYPE.asNode(),
                        Vocabulary.eventType(type).asNode()));
    }

    private @Nullable Party party() {
        if (random.nextInt(3) == 0) {
            return null;
        }
        int actor = few(ACTORS);
        String country = "C" + few(COUNTRIES);
        Party.Kind kind = Party.Kind.values()[random.nextInt(4)];
        String name = kind == Party.Kind.STATE ? country : country + "-" + actor;
        return new Party(
                NodeFactory.createURI("x:" + name), kind, kind != Party.Kind.DESCRIBED, country, "head" + actor % 50);
    }

    private Site site() {
        String country = "C" + few(COUNTRIES);
        int city = few(300);
        return new Site(
                NodeFactory.createURI("x:" + country + "/" + city),
                city == 0 ? Site.Extent.STATE : Site.Extent.SPOT,
                country,
                new Site.Point(city % 90, city / 2.0),
                random.nextBoolean());
    }

    /** Below the bound, small numbers far more often than large ones. */
    private int few(int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 3));
    }
}
