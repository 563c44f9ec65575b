package org.casus.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.article.Span;

/**
 * Text -> the spans of its paragraphs. News text has a paragraph or a headline on each line; a text whose lines were
 * broken at a column has blank lines between its paragraphs.
 */
final class Paragraphs {
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\h*\\R\\s*");

    private static final int SHORTEST_COLUMN = 50;
    private static final int LONGEST_COLUMN = 100;
    private static final int FEWEST_LINES = 4;

    private Paragraphs() {}

    static List<Span> of(String text) {
        List<Span> lines = between(LINE_END, text);
        return isBrokenAtAColumn(text, lines) ? between(BLANK_LINE, text) : lines;
    }

    /** Most lines that go on are of like length, and end in the middle of a sentence. */
    private static boolean isBrokenAtAColumn(String text, List<Span> lines) {
        int goingOn = 0;
        int broken = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            Span line = lines.get(i);
            if (lines.get(i + 1).begin() - line.end() > 2) {
                continue;
            }
            goingOn++;
            int length = line.end() - line.begin();
            char last = text.charAt(line.end() - 1);
            if (length >= SHORTEST_COLUMN && length <= LONGEST_COLUMN && ".!?:”\"’".indexOf(last) < 0) {
                broken++;
            }
        }
        return goingOn >= FEWEST_LINES && broken * 10 >= goingOn * 6;
    }

    private static List<Span> between(Pattern separator, String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = separator.matcher(text);
        int begin = 0;
        while (matcher.find()) {
            add(text, begin, matcher.start(), spans);
            begin = matcher.end();
        }
        add(text, begin, text.length(), spans);
        return spans;
    }

    private static void add(String text, int begin, int end, List<Span> spans) {
        if (!text.substring(begin, end).isBlank()) {
            spans.add(new Span(begin, end));
        }
    }
}
