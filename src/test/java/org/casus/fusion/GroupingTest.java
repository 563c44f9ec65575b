package org.casus.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.casus.extraction.EventType;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final Party AZERBAIJAN = new Party(node("Q227"), Party.Kind.STATE, true, "AZE", "azerbaijan");
    private static final Party MINISTRY = new Party(node("ministry"), Party.Kind.NAMED, true, "AZE", "ministry");
    private static final Party ARMENIA = new Party(node("Q399"), Party.Kind.STATE, true, "ARM", "armenia");
    private static final Party GEORGIA = new Party(node("Q230"), Party.Kind.STATE, true, "GEO", "georgia");
    private static final Party GUNMEN = new Party(null, Party.Kind.DESCRIBED, false, null, "gunmen");
    private static final Site SHUSHA =
            new Site(node("Shusha"), Site.Extent.SPOT, "AZE", new Site.Point(39.76, 46.75), true);
    private static final Site GANJA =
            new Site(node("Ganja"), Site.Extent.SPOT, "AZE", new Site.Point(40.68, 46.36), true);
    private static final Words WORDS = new Words();
    private static final Story WAR = story("Azerbaijani howitzers pounded Armenian trenches above Fuzuli at dawn.");
    private static final Story FLOOD = story("Rivers burst their banks in Kakheti and swept away vineyards.");
    private static final Days MONDAY = new Days(100, 100, true);
    private static final Days TUESDAY = new Days(101, 101, true);
    private static final Days PRINTED_TUESDAY = new Days(101, 101, false);

    private record Telling(
            EventType type,
            String lemma,
            @Nullable Party source,
            @Nullable Party target,
            @Nullable Site site,
            @Nullable Days days,
            Story story) {
        Telling by(@Nullable Party other) {
            return new Telling(type, lemma, other, target, site, days, story);
        }

        Telling to(@Nullable Party other) {
            return new Telling(type, lemma, source, other, site, days, story);
        }

        Telling at(@Nullable Site other) {
            return new Telling(type, lemma, source, target, other, days, story);
        }

        Telling on(@Nullable Days other) {
            return new Telling(type, lemma, source, target, site, other, story);
        }

        Telling in(Story other) {
            return new Telling(type, lemma, source, target, site, days, other);
        }

        Telling as(EventType other, String word) {
            return new Telling(other, word, source, target, site, days, story);
        }
    }

    private static final Telling SHELLING =
            new Telling(EventType.ASSAULT, "shell", AZERBAIJAN, ARMENIA, null, MONDAY, WAR);

    @Test
    void joinsReportsThatTellTheSameInOtherWords() {
        assertThat(events(SHELLING, SHELLING)).isEqualTo(1);
        assertThat(events(SHELLING, SHELLING.as(EventType.ASSAULT, "bombardment")))
                .isEqualTo(1);
        assertThat(events(SHELLING, SHELLING.by(MINISTRY))).isEqualTo(1);
        assertThat(events(SHELLING.at(SHUSHA), SHELLING.at(null).by(null).at(SHUSHA)))
                .isEqualTo(1);
    }

    @Test
    void takesWhatIsPrintedTodayForPerhapsOfYesterday() {
        assertThat(events(SHELLING, SHELLING.on(PRINTED_TUESDAY))).isEqualTo(1);
        assertThat(events(SHELLING, SHELLING.on(TUESDAY))).isEqualTo(2);
    }

    @Test
    void doesNotTakeTwoBattlesForOne() {
        assertThat(events(SHELLING.at(SHUSHA), SHELLING.at(GANJA))).isEqualTo(2);
        assertThat(events(SHELLING, SHELLING.to(GEORGIA))).isEqualTo(2);
        assertThat(events(SHELLING, SHELLING.on(null).in(FLOOD))).isEqualTo(2);
        assertThat(events(SHELLING, SHELLING.as(EventType.AID, "help"))).isEqualTo(2);
        assertThat(events(
                        SHELLING.by(GUNMEN).to(null),
                        SHELLING.by(GUNMEN).to(null).at(GANJA).in(FLOOD)))
                .isEqualTo(2);
    }

    @Test
    void joinsAnActOfNobodyNamedToOneOfASideButNotThoseOfTwoSides() {
        assertThat(events(
                        SHELLING.at(GANJA).by(ARMENIA).to(null),
                        SHELLING.at(GANJA).by(AZERBAIJAN).to(null)))
                .isEqualTo(2);
        assertThat(events(SHELLING.at(GANJA), SHELLING.at(GANJA).by(null))).isEqualTo(1);
    }

    @Test
    void takesNoNoteOfWhoIsNamedFirstWhereBothDoIt() {
        Telling signing = SHELLING.as(EventType.SUPPORT, "sign");

        assertThat(events(signing, signing.by(ARMENIA).to(AZERBAIJAN))).isEqualTo(1);
        assertThat(events(SHELLING, SHELLING.by(ARMENIA).to(AZERBAIJAN))).isEqualTo(2);
    }

    @Test
    void tellsNoDayOfALongWarFromTheNextByItsPartiesAlone() {
        assertThat(events(SHELLING, SHELLING.on(PRINTED_TUESDAY).in(FLOOD))).isEqualTo(2);
    }

    @Test
    void goesByTheStoryWhereThereIsNoDay() {
        Telling shot = new Telling(EventType.ASSAULT, "shoot", null, GUNMEN, null, null, WAR);

        assertThat(events(shot, shot)).isEqualTo(1);
        assertThat(events(shot, shot.in(FLOOD))).isEqualTo(2);
        assertThat(events(shot, shot.as(EventType.ASSAULT, "burn"))).isEqualTo(2);
    }

    @Test
    void givesTheSameGroupsWhateverTheOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            List<Report> reports = randomReports(40, random);
            Set<Set<String>> before = groups(reports);

            Collections.shuffle(reports, random);

            assertThat(groups(reports)).isEqualTo(before);
        }
    }

    @Test
    void putsEachReportIntoOneGroup() {
        List<Report> reports = randomReports(1500, new Random(8));

        assertThat(new Grouping()
                        .group(reports).stream()
                                .flatMap(neighbourhood -> neighbourhood.events().stream())
                                .flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(reports);
    }

    private static List<Report> randomReports(int size, Random random) {
        List<Party> parties = List.of(AZERBAIJAN, MINISTRY, ARMENIA, GUNMEN);
        return IntStream.range(0, size)
                .mapToObj(number -> report(
                        number,
                        new Telling(
                                random.nextBoolean() ? EventType.ASSAULT : EventType.COERCE,
                                random.nextBoolean() ? "shell" : "attack",
                                random.nextInt(3) == 0 ? null : parties.get(random.nextInt(4)),
                                random.nextInt(3) == 0 ? null : parties.get(random.nextInt(4)),
                                random.nextBoolean() ? null : random.nextBoolean() ? SHUSHA : GANJA,
                                random.nextInt(9) == 0 ? null : random.nextBoolean() ? MONDAY : PRINTED_TUESDAY,
                                random.nextBoolean() ? WAR : FLOOD)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<Set<String>> groups(List<Report> reports) {
        return new Grouping()
                .group(reports).stream()
                        .flatMap(neighbourhood -> neighbourhood.events().stream())
                        .map(group -> group.stream()
                                .map(report -> report.iri().getURI())
                                .collect(Collectors.toCollection(TreeSet::new)))
                        .collect(Collectors.toSet());
    }

    private static int events(Telling... tellings) {
        return new Grouping()
                        .group(IntStream.range(0, tellings.length)
                                .mapToObj(number -> report(number, tellings[number]))
                                .toList())
                        .stream()
                        .mapToInt(neighbourhood -> neighbourhood.events().size())
                        .sum();
    }

    private static Report report(int number, Telling telling) {
        Node article = node("article-" + number);
        return new Report(
                node("report-" + number),
                telling.type(),
                telling.lemma(),
                null,
                telling.source(),
                telling.target(),
                telling.site(),
                telling.days(),
                List.of(),
                null,
                false,
                false,
                new Dispatch(article, null, article, telling.story(), Sketch.of(List.of())),
                article,
                Map.of(
                        Vocabulary.EVENT_TYPE.asNode(),
                        Vocabulary.eventType(telling.type()).asNode()));
    }

    private static Story story(String text) {
        return Story.of(Stream.of(text), WORDS);
    }

    private static Node node(String name) {
        return NodeFactory.createURI("x:" + name);
    }
}
