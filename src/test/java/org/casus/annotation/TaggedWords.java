package org.casus.annotation;

import java.util.ArrayList;
import java.util.List;
import org.casus.article.Span;

/** Tokens from "word/lemma/TAG word/lemma/TAG", a space between all of them; "word/TAG" where the lemma is the word. */
final class TaggedWords {
    private TaggedWords() {}

    static List<Token> of(String words) {
        List<Token> tokens = new ArrayList<>();
        int begin = 0;
        for (String word : words.split(" ")) {
            String[] parts = word.split("/");
            Span span = new Span(begin, begin + parts[0].length());
            tokens.add(new Token(
                    tokens.size(), span, parts[0], parts.length > 2 ? parts[1] : parts[0], parts[parts.length - 1]));
            begin = span.end() + 1;
        }
        return tokens;
    }

    static String text(List<Token> tokens) {
        return String.join(" ", tokens.stream().map(Token::text).toList());
    }
}
