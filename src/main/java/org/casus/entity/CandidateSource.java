package org.casus.entity;

import java.util.List;
import java.util.Optional;

/** Where entries come from, by name. */
interface CandidateSource {
    /** Those whose own name, or name in English, it is; acronyms match capitals alone where there is one. */
    List<Entry> named(SurfaceForm form);

    /** Those who are also called so, in other languages or by few. */
    List<Entry> alsoCalled(SurfaceForm form);

    /** Persons whose last name it is, folded. */
    List<Entry> surnamed(String folded);

    Optional<Entry> byId(String id);

    /** Most words that a name has here. */
    int longest();
}
