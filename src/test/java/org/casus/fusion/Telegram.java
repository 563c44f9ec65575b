package org.casus.fusion;

import org.apache.jena.rdf.model.Model;
import org.casus.entity.Entity;
import org.casus.entity.EntityType;
import org.casus.graph.ArticleGraph;
import org.casus.graph.Turtle;
import org.jspecify.annotations.Nullable;

/**
 * A made article with one report, as a graph.
 *
 * @param published empty for an article without a date
 * @param days "first/last" as the text tells them, empty where it does not; "first/" for what is yet to come
 * @param person somebody else in it whom no gazetteer knows: "name/country", empty for none
 * @param killed how many; 0 where it does not say
 */
record Telegram(
        String id,
        String publisher,
        String published,
        String days,
        String trigger,
        String source,
        String target,
        String sentence,
        String person,
        int killed) {
    Telegram(
            String id,
            String publisher,
            String published,
            String days,
            String trigger,
            String source,
            String target,
            String sentence) {
        this(id, publisher, published, days, trigger, source, target, sentence, "", 0);
    }

    ArticleGraph graph() {
        int begin = Math.max(3, sentence.indexOf(trigger));
        String article = """
            : a casus:Article ; dcterms:identifier "%s" ; casus:textHash "%s" ;
                schema:publisher entity:publisher-%s .
            :s a casus:Sentence ; nif:beginIndex 0 ; nif:endIndex %d ; nif:anchorOf "%s" ; nif:referenceContext : .
            :t a casus:Trigger ; nif:beginIndex %d ; nif:endIndex %d ; nif:anchorOf "%s" ; nif:referenceContext : .
            :r a casus:EventReport ; casus:inArticle : ; casus:inSentence :s ; casus:trigger :t ;
                casus:eventType plover:ASSAULT ; casus:source entity:%s ; casus:target entity:%s ;
                casus:certainty casus:Certain ; casus:polarity casus:Positive ; casus:tense casus:%s ;
                casus:rule "test" ; casus:confidence 0.5 .
            """.formatted(
                        id,
                        "0".repeat(64),
                        publisher,
                        sentence.length(),
                        sentence,
                        begin,
                        begin + trigger.length(),
                        trigger,
                        source,
                        target,
                        days.endsWith("/") ? "Future" : "Past");
        String entities = """
            entity:%1$s a casus:State ; rdfs:label "%1$s" .
            entity:%2$s a casus:State ; rdfs:label "%2$s" .
            entity:publisher-%3$s a casus:MediaOutlet ; rdfs:label "%3$s" .
            """.formatted(source, target, publisher);
        return new ArticleGraph(
                ArticleGraph.iriOf(id),
                id,
                model(indexed(article + mention()) + times() + toll()),
                model(entities + description()));
    }

    private static String indexed(String turtle) {
        return turtle.replaceAll("(Index) (\\d+)", "$1 \"$2\"^^xsd:nonNegativeInteger");
    }

    private String toll() {
        return killed == 0 ? "" : """
            :r casus:number :n .
            :n a casus:Number ; casus:counts "killed" ; casus:words "%1$d" ; casus:low %1$d.0 ; casus:high %1$d.0 .
            """.formatted(killed);
    }

    private String mention() {
        return person.isEmpty() ? "" : """
            :m a casus:Mention ; nif:beginIndex 0 ; nif:endIndex 1 ; nif:anchorOf "x" ; nif:referenceContext : ;
                casus:inSentence :s ; casus:mentionKind "person" ; casus:refersTo entity:%s .
            """.formatted(personId());
    }

    private String description() {
        return person.isEmpty()
                ? ""
                : """
            entity:%s a casus:Person, casus:UnlinkedEntity ; rdfs:label "%s" %s .
            """.formatted(personId(), name(), country() == null ? "" : "; casus:country \"" + country() + "\"");
    }

    private String personId() {
        return Entity.Nil.idOf(name(), EntityType.PERSON, country());
    }

    private String name() {
        return person.substring(0, person.indexOf('/'));
    }

    private @Nullable String country() {
        String country = person.substring(person.indexOf('/') + 1);
        return country.isEmpty() ? null : country;
    }

    private String times() {
        String dated = published.isEmpty() ? "" : ": schema:datePublished \"%s\"^^xsd:date .%n".formatted(published);
        if (days.isEmpty()) {
            return dated;
        }
        String first = days.substring(0, days.indexOf('/'));
        String last = days.substring(days.indexOf('/') + 1);
        String until = last.isEmpty() ? "" : """
            :r casus:lastDay "%1$s"^^xsd:date ; casus:latest "%1$s"^^xsd:date .
            """.formatted(last);
        return dated + until + """
            :r casus:firstDay "%1$s"^^xsd:date ; casus:earliest "%1$s"^^xsd:date ; casus:timeBasis "text" .
            """.formatted(first);
    }

    Model model(String turtle) {
        return Turtle.read(id, turtle);
    }
}
