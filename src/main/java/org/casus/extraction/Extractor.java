package org.casus.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.article.Article;
import org.casus.article.Span;
import org.casus.classification.Classifier;
import org.jspecify.annotations.Nullable;

/**
 * Annotated article to what it says: events, whose land, who held which office, how actors and places stand to each
 * other, and who said what.
 */
public final class Extractor {
    private final Nouns nouns;
    private final Sayings sayings;
    private final FactualityReader factuality;
    private final Arbiter arbiter;
    private final TerritoryFrames territoryFrames;
    private final RelationFrames relationFrames;
    private final Offices offices;
    private final OfficeVerbs officeVerbs;

    /** By the table that is shipped, alone. */
    public Extractor() {
        this(null, List.of());
    }

    /**
     * With a classifier beside the table, if there is one.
     *
     * @param predicates tables of the user's own, whose rows go before those of {@code predicates.tsv}
     * @throws IllegalArgumentException naming file and line of a row that is wrong
     */
    public Extractor(@Nullable Classifier classifier, List<Path> predicates) {
        nouns = new Nouns();
        sayings = new Sayings();
        Operators operators = new Operators();
        factuality = new FactualityReader(operators);
        territoryFrames = new TerritoryFrames(nouns);
        relationFrames = new RelationFrames(nouns);
        offices = new Offices();
        officeVerbs = new OfficeVerbs(nouns);
        Triggers table = new Triggers(Triggers.predicates(nouns, predicates));
        arbiter = new Arbiter(table, classifier, sayings, operators, factuality);
    }

    private Extractor(Extractor rules, Classifier classifier) {
        nouns = rules.nouns;
        sayings = rules.sayings;
        factuality = rules.factuality;
        territoryFrames = rules.territoryFrames;
        relationFrames = rules.relationFrames;
        offices = rules.offices;
        officeVerbs = rules.officeVerbs;
        arbiter = rules.arbiter.with(classifier);
    }

    /** One of the same tables, with a classifier beside them. */
    public Extractor with(Classifier classifier) {
        return new Extractor(this, classifier);
    }

    public Extraction extract(AnnotatedArticle annotated) {
        Article article = annotated.article();
        Phrases phrases = new Phrases(annotated, nouns);
        AttributionReader attribution = new AttributionReader(article, annotated.sentences(), phrases, nouns, sayings);
        TimeReader times = new TimeReader(annotated, sayings);
        NumberReader numbers = new NumberReader(article.text());
        EventReader eventReader = new EventReader(
                arbiter, factuality, phrases, attribution, times, new PlaceReader(annotated, phrases, nouns), numbers);
        PeriodReader periods = new PeriodReader(article, times);
        TerritoryReader territoryReader =
                new TerritoryReader(territoryFrames, new Lands(nouns), factuality, phrases, attribution, periods);
        OfficeReader officeReader =
                new OfficeReader(offices, officeVerbs, phrases, factuality, attribution, periods, article);
        RelationReader relationReader = new RelationReader(
                relationFrames, new Lands(nouns), factuality, phrases, attribution, periods, numbers);
        Bystanders bystanders = new Bystanders(nouns);
        List<EventMention> events = new ArrayList<>();
        List<TerritorialStatement> territory = new ArrayList<>();
        List<OfficeMention> held = new ArrayList<>();
        List<RelationMention> relations = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        Labels labels = new Labels(article, annotated.sentences());
        for (Sentence sentence : annotated.sentences()) {
            Syntax syntax = new Syntax(sentence, nouns);
            if (!labels.isAside(sentence)) {
                events.addAll(eventReader.read(syntax));
                territory.addAll(territoryReader.read(syntax));
                held.addAll(officeReader.read(syntax));
                relations.addAll(relationReader.read(syntax));
                statements.addAll(attribution.statements(syntax));
            }
            for (EntityMention name : sentence.names()) {
                phrases.mention(sentence, Phrases.headOf(sentence, name));
            }
            bystanders.in(syntax).forEach(head -> phrases.mention(sentence, head));
        }
        List<EventMention> once = new Retellings(annotated).merge(events);
        return new Extraction(
                annotated, List.copyOf(phrases.all()), once, dated(territory, once), held, relations, statements);
    }

    /** What an event began or ended points to it. */
    private static List<TerritorialStatement> dated(List<TerritorialStatement> territory, List<EventMention> events) {
        Map<Span, String> byTrigger = new HashMap<>();
        for (EventMention event : events) {
            byTrigger.putIfAbsent(event.trigger(), event.id());
            event.mentions().forEach(trigger -> byTrigger.putIfAbsent(trigger, event.id()));
        }
        return territory.stream()
                .map(statement -> Optional.ofNullable(byTrigger.get(statement.trigger()))
                        .map(statement::by)
                        .orElse(statement))
                .toList();
    }
}
