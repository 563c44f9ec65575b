package org.casus.entity;

import java.util.Locale;

/** What speaks for a link. */
public enum LinkReason {
    /** Only one entity has the name. */
    NAME,
    /** One entity has the acronym. */
    ACRONYM,
    /** A short name, or a name behind a title, of one whom the article or the gazetteer knows in full. */
    SHORT_NAME,
    /** One holder of the named office on the article's day has the surname. */
    OFFICE,
    /** Words of the article that go with one of several places of the name. */
    CLUES,
    /** Of several places of the name the one that is mostly meant. */
    USUAL,
    /** The state or region that the text names beside it: "Oxford, North Carolina". */
    CONTAINER,
    /** The country that the article speaks of. */
    COUNTRY,
    /** The region that the article speaks of. */
    REGION,
    /** Other places of the article are close by. */
    NEARBY,
    /** Far larger, or known to far more people, than others of its name. */
    SIZE,
    /** Of several with the name the one of the right kind. */
    KIND,
    /** A word for where someone is from: "Senegalese". */
    ADJECTIVE;

    /** As the graph and the extraction have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
