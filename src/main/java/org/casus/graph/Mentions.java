package org.casus.graph;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.casus.entity.Entity;
import org.casus.entity.LinkReason;
import org.casus.entity.LinkedMention;
import org.casus.extraction.Attribution;
import org.casus.extraction.EventMention;
import org.casus.extraction.Extraction;
import org.casus.extraction.Mention;
import org.casus.extraction.OfficeMention;
import org.casus.extraction.RelationMention;
import org.casus.extraction.TerritorialStatement;
import org.jspecify.annotations.Nullable;

/** Writes the mentions of an article with what they refer to, and the roles that they fill. */
final class Mentions {
    /** Two readings of the same phrase: the linked one wins, then the one that is first in the alphabet. */
    private final Comparator<Mention> order;

    private final Draft draft;
    private final EntityDescriptions entities;
    private final SortedMap<String, Mention> byIri = new TreeMap<>();

    Mentions(Draft draft, EntityDescriptions entities) {
        this.draft = draft;
        this.entities = entities;
        order = Comparator.comparing((Mention mention) -> entity(mention).isEmpty())
                .thenComparing(Mention::toString);
        forEach(draft.linked().extraction(), this::collect);
    }

    private void collect(@Nullable Mention mention) {
        if (mention != null) {
            byIri.merge(
                    Iris.mention(draft.articleIri(), mention),
                    mention,
                    (one, other) -> order.compare(one, other) <= 0 ? one : other);
            collect(mention.antecedent());
        }
    }

    private static void forEach(Extraction extraction, Consumer<@Nullable Mention> action) {
        extraction.mentions().forEach(action);
        for (EventMention event : extraction.events()) {
            action.accept(event.source());
            action.accept(event.target());
            action.accept(event.place() == null ? null : event.place().mention());
            action.accept(event.origin());
            action.accept(event.destination());
            event.attribution().stream().map(Attribution::mention).forEach(action);
        }
        for (TerritorialStatement statement : extraction.territory()) {
            action.accept(statement.territory());
            action.accept(statement.holder());
            action.accept(statement.formerHolder());
            action.accept(statement.statedBy());
            action.accept(statement.recognisedBy());
            statement.attribution().stream().map(Attribution::mention).forEach(action);
        }
        for (OfficeMention office : extraction.offices()) {
            action.accept(office.person());
            action.accept(office.of());
            office.attribution().stream().map(Attribution::mention).forEach(action);
        }
        for (RelationMention relation : extraction.relations()) {
            action.accept(relation.subject());
            action.accept(relation.object());
            relation.attribution().stream().map(Attribution::mention).forEach(action);
        }
        extraction.statements().stream()
                .flatMap(statement -> statement.attribution().stream())
                .map(Attribution::mention)
                .forEach(action);
    }

    /** Every mention that refers to something, whether it fills a role or not. */
    void writeLinked() {
        byIri.values().stream().filter(mention -> entity(mention).isPresent()).forEach(this::node);
    }

    /** The entity in a role of the subject, where it can fill one, and the words for it in any case. */
    void role(Resource subject, Property toEntity, Property toMention, @Nullable Mention mention) {
        if (mention != null) {
            draft.add(subject, toEntity, draft.linked().inRole(mention).map(entities::describe));
            draft.add(subject, toMention, node(mention));
        }
    }

    private Optional<Entity> entity(Mention mention) {
        return draft.linked().link(mention).flatMap(link -> Optional.ofNullable(link.entity()));
    }

    Resource node(Mention mention) {
        String iri = Iris.mention(draft.articleIri(), mention);
        Resource node = draft.node(iri);
        if (draft.begin(node, Vocabulary.MENTION)) {
            write(node, byIri.getOrDefault(iri, mention));
        }
        return node;
    }

    private void write(Resource node, Mention mention) {
        draft.offsets(node, mention.span());
        draft.add(node, Vocabulary.IN_SENTENCE, draft.sentence(mention.sentence()));
        draft.add(
                node,
                Vocabulary.MENTION_KIND,
                Literals.text(mention.kind().name().toLowerCase(Locale.ROOT)));
        if (mention.name() != null) {
            String name = mention.name().of(draft.article().text());
            draft.add(node, Vocabulary.SURFACE_FORM, Literals.text(name));
        }
        if (mention.antecedent() != null) {
            draft.add(node, Vocabulary.ANTECEDENT, node(mention.antecedent()));
        }
        draft.linked().link(mention).ifPresent(link -> writeLink(node, link));
    }

    private void writeLink(Resource node, LinkedMention link) {
        if (link.entity() != null) {
            draft.add(node, Vocabulary.REFERS_TO, entities.describe(link.entity()));
            draft.add(node, Vocabulary.LINK_SCORE, Literals.decimal(link.score()));
            draft.add(
                    node,
                    Vocabulary.LINK_REASON,
                    Optional.ofNullable(link.reason()).map(LinkReason::label).map(Literals::text));
        }
        draft.add(
                node,
                Vocabulary.COUNTRY,
                Optional.ofNullable(link.code().country()).map(Literals::text));
        draft.add(
                node,
                Vocabulary.SECTOR,
                Optional.ofNullable(link.code().sector()).map(Literals::text));
        if (!link.code().code().isEmpty()) {
            draft.add(node, Vocabulary.ACTOR_CODE, Literals.text(link.code().code()));
        }
    }
}
