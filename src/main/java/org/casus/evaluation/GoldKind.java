package org.casus.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What gold is of, and so how it is scored. */
public enum GoldKind {
    EVENTS,
    ACTORS,
    EVENT_PLACE,
    LINKS,
    PLACES,
    ATTRIBUTION,
    FACTS;

    /** Facts are of one article, which lies elsewhere; all other gold holds the text that it is of. */
    public boolean holdsItsText() {
        return this != FACTS;
    }

    Scorer scorer(List<Fields> gold) {
        return switch (this) {
            case EVENTS -> new EventScorer(gold);
            case ACTORS -> new ActorScorer(gold);
            case EVENT_PLACE -> new EventPlaceScorer(gold);
            case LINKS -> new LinkScorer(gold);
            case PLACES -> new PlaceScorer(gold);
            case ATTRIBUTION -> new AttributionScorer(gold);
            case FACTS -> new FactScorer(gold);
        };
    }

    /** By the fields of the first line that tells. */
    static Optional<GoldKind> of(List<Fields> gold) {
        return gold.stream().map(GoldKind::of).flatMap(Optional::stream).findFirst();
    }

    private static Optional<GoldKind> of(Fields line) {
        if (line.present("events")) {
            return Optional.of(EVENTS);
        } else if (line.present("want")) {
            return Optional.of(ACTORS);
        } else if (line.present("verb") && line.present("places")) {
            return Optional.of(EVENT_PLACE);
        } else if (line.present("attributions")) {
            return Optional.of(ATTRIBUTION);
        } else if (line.present("kind")) {
            return Optional.of(FACTS);
        }
        return line.optionalList("mentions").stream().findFirst().flatMap(GoldKind::ofMention);
    }

    /** A mention whose item is null is known to have none, so the field alone tells. */
    private static Optional<GoldKind> ofMention(Fields mention) {
        if (mention.has("qid")) {
            return Optional.of(LINKS);
        } else if (mention.has("lat")) {
            return Optional.of(PLACES);
        } else if (mention.has("cluster")) {
            throw mention.fault("which mentions are one event (coref) is not scored here");
        }
        return Optional.empty();
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
