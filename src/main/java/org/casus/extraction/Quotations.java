package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.annotation.Sentence;
import org.casus.article.Span;

/** What stands between quotation marks. A quotation ends with its mark, or with its paragraph where that is missing. */
final class Quotations {
    /** Of "''". */
    private static final int LONGEST_MARK = 2;

    private final List<Span> quoted = new ArrayList<>();

    Quotations(String text, List<Sentence> sentences) {
        int open = -1;
        int end = sentences.isEmpty()
                ? 0
                : sentences.get(sentences.size() - 1).span().end();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean twice = c == '\'' && i + 1 < end && text.charAt(i + 1) == '\'';
            boolean straight = c == '"' || twice;
            boolean opens = c == '\u201c' || c == '\u201e' || (straight && open < 0);
            boolean closes = c == '\u201d' || (straight && open >= 0) || c == '\n';
            if (twice) {
                i++;
            }
            if (opens) {
                open = i;
            } else if (closes && open >= 0) {
                quoted.add(new Span(open, i + 1));
                open = -1;
            }
        }
        if (open >= 0) {
            quoted.add(new Span(open, end));
        }
    }

    /** The quotation in which a place of the text stands. */
    Optional<Span> at(int offset) {
        return quoted.stream()
                .filter(quotation -> quotation.begin() <= offset && offset < quotation.end())
                .findFirst();
    }

    /** With the mark that closes the quotation which a span is. */
    Span closed(Span span) {
        return at(span.begin())
                .filter(quotation -> quotation.begin() == span.begin())
                .filter(quotation -> span.end() < quotation.end() && quotation.end() - span.end() <= LONGEST_MARK)
                .orElse(span);
    }

    boolean isIn(Span span) {
        return quoted.stream().anyMatch(quotation -> quotation.begin() < span.end() && span.begin() < quotation.end());
    }

    /** True where most of the span stands in quotation marks. */
    boolean covers(Span span) {
        int inside = 0;
        for (Span quotation : quoted) {
            inside += Math.max(0, Math.min(span.end(), quotation.end()) - Math.max(span.begin(), quotation.begin()));
        }
        return 2 * inside > span.end() - span.begin();
    }
}
