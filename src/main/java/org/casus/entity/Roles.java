package org.casus.entity;

import java.util.HashSet;
import java.util.Set;
import org.casus.annotation.Sentence;
import org.casus.extraction.Attribution;
import org.casus.extraction.EventMention;
import org.casus.extraction.Extraction;
import org.casus.extraction.Mention;
import org.casus.extraction.RelationMention;
import org.casus.extraction.TerritorialStatement;
import org.jspecify.annotations.Nullable;

/** Which mentions of an article act, and which are where something is. */
final class Roles {
    private final Set<Mention> actors = new HashSet<>();
    private final Set<Mention> places = new HashSet<>();
    private final Extraction extraction;

    Roles(Extraction extraction) {
        this.extraction = extraction;
        for (EventMention event : extraction.events()) {
            add(actors, event.source());
            add(actors, event.target());
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
        return actors.contains(mention) || (!places.contains(mention) && isSubjectOfVerb(mention));
    }

    private boolean isSubjectOfVerb(Mention mention) {
        Sentence sentence = extraction.annotated().sentences().get(mention.sentence());
        int governor = sentence.governor(mention.head());
        return sentence.relation(mention.head()).equals("nsubj")
                && governor >= 0
                && sentence.token(governor).isVerb();
    }
}
