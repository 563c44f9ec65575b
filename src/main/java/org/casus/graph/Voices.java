package org.casus.graph;

import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Resource;
import org.casus.article.Span;
import org.casus.extraction.Attribution;
import org.casus.extraction.Mention;

/** Writes on whose word something stands; reports with the same voice share its node. */
final class Voices {
    private final Draft draft;
    private final Mentions mentions;
    private final EntityDescriptions entities;

    Voices(Draft draft, Mentions mentions, EntityDescriptions entities) {
        this.draft = draft;
        this.mentions = mentions;
        this.entities = entities;
    }

    void write(Resource subject, List<Attribution> chain) {
        for (int i = 0; i < chain.size(); i++) {
            draft.add(subject, Vocabulary.VOICE, voice(chain.get(i), i + 1));
        }
    }

    private Resource voice(Attribution attribution, int order) {
        Mention mention = attribution.mention();
        Span span = mention == null ? null : mention.span();
        Resource node = draft.node(Iris.data(
                "voice",
                draft.articleIri(),
                order,
                attribution.role(),
                attribution.text(),
                attribution.capacity(),
                span));
        if (draft.begin(node, Vocabulary.VOICE_CLASS)) {
            draft.add(node, Standard.HAD_ROLE, Vocabulary.role(attribution.role()));
            draft.add(node, Vocabulary.ORDER, Literals.integer(order));
            draft.add(node, Vocabulary.WORDS, Literals.text(attribution.text()));
            draft.add(
                    node,
                    Vocabulary.CAPACITY,
                    Optional.ofNullable(attribution.capacity()).map(Literals::text));
            writeAgent(node, attribution);
        }
        return node;
    }

    private void writeAgent(Resource node, Attribution attribution) {
        if (attribution.mention() != null) {
            mentions.role(node, Standard.AGENT, Vocabulary.VOICE_MENTION, attribution.mention());
        } else if (attribution.role() == Attribution.Role.PUBLISHER) {
            draft.add(node, Standard.AGENT, entities.describePublisher(attribution.text()));
        }
    }
}
