package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import org.casus.annotation.Sentence;
import org.casus.article.Span;

/** What stands between quotation marks. A quotation ends with its mark, or with its paragraph where that is missing. */
final class Quotations {
    private final List<Span> quoted = new ArrayList<>();

    Quotations(String text, List<Sentence> sentences) {
        int open = -1;
        int end = sentences.isEmpty()
                ? 0
                : sentences.get(sentences.size() - 1).span().end();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean opens = c == '\u201c' || c == '\u201e' || (c == '"' && open < 0);
            boolean closes = c == '\u201d' || (c == '"' && open >= 0) || c == '\n';
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

    /** True where most of the span stands in quotation marks. */
    boolean covers(Span span) {
        int inside = 0;
        for (Span quotation : quoted) {
            inside += Math.max(0, Math.min(span.end(), quotation.end()) - Math.max(span.begin(), quotation.begin()));
        }
        return 2 * inside > span.end() - span.begin();
    }
}
