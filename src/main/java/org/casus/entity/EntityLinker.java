package org.casus.entity;

import java.util.List;
import java.util.Optional;
import org.casus.extraction.Extraction;
import org.jspecify.annotations.Nullable;

/**
 * Links every mention of an article to an entity of the gazetteer, or to one of its own where the gazetteer has none.
 * It holds nothing of the articles it has seen, and threads may share it.
 */
public final class EntityLinker {
    private final Gazetteer gazetteer;
    private final Demonyms demonyms;
    private final Ambiguous ambiguous;

    /** With what ships with the program. */
    public EntityLinker() {
        this(Gazetteer.shipped(), Demonyms.shipped(), Table.shipped("ambiguous.tsv"));
    }

    /** With what ships, and what a user has in a folder. */
    public EntityLinker(GazetteerFolder own) {
        this(own.gazetteer(), Demonyms.shipped(), Table.shipped("ambiguous.tsv"));
    }

    EntityLinker(Gazetteer gazetteer, Demonyms demonyms, Table ambiguous) {
        this.gazetteer = gazetteer;
        this.demonyms = demonyms;
        this.ambiguous = new Ambiguous(ambiguous, gazetteer);
    }

    /** The only one of that name, type and country whom the gazetteer knows with an item of Wikidata. */
    public Optional<Entity.Known> find(String name, EntityType type, @Nullable String country) {
        List<Entity.Known> found = gazetteer.find(name).stream()
                .filter(entry -> entry.entity().qid() != null
                        && (country == null
                                || entry.country().filter(country::equals).isPresent())
                        && entry.is(EntityType.PERSON) == (type == EntityType.PERSON)
                        && entry.isPlace() == type.isPlace())
                .map(Entry::entity)
                .toList();
        return found.size() == 1 && name.strip().contains(" ") ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Every mention of the extraction with what it stands for. */
    public LinkedArticle link(Extraction extraction) {
        return new ArticleLinker(gazetteer, demonyms, ambiguous, extraction).link();
    }
}
