package org.casus.cli;

import com.google.common.base.CharMatcher;

/** What somebody looks for, as the full-text index takes it: quotes and a star at a word's end keep their meaning. */
final class SearchWords {
    private static final CharMatcher SYNTAX = CharMatcher.anyOf("+-&|!(){}[]^~?:\\/");

    private SearchWords() {}

    static String query(String words) {
        String plain = SYNTAX.replaceFrom(words, ' ');
        if (CharMatcher.is('"').countIn(plain) % 2 == 1) {
            plain = CharMatcher.is('"').replaceFrom(plain, ' ');
        }
        String starred = plain.replaceAll("(?<![\\p{L}\\p{N}])\\*+|\\*+(?=\\S)", " ");
        // The index reads AND, OR and NOT in capitals as operators.
        return CharMatcher.whitespace().trimAndCollapseFrom(starred.replaceAll("\\b(AND|OR|NOT)\\b", " "), ' ');
    }
}
