package org.casus.entity;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.casus.annotation.Sentence;
import org.casus.extraction.Attribution;
import org.casus.extraction.EventMention;
import org.casus.extraction.EventType;
import org.casus.extraction.Extraction;
import org.casus.extraction.Mention;
import org.casus.extraction.RelationMention;
import org.casus.extraction.TerritorialStatement;
import org.jspecify.annotations.Nullable;

/** Which mentions of an article act, and which are where something is. */
final class Roles {
    private static final Set<String> LOCATES = Set.of("in", "at", "inside", "outside", "near");
    private static final Set<EventType> FORCE = Set.of(EventType.ASSAULT, EventType.COERCE, EventType.THREATEN);

    private static final Set<String> NOUNS_OF_TOWNS = Set.of("capital", "city", "town");

    private final Set<Mention> suffering = new HashSet<>();
    private final Set<Mention> actors = new HashSet<>();
    private final Set<Mention> places = new HashSet<>();
    private final Extraction extraction;

    Roles(Extraction extraction) {
        this.extraction = extraction;
        for (EventMention event : extraction.events()) {
            add(actors, event.source());
            add(actors, event.target());
            if (FORCE.contains(event.type())) {
                add(suffering, event.target());
            }
            add(places, event.origin());
            add(places, event.destination());
            if (event.place() != null) {
                add(places, event.place().mention());
            }
            event.attribution().forEach(this::voice);
        }
        for (TerritorialStatement statement : extraction.territory()) {
            add(actors, statement.holder());
            add(actors, statement.formerHolder());
            add(actors, statement.statedBy());
            add(actors, statement.recognisedBy());
            add(places, statement.territory());
            statement.attribution().forEach(this::voice);
        }
        for (RelationMention relation : extraction.relations()) {
            add(relation.predicate().isFromPlace() ? places : actors, relation.subject());
            add(relation.predicate().isToPlace() ? places : actors, relation.object());
        }
        extraction.statements().forEach(statement -> statement.attribution().forEach(this::voice));
    }

    private void voice(Attribution attribution) {
        add(actors, attribution.mention());
    }

    private static void add(Set<Mention> mentions, @Nullable Mention mention) {
        if (mention != null) {
            mentions.add(mention);
        }
    }

    /** Whether it does or undergoes something in the text, so that a capital there is its state. */
    boolean acts(Mention mention) {
        return (actors.contains(mention) && !isLocation(mention))
                || (!places.contains(mention) && isSubjectOfVerb(mention));
    }

    /** "a center in Tokyo", "the capital of Ankara": where it is, also where somebody is acted upon there. */
    private boolean isLocation(Mention mention) {
        Sentence sentence = extraction.annotated().sentences().get(mention.sentence());
        boolean town = wordAt(sentence, mention.head() - 1).equals("of")
                && NOUNS_OF_TOWNS.contains(wordAt(sentence, mention.head() - 2));
        return town
                || sentence.dependents(mention.head()).stream()
                        .anyMatch(child -> sentence.relation(child).equals("case")
                                && LOCATES.contains(sentence.token(child).lemma()));
    }

    private static String wordAt(Sentence sentence, int token) {
        return Words.at(sentence, token)
                .map(found -> found.text().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Whether force is used against it: the city then means who lives there. */
    boolean suffersForce(Mention mention) {
        return suffering.contains(mention);
    }

    private boolean isSubjectOfVerb(Mention mention) {
        Sentence sentence = extraction.annotated().sentences().get(mention.sentence());
        int governor = sentence.governor(mention.head());
        return sentence.relation(mention.head()).equals("nsubj")
                && governor >= 0
                && sentence.token(governor).isVerb();
    }
}
