package org.casus.entity;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;

/** What an article is about, as far as it helps to tell one Georgia from the other. */
final class ArticleContext {
    /** Two of three mentions of countries make it the article's. */
    private static final int MOSTLY = 2;

    private static final int MOSTLY_OF = 3;

    /** Towns below that size, and regions, are too often something else to tell a country. */
    private static final int TOWN = 15_000;

    private static final int REGION = 300_000;
    /** A name of more places than that tells of none. */
    private static final int FEW = 12;
    /** As the crow flies, in km. */
    private static final double CLOSE = 120;

    private final Multiset<String> countries = HashMultiset.create();
    /** Those that a name tells, by the name. */
    private final Map<String, Multiset<String>> byName = new HashMap<>();
    /** First-level divisions that it speaks of. */
    private final Multiset<String> regions = HashMultiset.create();
    /** Where it says in which state or region a place is: that holds for the name all through. */
    private final Map<String, Container> containers = new HashMap<>();
    /** Every name that a place has, with the places. */
    private final Map<String, List<Entry>> places = new LinkedHashMap<>();

    /** By sentence and the first token of what tells it. */
    private final HashBasedTable<Integer, Integer, Named> bySentence = HashBasedTable.create();

    private final Set<String> words = new HashSet<>();
    private final Gazetteer gazetteer;
    private final Demonyms demonyms;
    private final ContainerReader containerReader;

    ArticleContext(AnnotatedArticle article, Gazetteer gazetteer, Demonyms demonyms) {
        this.gazetteer = gazetteer;
        this.demonyms = demonyms;
        containerReader = new ContainerReader(gazetteer);
        for (Sentence sentence : article.sentences()) {
            for (int i = 0; i < sentence.tokens().size(); i++) {
                Token token = sentence.token(i);
                words.add(SurfaceForm.fold(token.text()));
                if (Character.isUpperCase(token.text().codePointAt(0)) && !isArabicSurname(sentence, i)) {
                    i = Math.max(i, read(sentence, hasArabicArticle(sentence, i) ? i - 2 : i) - 1);
                }
            }
        }
    }

    /** "Sudani" of "al-Sudani" tells of no Sudan; but "al-Raqqa" is a town. */
    boolean isArabicSurname(Sentence sentence, int i) {
        String bare = sentence.token(i).text();
        return Words.followsArabicArticle(sentence, i)
                && (demonyms.find(bare).isPresent()
                        || gazetteer.find(bare).stream().anyMatch(entry -> entry.is(EntityType.STATE))
                        || (!hasArabicArticle(sentence, i)
                                && gazetteer.find(bare).stream().allMatch(Entry::isCommonPlace)));
    }

    /** Whether the article is part of the name of a place, as in "al-Hasakah". */
    private boolean hasArabicArticle(Sentence sentence, int i) {
        return Words.followsArabicArticle(sentence, i)
                && gazetteer.find(PhraseReader.text(sentence, i - 2, i + 1)).stream()
                        .anyMatch(Entry::isPlace);
    }

    private int read(Sentence sentence, int first) {
        boolean inPerson = sentence.nameAt(first)
                .filter(name -> name.type() == EntityMention.Type.PERSON)
                .isPresent();
        int longest = Math.min(gazetteer.longest(), sentence.tokens().size() - first);
        int shortest = Words.shortestName(sentence, first);
        for (int size = longest; size >= shortest; size--) {
            if (!Words.endsName(sentence, first + size - 1)) {
                continue;
            }
            String surface = PhraseReader.text(sentence, first, first + size);
            List<Entry> entries = gazetteer.find(surface);
            // The Organization of American States is not American.
            if (size > 1 && entries.stream().anyMatch(entry -> entry.is(EntityType.INTERGOVERNMENTAL_ORGANISATION))) {
                return first + size;
            }
            if (!inPerson) {
                notePlaces(surface, entries, new Words(sentence, first, first + size));
            }
            Set<String> found = countriesOf(surface, entries, inPerson);
            if (!found.isEmpty()) {
                for (int i = first + 1; i < first + size; i++) {
                    words.add(SurfaceForm.fold(sentence.token(i).text()));
                }
                if (found.size() == 1) {
                    countries.addAll(found);
                    byName.computeIfAbsent(SurfaceForm.of(surface).folded(), name -> HashMultiset.create())
                            .addAll(found);
                    Named named = new Named(
                            found.iterator().next(), demonyms.find(surface).isEmpty());
                    bySentence.put(sentence.index(), first, named);
                }
                return first + size;
            }
            // "Abu Dhabi" tells nothing of Abu, be it left open where it is.
            if (size > 1 && entries.stream().anyMatch(Entry::isPlace)) {
                return first + size;
            }
        }
        return first + 1;
    }

