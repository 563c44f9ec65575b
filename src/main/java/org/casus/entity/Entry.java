package org.casus.entity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entity of the gazetteer with the names it goes by.
 *
 * @param names its name first
 * @param offices what it was and when; more than one where that changed
 * @param standsFor the name of the state or union that this city or seat stands for as an actor
 */
record Entry(
        Entity.Known entity,
        List<String> names,
        List<Office> offices,
        @Nullable String standsFor,
        Prior prior) {
    static final String OUT_OF_OFFICE = "ELI";

    Entry {
        names = List.copyOf(names);
        offices = List.copyOf(offices);
    }

    boolean is(EntityType type) {
        return entity.type() == type;
    }

    boolean isPlace() {
        return entity.type().isPlace();
    }

    /**
     * What many sources have, unlike what people wrote down: a town or region that needs the article to speak for it.
     */
    boolean isCommonPlace() {
        return isPlace() && !prior.curated() && !is(EntityType.STATE);
    }

    /** Whether it is a town, or a county, and so part of the first-level division that is noted with it. */
    boolean liesInRegion() {
        return is(EntityType.CITY) || (is(EntityType.REGION) && entity.geonames() == null && entity.qid() == null);
    }

    /** The same place with where another source says that it lies, unless it says so itself. */
    Entry placedAs(Entry same) {
        Prior both = new Prior(
                Math.max(prior.population(), same.prior.population()),
                prior.sitelinks(),
                prior.region() == null ? same.prior.region() : prior.region(),
                prior.isCapital(),
                prior.curated());
        return new Entry(entity, names, offices, standsFor, both);
    }

    boolean isCapital() {
        return prior.isCapital();
    }

    int population() {
        return prior.population();
    }

    /** The last word of its name, folded. */
    String surname() {
        String full = SurfaceForm.fold(entity.name());
        return full.substring(full.lastIndexOf(' ') + 1);
    }

    Optional<String> country() {
        return entity.country();
    }

    /** Its sector on that day, or the last one that is known where there is no day. */
    Optional<String> sectorOn(@Nullable String date) {
        if (offices.isEmpty()) {
            return Optional.ofNullable(entity.sector());
        }
        if (date == null) {
            return Optional.ofNullable(offices.get(offices.size() - 1).sector());
        }
        Optional<Office> held =
                offices.stream().filter(office -> office.covers(date)).findFirst();
        if (held.isPresent()) {
            return Optional.ofNullable(held.get().sector());
        }
        boolean before = offices.stream().anyMatch(office -> office.endedBefore(date));
        return before && is(EntityType.PERSON) ? Optional.of(OUT_OF_OFFICE) : Optional.empty();
    }

    /**
     * A sector for a time.
     *
     * @param from first day, ISO 8601, cut to what is known
     * @param until last day, likewise
     */
    record Office(
            @Nullable String sector,
            @Nullable String from,
            @Nullable String until) {
        boolean covers(String date) {
            return (from == null || cut(date, from).compareTo(from) >= 0) && !endedBefore(date);
        }

        boolean endedBefore(String date) {
            return until != null && cut(date, until).compareTo(until) > 0;
        }

        /** "GOV 2018-05-08 to 2022". */
        String toText() {
            return "%s %s to %s"
                    .formatted(sector == null ? "" : sector, from == null ? "" : from, until == null ? "" : until)
                    .strip();
        }

        private static String cut(String date, String to) {
            return date.substring(0, Math.min(date.length(), to.length()));
        }
    }
}
