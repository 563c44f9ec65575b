package org.casus.entity;

import java.util.Optional;
import org.casus.annotation.Sentence;
import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;

/** Reads names of peoples: "Armenians", "ethnic Karabakh Armenians", "Iraqi Kurds"; "Greek Cypriots" are one people. */
final class PeopleReader {
    private final Gazetteer gazetteer;
    private final Demonyms demonyms;

    PeopleReader(Gazetteer gazetteer, Demonyms demonyms) {
        this.gazetteer = gazetteer;
        this.demonyms = demonyms;
    }

    /** The people that a phrase names; empty where it names none. */
    Optional<Reading> read(Mention mention, Words phrase, Words name) {
        Sentence sentence = phrase.sentence();
        Optional<Demonyms.People> head =
                demonyms.find(sentence.token(mention.head()).text());
        if (!head.map(found ->
                        found.plural() || sentence.token(mention.head()).pos().endsWith("S"))
                .orElse(false)) {
            return Optional.empty();
        }
        int first = mention.head();
        boolean ethnic = false;
        @Nullable String country = head.get().country();
        boolean land = false;
        while (first > phrase.first()) {
            String word = sentence.token(first - 1).text();
            Optional<Demonyms.People> whole = demonyms.find(PhraseReader.text(sentence, first - 1, mention.head() + 1));
            Optional<Demonyms.People> other = whole.isPresent() ? whole : demonyms.find(word);
            Optional<Entry> place = gazetteer.find(word).stream()
                    .filter(entry -> entry.isPlace() && !entry.is(EntityType.CITY))
                    .findFirst();
            boolean capitalised = Character.isUpperCase(word.codePointAt(0));
            if (capitalised && other.isPresent()) {
                country = other.get().country();
                land = true;
            } else if (capitalised && place.isPresent()) {
                country = place.get().country().orElse(null);
                land = true;
            } else {
                ethnic = word.equalsIgnoreCase("ethnic");
                break;
            }
            first--;
        }
        String words = PhraseReader.text(sentence, first, mention.head() + 1);
        boolean bare = first == phrase.first()
                || first == 1
                || !Character.isUpperCase(sentence.token(first - 1).text().codePointAt(0));
        if (!bare) {
            return Optional.empty();
        }
        String sector = head.get().state() && !ethnic && !land && isAll(sentence, phrase.first(), mention.head())
                ? null
                : "CVL";
        return Optional.of(new Reading(words, ethnic && !land ? null : country, sector));
    }

    /** "The Israelis" may be Israel; "two Israelis" and "young Israelis" are people. */
    private static boolean isAll(Sentence sentence, int first, int head) {
        return first == head
                || (first + 1 == head && sentence.token(first).text().equalsIgnoreCase("the"));
    }

    /**
     * A people in a phrase.
     *
     * @param sector null where its name is used for its state
     */
    record Reading(
            String name, @Nullable String country, @Nullable String sector) {}
}
