package org.casus.annotation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The place, day and agency that open a report: "PARIS, Jan 5 (Reuters) - ", "LAHORE: ", "Oslo, May 2, AP - ", "OSLO
 * (NTB) "; or "Q:" and "A:" before a question and its answer.
 */
final class Dateline {
    private static final int LONGEST = 14;
    private static final int LONGEST_TOWN = 3;
    private static final int LONGEST_BUREAU = 5;
    private static final Set<String> STATES = WordList.read("states.txt");
    private static final Set<String> BUREAUS =
            WordList.read("bureaus.txt").stream().map(Dateline::letters).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> DASHES = Set.of("-", "--", "–", "—");
    private static final Set<String> INSIDE =
            Set.of("NNP", "NNPS", "CD", ",", ".", "-LRB-", "-RRB-", "HYPH", ":", "CC", "IN");

    private static final Pattern MONTH =
            Pattern.compile("(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{Alpha}*\\.?");

    /** "UNITED NATIONS (AP) - " is no place. */
    private static final Set<String> BODIES = Set.of("NATIONS", "Nations");

    private Dateline() {}

    /** Index of the first token after the dateline; 0 where the sentence has none. */
    static int end(List<Token> tokens) {
        if (tokens.size() > 2
                && tokens.get(0).text().matches("[QA]")
                && tokens.get(1).text().equals(":")) {
            return 2;
        }
        int bare = bareEnd(tokens);
        if (bare > 0) {
            return bare;
        }
        int last = Math.min(LONGEST, tokens.size() - 1);
        for (int i = 0; i < last; i++) {
            if (i > 0 && isDash(tokens, i)) {
                return opensLikeOne(tokens, i) ? i + 1 : 0;
            }
            if (i > 0 && tokens.get(i).text().equals(":")) {
                return isShouted(tokens.get(0)) || hasDay(tokens, i) ? i + 1 : 0;
            }
            boolean credit = i > 0 && tokens.get(i).isNoun() && isShouted(tokens.get(0)) && isBracketed(tokens, i);
            if (i > 1 && isCredited(tokens, i)) {
                return i;
            }
            if (!INSIDE.contains(tokens.get(i).pos())
                    && !isShouted(tokens.get(i))
                    && !isAgency(tokens.get(i))
                    && !credit) {
                return 0;
            }
        }
        return 0;
    }

    /** "Lima, March 9 (EFE) The president", without a dash. */
    private static boolean isCredited(List<Token> tokens, int i) {
        return tokens.get(i - 1).pos().equals("-RRB-")
                && tokens.get(i - 3 < 0 ? 0 : i - 3).pos().equals("-LRB-")
                && isMonthAndDay(tokens, i - 3)
                && hasDay(tokens, i)
                && Character.isUpperCase(tokens.get(i).text().codePointAt(0));
    }

    /** "March 9", "9 March" or "March 9, 2024" right before a bracket. */
    private static boolean isMonthAndDay(List<Token> tokens, int bracket) {
        return bracket > 2
                && tokens.subList(bracket - 2, bracket).stream()
                        .allMatch(token -> token.pos().equals("CD")
                                || isMonth(token.text())
                                || token.text().equals(","));
    }

    /** "(Agencies)", "(Staff report)". */
    private static boolean isBracketed(List<Token> tokens, int i) {
        List<String> before = tokens.subList(0, i).stream().map(Token::pos).toList();
        return before.lastIndexOf("-LRB-") > before.lastIndexOf("-RRB-");
    }

    /** End of the place that opens a dateline with a day or an agency; 0 where there is none. */
    static int placeEnd(List<Token> tokens) {
        if (bareEnd(tokens) > 0) {
            int bureau = bureauEnd(tokens);
            return BODIES.contains(tokens.get(bureau - 1).text()) ? 0 : bureau;
        }
        int end = end(tokens);
        if (end == 0 || (tokens.get(end - 1).text().equals(":") && !hasDay(tokens, end))) {
            return 0;
        }
        int place = 0;
        boolean alone = isDash(tokens, end - 1) && isTownAlone(tokens, end - 1);
        for (Token token : tokens.subList(0, end)) {
            boolean closes = token.text().equals(",") || token.pos().equals("-LRB-");
            if (closes || (alone && (isSlash(token) || place == end - 1))) {
                return place == 0 || BODIES.contains(tokens.get(place - 1).text()) ? 0 : place;
            }
            if ((!token.isProper() && !token.text().equals("-") && !isShouted(token)) || isMonth(token.text())) {
                return 0;
            }
            place++;
        }
        return 0;
    }

