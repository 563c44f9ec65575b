package org.casus.annotation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * People whose surname is a land's or town's too, whom the CRF takes for that: "Ms Israel", "Peter Lagos ... Lagos".
 */
final class Surnames {
    private static final Set<String> TITLES = Set.of("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Messrs");
    private static final Set<String> WHERE = Set.of(
            "in",
            "at",
            "near",
            "from",
            "to",
            "into",
            "towards",
            "across",
            "of",
            "inside",
            "outside",
            "around",
            "through",
            "throughout",
            "toward",
            "within");

    /** "Michael Jordan" makes no person of Jordan: so named without a title it is the land. */
    private static final Set<String> STATES = WordList.read("states.txt");

    private static final Set<String> OFFICES = WordList.read("offices.txt");

    private final Set<String> surnames = new HashSet<>();
    private final Set<String> places = new HashSet<>();

    private Surnames() {}

    /** The same names; one that stands with a preposition of place anywhere in the article is a place's there. */
    static List<List<EntityMention>> settle(List<List<EntityMention>> names, List<List<Token>> tokens) {
        Surnames surnames = new Surnames();
        for (int i = 0; i < names.size(); i++) {
            for (EntityMention name : names.get(i)) {
                surnames.note(name, tokens.get(i));
            }
        }
        List<List<EntityMention>> settled = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            List<Token> sentence = tokens.get(i);
            settled.add(names.get(i).stream()
                    .map(name -> surnames.isPerson(name, sentence) ? person(name) : name)
                    .toList());
        }
        return settled;
    }

    private void note(EntityMention name, List<Token> sentence) {
        String last = sentence.get(name.end() - 1).text();
        boolean full = name.type() == EntityMention.Type.PERSON && name.end() - name.first() > 1;
        if (TITLES.contains(before(name, sentence)) || (full && !STATES.contains(last))) {
            surnames.add(last);
        } else if (WHERE.contains(before(name, sentence))) {
            places.add(name.text());
        }
    }

    private boolean isPerson(EntityMention name, List<Token> sentence) {
        return name.type() == EntityMention.Type.LOCATION
                && (TITLES.contains(before(name, sentence))
                        || isOfOffice(name, sentence)
                        || (surnames.contains(name.text()) && !places.contains(name.text())));
    }

    /** "The Kenyan minister, Aden Duale, ..." */
    private static boolean isOfOffice(EntityMention name, List<Token> sentence) {
        return name.end() - name.first() > 1
                && name.first() > 1
                && name.end() < sentence.size()
                && before(name, sentence).equals(",")
                && OFFICES.contains(sentence.get(name.first() - 2).lemma())
                && sentence.get(name.end()).text().equals(",");
    }

    private static String before(EntityMention name, List<Token> sentence) {
        return name.first() == 0 ? "" : sentence.get(name.first() - 1).text();
    }

    private static EntityMention person(EntityMention name) {
        return new EntityMention(EntityMention.Type.PERSON, name.first(), name.end(), name.span(), name.text());
    }
}
