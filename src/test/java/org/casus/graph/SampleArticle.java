package org.casus.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.Sentence;
import org.casus.annotation.TimeExpression.Precision;
import org.casus.article.Article;
import org.casus.article.Span;
import org.casus.entity.ActorCode;
import org.casus.entity.Entity;
import org.casus.entity.EntityType;
import org.casus.entity.LinkedArticle;
import org.casus.entity.LinkedMention;
import org.casus.extraction.Attribution;
import org.casus.extraction.EventMention;
import org.casus.extraction.EventNumber;
import org.casus.extraction.EventPlace;
import org.casus.extraction.EventTime;
import org.casus.extraction.EventType;
import org.casus.extraction.Extraction;
import org.casus.extraction.Factuality;
import org.casus.extraction.Factuality.Certainty;
import org.casus.extraction.Factuality.Polarity;
import org.casus.extraction.Factuality.Tense;
import org.casus.extraction.Mention;
import org.casus.extraction.Mention.Kind;
import org.casus.extraction.Moment;
import org.casus.extraction.OfficeMention;
import org.casus.extraction.Period;
import org.casus.extraction.RelationMention;
import org.casus.extraction.Statement;
import org.casus.extraction.TerritorialStatement;
import org.casus.extraction.TerritorialStatement.Relation;
import org.jspecify.annotations.Nullable;

/** A short article about Karabakh, extracted and linked by hand. */
final class SampleArticle {
    private static final List<String> SENTENCES = List.of(
            "Azerbaijan shelled Stepanakert on Tuesday, killing at least 200 people, Arman Petrosyan, a rescue official, told Reuters.",
            "Armenia accused Azerbaijan of the attack.",
            "Baku denies that it attacked the town.",
            "Russia may send peacekeepers to Karabakh next week, Petrosyan said.",
            "Nikol Pashinyan, the prime minister of Armenia, has recognised Karabakh as part of Azerbaijan since 2023.",
            "The Republic of Artsakh seceded in 1991.",
            "\"We have no bread left,\" Petrosyan said.");
    private static final Entity AZERBAIJAN = known("Q227", EntityType.STATE, "Azerbaijan", "AZE", 40.3, 47.7);
    private static final Entity ARMENIA = known("Q399", EntityType.STATE, "Armenia", "ARM", 40.0, 45.0);
    private static final Entity RUSSIA = known("Q159", EntityType.STATE, "Russia", "RUS", null, null);
    private static final Entity ARTSAKH = known("Q244165", EntityType.STATE, "Republic of Artsakh", null, null, null);
    private static final Entity KARABAKH =
            known("casus-karabakh", EntityType.DISPUTED_TERRITORY, "Nagorno-Karabakh", null, null, null);
    private static final Entity STEPANAKERT = known("Q129352", EntityType.CITY, "Stepanakert", "AZE", 39.8156, 46.752);
    private static final Entity PASHINYAN = known("Q7035479", EntityType.PERSON, "Nikol Pashinyan", "ARM", null, null);
    private static final Entity REUTERS = known("casus-reuters", EntityType.MEDIA_OUTLET, "Reuters", "MNC", null, null);
    private static final Entity PETROSYAN = new Entity.Nil("nil-5e1f", EntityType.PERSON, "Arman Petrosyan", null);
    private static final String RULE = "predicates.tsv:1 nsubj>VERB<obj";

    private final String id;
    private final String text = String.join(" ", SENTENCES);
    private final Map<Mention, LinkedMention> links = new HashMap<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final Mention petrosyan = linked(0, "Arman Petrosyan, a rescue official", Kind.PERSON, PETROSYAN, "MED");
    private final Attribution officialTold =
            new Attribution(Attribution.Role.SPEAKER, petrosyan, "Arman Petrosyan", "rescue official");
    private final Attribution reuters = new Attribution(
            Attribution.Role.AGENCY, linked(0, "Reuters", Kind.ORGANISATION, REUTERS, null), "Reuters", null);
    private final Attribution publisher = new Attribution(Attribution.Role.PUBLISHER, null, "The Daily Example", null);
    private final Attribution petrosyanSaid = new Attribution(
            Attribution.Role.SPEAKER, linked(3, "Petrosyan", Kind.PERSON, PETROSYAN, null), "Petrosyan", null);

    private SampleArticle(String id) {
        this.id = id;
    }

    static LinkedArticle linked() {
        return new SampleArticle("sample-1").build(false);
    }

    static LinkedArticle withId(String id) {
        return new SampleArticle(id).build(false);
    }

    /** The same in every respect but the order of its lists. */
    static LinkedArticle shuffled() {
        return new SampleArticle("sample-1").build(true);
    }