    private void notePlaces(String surface, List<Entry> entries, Words words) {
        List<Entry> here = entries.stream().filter(Entry::isPlace).toList();
        if (here.isEmpty()) {
            return;
        }
        String name = SurfaceForm.of(surface).folded();
        places.putIfAbsent(name, here);
        here.stream()
                .filter(ArticleContext::isRegion)
                .map(entry -> entry.prior().region())
                .findFirst()
                .ifPresent(regions::add);
        containerReader.after(words, here).ifPresent(container -> {
            containers.putIfAbsent(name, container);
            if (container.region() != null) {
                regions.add(container.region());
            }
        });
    }

    /** @param inPerson in the name of a person, which may be a town's too but tells nothing of it */
    private Set<String> countriesOf(String surface, List<Entry> all, boolean inPerson) {
        List<Entry> entries = all.stream().filter(ArticleContext::tellsCountry).toList();
        boolean inOne = entries.stream().map(Entry::country).distinct().count() == 1;
        Set<String> found = new HashSet<>();
        Stream.concat(
                        entries.stream()
                                .filter(entry -> entry.isPlace()
                                        && ((!entry.is(EntityType.CITY) && !entry.isCommonPlace()) || inOne))
                                .filter(entry -> !inPerson || entry.is(EntityType.STATE))
                                .flatMap(entry -> entry.country().stream()),
                        demonyms.find(surface).stream().flatMap(people -> Stream.ofNullable(people.country())))
                .forEach(found::add);
        return found;
    }

    private static boolean tellsCountry(Entry entry) {
        return !entry.isCommonPlace()
                || entry.entity().qid() != null
                || entry.population() >= (entry.is(EntityType.CITY) ? TOWN : REGION);
    }

    /** Where the article says that a place of that name is. */
    Optional<Container> container(String surface) {
        return Optional.ofNullable(containers.get(SurfaceForm.of(surface).folded()));
    }

    boolean speaksOfRegion(String region) {
        return regions.contains(region);
    }

    /** How many other names of the article may be places close to this one. */
    int closeTo(Entry place, String surface) {
        String own = SurfaceForm.of(surface).folded();
        return (int) places.entrySet().stream()
                .filter(other -> !other.getKey().equals(own)
                        && other.getValue().size() <= FEW
                        && other.getValue().stream().noneMatch(ArticleContext::isRegion)
                        && other.getValue().stream().anyMatch(entry -> isClose(entry, place)))
                .count();
    }

    /** A first-level division that is known by its name alone, such as a state of the US. */
    private static boolean isRegion(Entry entry) {
        return entry.is(EntityType.REGION)
                && entry.entity().qid() != null
                && entry.prior().region() != null;
    }

    private static boolean isClose(Entry one, Entry other) {
        boolean small = one.is(EntityType.CITY)
                || one.is(EntityType.CORRIDOR)
                || one.is(EntityType.DISPUTED_TERRITORY)
                || (one.is(EntityType.REGION) && one.prior().region() != null);
        return small && !one.equals(other) && Distance.kilometres(one.entity(), other.entity()) < CLOSE;
    }

    /**
     * Share of a country in all mentions of countries but those by a name itself: of two Solhans the Turkish one is no
     * proof that the article speaks of Turkey, unless it speaks of no land else.
     */
    double share(String country, String surface) {
        Multiset<String> own = byName.getOrDefault(SurfaceForm.of(surface).folded(), HashMultiset.create());
        int others = countries.size() - own.size();
        return others > 0
                ? (double) (countries.count(country) - own.count(country)) / others
                : countries.contains(country) ? 1 : 0;
    }

    int mentions(String country) {
        return countries.count(country);
    }

    boolean speaksOf(String country) {
        return countries.contains(country);
    }

    /** Whether it names any country at all. */
    boolean isPlaced() {
        return !countries.isEmpty();
    }

    /** The country of a place in a phrase's sentence that, outside the phrase, speaks of no other country. */
    Optional<String> placeNear(Words phrase) {
        Set<String> spokenOf = new HashSet<>();
        Set<String> places = new HashSet<>();
        bySentence.row(phrase.sentence().index()).forEach((token, named) -> {
            if (!phrase.holds(token)) {
                spokenOf.add(named.country());
                if (named.place()) {
                    places.add(named.country());
                }
            }
        });
        return spokenOf.size() == 1 ? places.stream().findFirst() : Optional.empty();
    }

    /** The only country that the article speaks of outside a phrase, or the one that it mostly does. */
    Optional<String> mainCountry(Words phrase) {
        Set<String> inside = new HashSet<>();
        bySentence.row(phrase.sentence().index()).forEach((token, named) -> {
            if (phrase.holds(token)) {
                inside.add(named.country());
            }
        });
        int all = countries.size() - inside.stream().mapToInt(countries::count).sum();
        return countries.elementSet().stream()
                .filter(country -> !inside.contains(country))
                .filter(country -> MOSTLY_OF * countries.count(country) >= MOSTLY * all)
                .findFirst();
    }

    int clues(List<String> clues) {
        return (int) clues.stream().filter(words::contains).count();
    }

    /**
     * A country that some words tell.
     *
     * @param place whether by a place and not by a people
     */
    private record Named(String country, boolean place) {}
}
