package org.casus.entity;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.SetMultimap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.jspecify.annotations.Nullable;

/** What an article is about, as far as it helps to tell one Georgia from the other. */
final class ArticleContext {
    /** Two of three mentions of countries make it the article's. */
    private static final int MOSTLY = 2;

    private static final int MOSTLY_OF = 3;

    private final Multiset<String> countries = HashMultiset.create();
    /** By the index of a sentence: the countries it speaks of, and those of them that it names a place of. */
    private final SetMultimap<Integer, String> bySentence = HashMultimap.create();

    private final SetMultimap<Integer, String> placesBySentence = HashMultimap.create();
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
                    bySentence.putAll(sentence.index(), found);
                    if (demonyms.find(surface).isEmpty()) {
                        placesBySentence.putAll(sentence.index(), found);
                    }
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

    /**
     * The country of a place in a sentence that speaks of no other country.
     *
     * @param but a country that is left out of account
     */
    Optional<String> placeOf(int sentence, @Nullable String but) {
        Set<String> spokenOf = new HashSet<>(bySentence.get(sentence));
        spokenOf.remove(but);
        return spokenOf.size() == 1
                ? spokenOf.stream()
                        .filter(placesBySentence.get(sentence)::contains)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * The only country that the article speaks of, or the one that it mostly does.
     *
     * @param but a country that is left out of account
     */
    Optional<String> mainCountry(@Nullable String but) {
        int all = countries.size() - countries.count(but);
        return countries.elementSet().stream()
                .filter(country -> !country.equals(but))
                .filter(country -> MOSTLY_OF * countries.count(country) >= MOSTLY * all)
                .findFirst();
    }

    int clues(List<String> clues) {
        return (int) clues.stream().filter(words::contains).count();
    }
}