    /** After the town of "OSLO Police raided a bank.", and the agency of "OSLO (NTB) Police raided a bank."; or 0. */
    private static int bareEnd(List<Token> tokens) {
        int end = bureauEnd(tokens);
        if (end == 0 || end + 1 >= tokens.size()) {
            return 0;
        }
        if (end + 2 < tokens.size()
                && tokens.get(end).pos().equals("-LRB-")
                && tokens.get(end + 2).pos().equals("-RRB-")) {
            end += 3;
        }
        boolean clause = end < tokens.size()
                && tokens.get(end).text().matches("\\p{Lu}.*\\p{Ll}.*|(\\p{Lu}\\.)+|A")
                && !tokens.get(end).pos().matches("VB[DZP]|MD")
                && !tokens.get(end).pos().equals("POS")
                && tokens.get(tokens.size() - 1).text().matches("[.?!]|\\p{Pf}|\"|''")
                && tokens.stream().skip(end).anyMatch(token -> token.pos().matches("VBD|VBZ|VBP|MD"));
        return clause ? end : 0;
    }

    /** After the longest shouted name of a bureau that the sentence begins with; or 0. */
    private static int bureauEnd(List<Token> tokens) {
        StringBuilder name = new StringBuilder();
        int end = 0;
        for (int i = 0; i < Math.min(LONGEST_BUREAU, tokens.size()); i++) {
            String word = tokens.get(i).text();
            if (!word.equals(word.toUpperCase(Locale.ROOT))) {
                break;
            }
            name.append(letters(word));
            end = BUREAUS.contains(name.toString()) && !letters(word).isEmpty() ? i + 1 : end;
        }
        return end;
    }

    private static String letters(String name) {
        return name.replaceAll("\\P{L}", "").toLowerCase(Locale.ROOT);
    }

    /** Whether a time is that of the report alone; "MARCH 2022: Russia seizes Kherson" tells when it happened. */
    static boolean holds(TimeExpression time, List<Token> tokens) {
        int end = end(tokens);
        boolean opens = time.first() == 0 && time.end() == end - 1;
        return time.first() < end && !opens;
    }

    private static boolean isDash(List<Token> tokens, int i) {
        return DASHES.contains(tokens.get(i).text())
                && tokens.get(i - 1).span().end() < tokens.get(i).span().begin();
    }

    private static boolean opensLikeOne(List<Token> tokens, int dash) {
        return tokens.get(dash - 1).pos().equals("-RRB-")
                || isShouted(tokens.get(0))
                || endsInAgency(tokens, dash)
                || hasDay(tokens, dash)
                || isTownAlone(tokens, dash);
    }

    /**
     * "Bamako - Mali has expelled ...", "Pristina/Belgrade – The ..."; but no "Mali - Niger border", nor a headline.
     */
    private static boolean isTownAlone(List<Token> tokens, int dash) {
        Token next = tokens.get(dash + 1);
        boolean startsClause = next.pos().equals("DT") || STATES.contains(next.text());
        return dash <= LONGEST_TOWN
                && startsClause
                && Character.isUpperCase(next.text().charAt(0))
                && !STATES.contains(tokens.get(0).text())
                && tokens.subList(0, dash).stream()
                        .allMatch(token -> token.pos().equals("NNP") || isSlash(token))
                && tokens.get(tokens.size() - 1).text().equals(".")
                && tokens.stream().skip(dash).anyMatch(token -> token.pos().matches("VBD|VBZ|VBP|MD"));
    }

    private static boolean isSlash(Token token) {
        return token.text().equals("/");
    }

    /** "Geneva, 4 March 2024 - ". */
    private static boolean hasDay(List<Token> tokens, int dash) {
        return tokens.get(0).pos().equals("NNP")
                && tokens.subList(1, dash).stream()
                        .map(Token::pos)
                        .collect(Collectors.toSet())
                        .containsAll(Set.of(",", "CD"))
                && tokens.subList(1, dash).stream().map(Token::text).anyMatch(Dateline::isMonth);
    }

    private static boolean isMonth(String word) {
        return MONTH.matcher(word).matches();
    }

    /** "Tehran, March 15, IRNA - ". */
    private static boolean endsInAgency(List<Token> tokens, int dash) {
        return isAgency(tokens.get(dash - 1))
                && tokens.subList(1, dash).stream()
                        .anyMatch(token -> token.text().equals(","));
    }

    private static boolean isAgency(Token token) {
        return token.text().matches("\\p{Lu}{2,}");
    }

    private static boolean isShouted(Token token) {
        String text = token.text();
        return text.length() > 2 && text.equals(text.toUpperCase(Locale.ROOT)) && !text.matches("[\\d,.]+");
    }
}
