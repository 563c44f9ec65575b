package org.casus.entity;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.HashSet;
import java.util.List;
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

    private final Multiset<String> countries = HashMultiset.create();
    /** By sentence and the first token of what tells it. */
    private final HashBasedTable<Integer, Integer, Named> bySentence = HashBasedTable.create();

    private final Set<String> words = new HashSet<>();
    private final Gazetteer gazetteer;
    private final Demonyms demonyms;

    ArticleContext(AnnotatedArticle article, Gazetteer gazetteer, Demonyms demonyms) {
        this.gazetteer = gazetteer;
        this.demonyms = demonyms;
        for (Sentence sentence : article.sentences()) {
            for (int i = 0; i < sentence.tokens().size(); i++) {
                Token token = sentence.token(i);
                words.add(SurfaceForm.fold(token.text()));
                if (Character.isUpperCase(token.text().codePointAt(0))) {
                    i = read(sentence, i) - 1;
                }
            }
        }
    }

    private int read(Sentence sentence, int first) {
        boolean inPerson = sentence.nameAt(first)
                .filter(name -> name.type() == EntityMention.Type.PERSON)
                .isPresent();
        int longest = Math.min(gazetteer.longest(), sentence.tokens().size() - first);
        for (int size = longest; size > 0; size--) {
            String surface = PhraseReader.text(sentence, first, first + size);
            Set<String> found = countriesOf(surface, inPerson);
            if (!found.isEmpty()) {
                for (int i = first + 1; i < first + size; i++) {
                    words.add(SurfaceForm.fold(sentence.token(i).text()));
                }
                if (found.size() == 1) {
                    countries.addAll(found);
                    Named named = new Named(
                            found.iterator().next(), demonyms.find(surface).isEmpty());
                    bySentence.put(sentence.index(), first, named);
                }
                return first + size;
            }
        }
        return first + 1;
    }

    /** @param inPerson in the name of a person, which may be a town's too but tells nothing of it */
    private Set<String> countriesOf(String surface, boolean inPerson) {
        List<Entry> entries = gazetteer.find(surface);
        Set<String> found = new HashSet<>();
        Stream.concat(
                        entries.stream()
                                .filter(entry -> entry.isPlace() && (!entry.is(EntityType.CITY) || entries.size() == 1))
                                .filter(entry -> !inPerson || entry.is(EntityType.STATE))
                                .flatMap(entry -> entry.country().stream()),
                        demonyms.find(surface).stream().flatMap(people -> Stream.ofNullable(people.country())))
                .forEach(found::add);
        return found;
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
