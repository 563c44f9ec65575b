package org.casus.cli;

import java.util.LinkedHashMap;
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
import org.casus.extraction.Mention;
import org.casus.extraction.Moment;
import org.casus.extraction.OfficeMention;
import org.casus.extraction.Period;
import org.casus.extraction.RelationMention;
import org.casus.extraction.Statement;
import org.casus.extraction.TerritorialStatement;
import org.jspecify.annotations.Nullable;

/** An article of one sentence in which there is one of everything. */
final class ExampleExtraction {
    static final String TEXT = "On Friday the government in Baku accused rebels that it holds, killing 12.";

    private static final Mention BAKU = mention("the government in Baku", "Baku", Mention.Kind.PLACE, null);
    private static final Mention REBELS = mention("rebels", null, Mention.Kind.GROUP, null);
    private static final Mention IT = mention("it", null, Mention.Kind.PRONOUN, BAKU);
    private static final Mention CITY = mention("Baku", "Baku", Mention.Kind.PLACE, null);

    private ExampleExtraction() {}

    static LinkedArticle linked() {
        Article article = new Article("a-1", TEXT, null, "2023-09-22", "The Paper", null, null);
        Sentence sentence = new Sentence(0, new Span(0, TEXT.length()), List.of(), List.of(), List.of(), List.of());
        List<Attribution> voices = List.of(
                new Attribution(Attribution.Role.SPEAKER, BAKU, BAKU.text(), "government"),
                new Attribution(Attribution.Role.PUBLISHER, null, "The Paper", null));
        Extraction extraction = new Extraction(
                new AnnotatedArticle(article, List.of(sentence), List.of()),
                List.of(BAKU, CITY, REBELS, IT),
                List.of(event(voices)),
                List.of(territory(voices)),
                List.of(new OfficeMention(
                        REBELS,
                        "leader",
                        BAKU,
                        new Period(Moment.of("2020"), new Moment(null, "2023-09-22"), null),
                        OfficeMention.Standing.FORMER,
                        voices,
                        0,
                        "offices.tsv:2")),
                List.of(new RelationMention(
                        REBELS,
                        RelationMention.Predicate.FLED_TO,
                        CITY,
                        new EventNumber(EventNumber.What.DISPLACED, "12", 12.0, 12.0),
                        Period.UNKNOWN,
                        Factuality.FACT,
                        voices,
                        0,
                        "relations.tsv:4")),
                List.of(new Statement("s1", Statement.Kind.SAY, voices, null, true, span("it holds"), 0)));
        return new LinkedArticle(extraction, links());
    }

    private static Map<Mention, LinkedMention> links() {
        Entity azerbaijan = new Entity.Known(
                "Q227", EntityType.STATE, "Azerbaijan", "Q227", null, "AZE", null, 40.3, 47.7, null, "AZ");
        Entity baku = new Entity.Known(
                "Q9248", EntityType.CITY, "Baku", "Q9248", 587084, "AZE", null, 40.4, 49.9, null, null);
        Entity rebels = new Entity.Nil("nil-1", EntityType.ARMED_GROUP, "rebels", null);
        Map<Mention, LinkedMention> links = new LinkedHashMap<>();
        links.put(BAKU, new LinkedMention(BAKU, azerbaijan, new ActorCode("AZE", "GOV"), 0.9));
        links.put(CITY, new LinkedMention(CITY, baku, new ActorCode("AZE", null), 0.8));
        links.put(REBELS, new LinkedMention(REBELS, rebels, new ActorCode(null, "REB"), 0));
        links.put(IT, new LinkedMention(IT, azerbaijan, new ActorCode("AZE", null), 0.9));
        return links;
    }

    private static EventMention event(List<Attribution> voices) {
        return new EventMention(
                "e1",
                EventType.ACCUSE,
                "allege",
                List.of("military"),
                "112",
                span("accused"),
                List.of(span("holds")),
                BAKU,
                mention("government", null, Mention.Kind.OTHER, null),
                new EventPlace(CITY, EventPlace.Basis.TEXT),
                null,
                CITY,
                new EventTime(
                        span("Friday"), "Friday", "2023-09-22", "2023-09-22", Precision.DAY, EventTime.Basis.TEXT),
                List.of(new EventNumber(EventNumber.What.KILLED, "12", 12.0, 12.0)),
                Factuality.FACT,
                null,
                voices,
                0,
                0.75,
                "predicates.tsv:12");
    }

    private static TerritorialStatement territory(List<Attribution> voices) {
        return new TerritorialStatement(
                TerritorialStatement.Relation.CONTROLS,
                span("holds"),
                CITY,
                BAKU,
                null,
                null,
                null,
                new Period(Moment.of("1991"), null, null),
                null,
                null,
                Factuality.FACT,
                voices,
                0,
                "territory.tsv:3");
    }

    private static Mention mention(
            String words, @Nullable String name, Mention.Kind kind, @Nullable Mention antecedent) {
        return new Mention(0, 0, span(words), words, name == null ? null : span(name), kind, null, antecedent, null);
    }

    private static Span span(String words) {
        int begin = TEXT.indexOf(words);
        return new Span(begin, begin + words.length());
    }
}