    private LinkedArticle build(boolean reversed) {
        Article article = new Article(
                id,
                text,
                "Shells fall on Stepanakert",
                "2023-09-22",
                "The Daily Example",
                "https://example.org/1",
                "en");
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < SENTENCES.size(); i++) {
            sentences.add(new Sentence(i, sentence(i), List.of(), List.of(), List.of(), List.of()));
        }
        Extraction extraction = new Extraction(
                new AnnotatedArticle(article, sentences, List.of()),
                ordered(mentions, reversed),
                ordered(events(), reversed),
                ordered(territory(), reversed),
                ordered(List.of(office()), reversed),
                ordered(List.of(relation()), reversed),
                ordered(List.of(statement()), reversed));
        return new LinkedArticle(extraction, links);
    }

    private static <T> List<T> ordered(List<T> list, boolean reversed) {
        List<T> copy = new ArrayList<>(list);
        if (reversed) {
            Collections.reverse(copy);
        }
        return copy;
    }

    private List<EventMention> events() {
        Mention azerbaijan = linked(0, "Azerbaijan", Kind.PLACE, AZERBAIJAN, null);
        Mention stepanakert = linked(0, "Stepanakert", Kind.PLACE, STEPANAKERT, null);
        Mention victims = unlinked(0, "at least 200 people", Kind.GROUP, null);
        Mention baku = linked(2, "Baku", Kind.PLACE, AZERBAIJAN, "GOV");
        Mention it = unlinked(2, "it", Kind.PRONOUN, baku);
        links.put(it, new LinkedMention(it, AZERBAIJAN, new ActorCode("AZE", null), 0.7));
        return List.of(
                new EventMention(
                        "e1",
                        EventType.ASSAULT,
                        "heavy-weapons",
                        List.of("military"),
                        "194",
                        span(0, "shelled"),
                        List.of(span(0, "shelled"), span(1, "attack")),
                        azerbaijan,
                        victims,
                        new EventPlace(stepanakert, EventPlace.Basis.TEXT),
                        null,
                        null,
                        day("2023-09-19"),
                        List.of(new EventNumber(EventNumber.What.KILLED, "at least 200", 200.0, null)),
                        Factuality.FACT,
                        null,
                        List.of(officialTold, reuters, publisher),
                        0,
                        0.91,
                        RULE),
                event(
                        "e2",
                        EventType.ACCUSE,
                        span(1, "accused"),
                        linked(1, "Armenia", Kind.PLACE, ARMENIA, null),
                        linked(1, "Azerbaijan", Kind.PLACE, AZERBAIJAN, null),
                        Factuality.FACT,
                        "e1",
                        1),
                event(
                        "e3",
                        EventType.REJECT,
                        span(2, "denies"),
                        baku,
                        null,
                        Factuality.FACT.with(Tense.PRESENT),
                        "e4",
                        2),
                event(
                        "e4",
                        EventType.ASSAULT,
                        span(2, "attacked"),
                        it,
                        linked(2, "the town", Kind.PLACE, STEPANAKERT, null),
                        Factuality.FACT.with(Polarity.NEGATIVE),
                        null,
                        2),
                new EventMention(
                        "e5",
                        EventType.MOBILIZE,
                        "troops",
                        List.of("peacekeeping"),
                        null,
                        span(3, "send"),
                        List.of(),
                        linked(3, "Russia", Kind.PLACE, RUSSIA, null),
                        null,
                        null,
                        null,
                        linked(3, "Karabakh", Kind.PLACE, KARABAKH, null),
                        new EventTime(
                                span(3, "next week"),
                                "next week",
                                "2023-09-25",
                                "2023-10-01",
                                Precision.WEEK,
                                EventTime.Basis.TEXT),
                        List.of(),
                        new Factuality(Certainty.POSSIBLE, Polarity.POSITIVE, Tense.FUTURE),
                        null,
                        List.of(petrosyanSaid, publisher),
                        3,
                        0.6,
                        RULE));
    }

    private EventMention event(
            String localId,
            EventType type,
            Span trigger,
            @Nullable Mention source,
            @Nullable Mention target,
            Factuality factuality,
            @Nullable String spokenOf,
            int sentence) {
        return new EventMention(
                localId,
                type,
                null,
                List.of(),
                null,
                trigger,
                List.of(),
                source,
                target,
                null,
                null,
                null,
                null,
                List.of(),
                factuality,
                spokenOf,
                List.of(publisher),
                sentence,
                0.8,
                RULE);
    }

    private static EventTime day(String day) {
        return new EventTime(null, "on Tuesday", day, day, Precision.DAY, EventTime.Basis.TEXT);
    }

    private List<TerritorialStatement> territory() {
        Factuality present = Factuality.FACT.with(Tense.PRESENT);
        return List.of(
                new TerritorialStatement(
                        Relation.RECOGNISED_AS_PART_OF,
                        span(4, "Karabakh"),
                        linked(4, "Karabakh", Kind.PLACE, KARABAKH, null),
                        linked(4, "Azerbaijan", Kind.PLACE, AZERBAIJAN, null),
                        null,
                        null,
                        pashinyan(),
                        new Period(Moment.of("2023"), null, null),
                        null,
                        null,
                        present,
                        List.of(publisher),
                        4,
                        RULE),
                new TerritorialStatement(
                        Relation.SECEDED,
                        span(5, "The Republic of Artsakh"),
                        linked(5, "The Republic of Artsakh", Kind.PLACE, ARTSAKH, null),
                        null,
                        null,
                        null,
                        null,
                        new Period(new Moment("1990", "1999"), null, null),
                        "e1",
                        null,
                        Factuality.FACT,
                        List.of(publisher),
                        5,
                        RULE),
                held(
                        Relation.CLAIMS,
                        linked(5, "The Republic of Artsakh", Kind.PLACE, ARTSAKH, null),
                        Moment.of("1991")),
                held(Relation.CONTROLS, linked(4, "Azerbaijan", Kind.PLACE, AZERBAIJAN, null), Moment.of("2020")),
                held(
                        Relation.CONTROLS,
                        linked(5, "The Republic of Artsakh", Kind.PLACE, ARTSAKH, null),
                        Moment.of("1991")));
    }

    private TerritorialStatement held(Relation relation, Mention holder, Moment from) {
        return new TerritorialStatement(
                relation,
                span(4, "Karabakh"),
                linked(4, "Karabakh", Kind.PLACE, KARABAKH, null),
                holder,
                null,
                null,
                null,
                new Period(from, null, null),
                null,
                null,
                Factuality.FACT.with(Tense.PRESENT),
                List.of(publisher),
                4,
                RULE);
    }

    private OfficeMention office() {
        return new OfficeMention(
                pashinyan(),
                "prime minister",
                linked(4, "Armenia", Kind.PLACE, ARMENIA, null),
                new Period(null, null, Moment.of("2023-09-22")),
                OfficeMention.Standing.HOLDER,
                List.of(publisher),
                4,
                RULE);
    }

    private RelationMention relation() {
        return new RelationMention(
                pashinyan(),
                RelationMention.Predicate.LIVES_IN,
                linked(4, "Armenia", Kind.PLACE, ARMENIA, null),
                new EventNumber(EventNumber.What.OTHER, "one", 1.0, 1.0),
                new Period(null, null, Moment.of("2023-09-22")),
                Factuality.FACT.with(Tense.PRESENT),
                List.of(publisher),
                4,
                RULE);
    }

    private Statement statement() {
        Attribution said = new Attribution(
                Attribution.Role.SPEAKER, linked(6, "Petrosyan", Kind.PERSON, PETROSYAN, null), "Petrosyan", null);
        return new Statement(
                "s1", Statement.Kind.SAY, List.of(said, publisher), null, true, span(6, "We have no bread left"), 6);
    }

    private Mention pashinyan() {
        return linked(4, "Nikol Pashinyan", Kind.PERSON, PASHINYAN, "GOV");
    }

    private Mention linked(int sentence, String words, Kind kind, Entity entity, @Nullable String sector) {
        Mention mention = unlinked(sentence, words, kind, null);
        double score = entity instanceof Entity.Nil ? 0 : 0.95;
        links.put(
                mention,
                new LinkedMention(
                        mention, entity, new ActorCode(entity.country().orElse(null), sector), score));
        return mention;
    }

    private Mention unlinked(int sentence, String words, Kind kind, @Nullable Mention antecedent) {
        Span span = span(sentence, words);
        Span name = kind == Kind.PRONOUN || kind == Kind.GROUP ? null : span;
        Mention mention = new Mention(sentence, words.length(), span, words, name, kind, null, antecedent, null);
        if (!mentions.contains(mention)) {
            mentions.add(mention);
        }
        return mention;
    }

    private Span sentence(int index) {
        int begin = text.indexOf(SENTENCES.get(index));
        return new Span(begin, begin + SENTENCES.get(index).length());
    }

    private Span span(int sentence, String words) {
        int begin = text.indexOf(words, sentence(sentence).begin());
        return new Span(begin, begin + words.length());
    }

    private static Entity known(
            String qid,
            EntityType type,
            String name,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude) {
        boolean linked = qid.startsWith("Q");
        return new Entity.Known(
                qid, type, name, linked ? qid : null, null, country, null, latitude, longitude, null, null);
    }
}
