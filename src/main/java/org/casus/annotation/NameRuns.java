package org.casus.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.article.Span;

/** Token classes of the CRF -> names: runs of one class, and runs of proper nouns that have none as MISC. */
final class NameRuns {
    private static final String NONE = "O";
    private static final String PROPER = "MISC";
    private static final String PERSON = "PERSON";
    private static final String ORGANIZATION = "ORGANIZATION";

    /** After these a capital may be that of a sentence. */
    private static final Set<String> OPENING = Set.of("``", "\"", "“", "‘", "'", ":", "-", "–", "—");

    private static final Set<String> CALENDAR = WordList.read("calendar.txt");
    private static final Set<String> TITLES = WordList.read("titles.txt");

    /** Adjectives that are names also where a sentence begins with them. */
    private static final Set<String> PEOPLES = WordList.read("peoples.txt");

    private NameRuns() {}

    static List<EntityMention> of(String text, List<Token> tokens, List<String> classes) {
        List<String> filled = new ArrayList<>(classes);
        for (int i = 0; i < filled.size(); i++) {
            if (filled.get(i).equals(NONE) && isProper(tokens, i)) {
                filled.set(i, PROPER);
            } else if (tokens.get(i).text().matches("[-\u2010-\u2015]+")
                    && (i == 0 || filled.get(i - 1).equals(NONE))) {
                // No name begins with a dash.
                filled.set(i, NONE);
            }
        }
        joinHyphens(tokens, filled);
        joinTitles(tokens, filled);
        List<EntityMention> names = new ArrayList<>();
        int first = 0;
        while (first < filled.size()) {
            int end = first + 1;
            while (end < filled.size() && filled.get(end).equals(filled.get(first)) && !breaks(tokens, filled, end)) {
                end++;
            }
            boolean named = filled.get(first).equals(PERSON) || !isHoliday(tokens, first, end);
            if (!filled.get(first).equals(NONE) && named) {
                names.add(mention(text, tokens, EntityMention.Type.valueOf(filled.get(first)), first, end));
            }
            first = end;
        }
        return names;
    }

    /** "Karabakh Armenian" is a place and a people: two names to link. */
    private static boolean breaks(List<Token> tokens, List<String> classes, int i) {
        Token token = tokens.get(i);
        boolean people = token.pos().equals("JJ")
                || (token.pos().equals("NNPS") && token.text().endsWith("ans"));
        return classes.get(i).equals(PROPER)
                && (people || tokens.get(i - 1).pos().equals("JJ"))
                && tokens.get(i - 1).span().end() < token.span().begin();
    }

    /** "Nagorno-Karabakh" is three tokens, of which the hyphen is no proper noun. */
    private static void joinHyphens(List<Token> tokens, List<String> classes) {
        for (int i = 1; i + 1 < classes.size(); i++) {
            if (tokens.get(i).text().equals("-")
                    && classes.get(i).equals(NONE)
                    && endsFirstName(classes, i)
                    && touches(tokens, i)) {
                classes.set(i - 1, PERSON);
                classes.set(i, PERSON);
            } else if (tokens.get(i).text().equals("-")
                    && classes.get(i).equals(NONE)
                    && classes.get(i + 1).equals(classes.get(i - 1))
                    && classes.get(i - 1).equals(PROPER)
                    && touches(tokens, i)) {
                classes.set(i, PROPER);
            }
        }
    }

    /** Within a sentence the article of "The Globe and Mail" has its capital from the name. */
    private static void joinTitles(List<Token> tokens, List<String> classes) {
        for (int i = 1; i + 3 < classes.size(); i++) {
            if (tokens.get(i).text().equals("The")
                    && !OPENING.contains(tokens.get(i - 1).text())
                    && isName(classes, i + 1)
                    && tokens.get(i + 2).text().equals("and")
                    && isName(classes, i + 3)) {
                classes.subList(i + 1, i + 4).replaceAll(any -> ORGANIZATION);
            }
        }
    }

    private static boolean isName(List<String> classes, int i) {
        return classes.get(i).equals(PROPER) || classes.get(i).equals(ORGANIZATION);
    }

    /** "Anne-Marie Duval", not "the Merkel-Macron meeting". */
    private static boolean endsFirstName(List<String> classes, int hyphen) {
        String before = classes.get(hyphen - 1);
        boolean alone = hyphen < 2 || !classes.get(hyphen - 2).equals(before);
        return alone
                && (before.equals(PERSON) || before.equals(PROPER))
                && hyphen + 2 < classes.size()
                && classes.get(hyphen + 1).equals(PERSON)
                && classes.get(hyphen + 2).equals(PERSON);
    }

    private static boolean touches(List<Token> tokens, int i) {
        return tokens.get(i - 1).span().end() == tokens.get(i).span().begin()
                && tokens.get(i).span().end() == tokens.get(i + 1).span().begin();
    }

    /** "Independence Day"; but "Doris Day" is a person. */
    private static boolean isHoliday(List<Token> tokens, int first, int end) {
        return end - first > 1 && tokens.get(end - 1).text().equals("Day");
    }

    private static boolean isProper(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        boolean capital = Character.isUpperCase(token.text().codePointAt(0));
        boolean name = token.isProper() || (token.pos().equals("JJ") && (i > 0 || PEOPLES.contains(token.text())));
        return capital && name && !CALENDAR.contains(token.text()) && !TITLES.contains(token.text());
    }

    private static EntityMention mention(String text, List<Token> tokens, EntityMention.Type type, int first, int end) {
        Span span = new Span(
                tokens.get(first).span().begin(), tokens.get(end - 1).span().end());
        return new EntityMention(type, first, end, span, span.of(text));
    }
}
