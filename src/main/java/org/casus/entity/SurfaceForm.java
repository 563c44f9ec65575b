package org.casus.entity;

import com.google.common.base.CharMatcher;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name as a text has it, made comparable.
 *
 * @param folded without case, accents, dots, leading article and possessive
 * @param acronym whether it is written in capitals alone: "US", not "us"
 */
record SurfaceForm(String folded, boolean acronym) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final List<String> ARTICLES = List.of("the ", "a ", "an ");
    private static final CharMatcher QUOTES = CharMatcher.anyOf("'’‘`ʻʼ").precomputed();
    private static final CharMatcher DROPPED =
            CharMatcher.anyOf(".,\"“”()").or(QUOTES).precomputed();
    private static final CharMatcher APART =
            CharMatcher.whitespace().or(CharMatcher.anyOf("‐‑–—-")).precomputed();
    private static final int LONGEST_ACRONYM = 6;
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    static SurfaceForm of(String text) {
        String bare = withoutPossessive(withoutArticle(text.strip()));
        return new SurfaceForm(fold(bare), isAcronym(bare));
    }

    private static String withoutArticle(String text) {
        for (String article : ARTICLES) {
            if (text.regionMatches(true, 0, article, 0, article.length())) {
                return text.substring(article.length());
            }
        }
        return text;
    }

    private static String withoutPossessive(String text) {
        int end = text.length();
        if (end > 2 && text.charAt(end - 1) == 's' && QUOTES.matches(text.charAt(end - 2))) {
            return text.substring(0, end - 2);
        }
        return end > 1 && QUOTES.matches(text.charAt(end - 1)) ? text.substring(0, end - 1) : text;
    }

    private static boolean isAcronym(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                letters++;
            } else if (c != '.' && c != '-') {
                return false;
            }
        }
        return letters > 1 && letters <= LONGEST_ACRONYM;
    }

    int words() {
        return 1 + CharMatcher.is(' ').countIn(folded);
    }

    /** As a text in English would have a name that is written in other letters, folded. */
    static String transliterated(String text) {
        return CharMatcher.ascii().matchesAllOf(text) ? fold(text) : fold(TO_LATIN.transliterate(text));
    }

    /** Without case and accents, in single spaces. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (APART.matches(c)) {
                if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                    folded.append(' ');
                }
            } else if (!DROPPED.matches(c)) {
                folded.append(Character.toLowerCase(c));
                ascii &= c < 128;
            }
        }
        String plain = folded.toString().stripTrailing();
        return ascii ? plain : withoutAccents(plain);
    }

    private static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ı', 'i')
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ə', 'a')
                .replace("ß", "ss");
    }
}
