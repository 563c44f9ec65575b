package org.casus.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.casus.article.Span;

/**
 * A stretch of a sentence's tokens.
 *
 * @param end exclusive
 */
record Words(Sentence sentence, int first, int end) {
    private static final Pattern ARTICLE = Pattern.compile("[ae]l|a[sdrntz]|ash|ath", Pattern.CASE_INSENSITIVE);

    /** Without more words "the West" is no province of Cameroon, whatever the name model takes it for. */
    private static final Set<String> COMPASS = Set.of("north", "south", "east", "west");

    private static final Set<String> COMMON = Table.shipped("common-words.tsv").rows().stream()
            .map(row -> row.need("word"))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * "Police said", "Western envoys", "Federal Minister", "Independence Day": a common word with a capital letter,
     * whatever town or province is called so, unless the name model takes it for a place.
     */
    static boolean isCommon(Sentence sentence, int i) {
        Token token = sentence.token(i);
        String word = token.text().toLowerCase(Locale.ROOT);
        return (i == 0 && token.isNoun() && !token.isProper())
                || COMPASS.contains(word)
                || (COMMON.contains(word) && !isPlace(sentence, i));
    }

    /** "Sudani" of "al-Sudani"; but not "Iran" of "lands such as - Iran". */
    static boolean followsArabicArticle(Sentence sentence, int i) {
        return i > 1
                && sentence.token(i - 1).text().equals("-")
                && ARTICLE.matcher(sentence.token(i - 2).text()).matches()
                && touch(sentence.token(i - 2), sentence.token(i - 1))
                && touch(sentence.token(i - 1), sentence.token(i));
    }

    private static boolean touch(Token one, Token next) {
        return one.span().end() == next.span().begin();
    }

    /** How many tokens a name that begins here has at least: a common word alone, be it with an article, is none. */
    static int shortestName(Sentence sentence, int first) {
        int from = sentence.token(first).text().equalsIgnoreCase("the")
                        && first + 1 < sentence.tokens().size()
                ? first + 1
                : first;
        return from - first + (isCommon(sentence, from) ? 2 : 1);
    }

    /** Whether a name may end with this token: marks are no part of it. */
    static boolean endsName(Sentence sentence, int i) {
        return Character.isLetterOrDigit(sentence.token(i).text().codePointAt(0));
    }

    private static boolean isPlace(Sentence sentence, int i) {
        return sentence.token(i).isNoun()
                && sentence.nameAt(i)
                        .filter(name -> name.type() == EntityMention.Type.LOCATION && name.end() - name.first() == 1)
                        .isPresent();
    }

    /** The tokens that a span of the text covers. */
    static Words of(Sentence sentence, Span span) {
        List<Token> tokens = sentence.tokens();
        int first = 0;
        while (first < tokens.size() && tokens.get(first).span().end() <= span.begin()) {
            first++;
        }
        int end = first;
        while (end < tokens.size() && tokens.get(end).span().begin() < span.end()) {
            end++;
        }
        return new Words(sentence, first, end);
    }

    boolean holds(int token) {
        return first <= token && token < end;
    }

    /** Whether it stands in the dateline: "OSLO - The king ...". */
    boolean isInDateline() {
        return end <= sentence.datelineEnd();
    }

    /** What the text has between the first token of the stretch and its last. */
    String text(String article) {
        return first == end
                ? ""
                : new Span(
                                sentence.token(first).span().begin(),
                                sentence.token(end - 1).span().end())
                        .of(article);
    }

    /** The token at a place of the sentence, if the sentence has one there. */
    static Optional<Token> at(Sentence sentence, int token) {
        return token >= 0 && token < sentence.tokens().size() ? Optional.of(sentence.token(token)) : Optional.empty();
    }
}
