package org.casus.entity;

import com.google.common.base.Splitter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links the names of persons: only ever to a person, or to a group that the tagger took for one. */
final class PersonChooser {
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
    /** Wikipedias with an article on somebody, and how many times as many as on the next of the name. */
    private static final int WELL_KNOWN = 20;

    private static final int FAR = 4;
    private static final double FULL_NAME = 0.95;
    private static final double SHORT_NAME = 0.85;
    private static final double BY_OFFICE = 0.75;

    private final Gazetteer gazetteer;
    private final FullNames fullNames;
    private final ArticleContext context;
    private final @Nullable String date;

    PersonChooser(Gazetteer gazetteer, FullNames fullNames, ArticleContext context, @Nullable String date) {
        this.gazetteer = gazetteer;
        this.fullNames = fullNames;
        this.context = context;
        this.date = date;
    }

    /**
     * @param country that the words around the name tell
     * @param sector likewise
     */
    Optional<Choice> choose(String name, @Nullable String country, @Nullable String sector) {
        if (fullNames.severalPersons(name)) {
            return Optional.empty();
        }
        String full = fullNames.person(name);
        double score = full.equals(name) && !SurfaceForm.of(name).folded().contains(" ") ? SHORT_NAME : FULL_NAME;
        return known(full, country)
                .map(entry -> new Choice(entry, score, score == FULL_NAME ? LinkReason.NAME : LinkReason.SHORT_NAME))
                .or(() -> afterTitle(full, country).map(entry -> new Choice(entry, SHORT_NAME, LinkReason.SHORT_NAME)))
                .or(() ->
                        byOffice(full, country, sector).map(entry -> new Choice(entry, BY_OFFICE, LinkReason.OFFICE)));
    }

    private Optional<Entry> known(String name, @Nullable String country) {
        List<Entry> found = gazetteer.find(name).stream()
                .filter(entry -> entry.is(EntityType.PERSON)
                        || entry.is(EntityType.ARMED_GROUP)
                        || (entry.is(EntityType.STATE) && name.contains(" ")))
                .filter(entry -> country == null
                        || entry.country().isEmpty()
                        || entry.country().get().equals(country)
                        || isTransnational(entry))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : farBestKnown(found);
    }

    /** Of namesakes the one whom people wrote down, or whom far more Wikipedias have an article on than the next. */
    private static Optional<Entry> farBestKnown(List<Entry> namesakes) {
        List<Entry> written =
                namesakes.stream().filter(entry -> entry.prior().curated()).toList();
        if (!written.isEmpty()) {
            return written.size() == 1 ? Optional.of(written.get(0)) : Optional.empty();
        }
        List<Entry> known = namesakes.stream()
                .sorted(Comparator.comparingInt((Entry entry) -> -entry.prior().sitelinks()))
                .toList();
        return known.size() > 1
                        && known.get(0).prior().sitelinks() >= WELL_KNOWN
                        && known.get(0).prior().sitelinks()
                                >= FAR * known.get(1).prior().sitelinks()
                ? Optional.of(known.get(0))
                : Optional.empty();
    }

    private static boolean isTransnational(Entry entry) {
        return entry.country()
                .filter(code -> code.equals("IGO") || code.equals("IMG"))
                .isPresent();
    }

    /** "President Barack Obama", where the tagger took the title into the name. */
    private Optional<Entry> afterTitle(String name, @Nullable String country) {
        List<String> words = WORDS.splitToList(name);
        for (int i = 1; i + 1 < words.size(); i++) {
            Optional<Entry> found = known(String.join(" ", words.subList(i, words.size())), country);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * "the Armenian prime minister, Karapetyan": a surname with an office that one person of that name held that day.
     */
    private Optional<Entry> byOffice(String name, @Nullable String country, @Nullable String sector) {
        if (date == null || sector == null || name.contains(" ")) {
            return Optional.empty();
        }
        List<Entry> found = gazetteer.surname(name).stream()
                .filter(entry -> entry.country()
                        .filter(code -> country == null ? context.speaksOf(code) : code.equals(country))
                        .isPresent())
                .filter(entry -> entry.sectorOn(date).filter(sector::equals).isPresent())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
