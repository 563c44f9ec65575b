package org.casus.annotation;

import java.util.ArrayList;
import java.util.List;
import org.casus.annotation.TimeExpression.Precision;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/** One article in the making from blocks of CoNLL-U. */
final class ConlluArticle {
    /** Over a sentence of the same paragraph. */
    static final String GOES_ON = "# goes on";

    private final ConlluHeader header = new ConlluHeader();
    private final StringBuilder text = new StringBuilder();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<String[]> coreferences = new ArrayList<>();

    void add(List<String> lines) {
        header.add(lines);
        List<String[]> rows = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .filter(row -> row[0].matches("\\d+"))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append(lines.contains(GOES_ON) ? ' ' : '\n');
        }
        List<Token> tokens = tokens(rows, values(lines, "text"));
        List<Dependency> dependencies = new ArrayList<>();
        rows.forEach(row ->
                dependencies.add(new Dependency(Integer.parseInt(row[6]) - 1, Integer.parseInt(row[0]) - 1, row[7])));
        List<TimeExpression> times =
                values(lines, "time").stream().map(value -> time(tokens, value)).toList();
        values(lines, "coref").forEach(value -> coreferences.add((sentences.size() + " " + value).split(" ")));
        sentences.add(new Sentence(
                sentences.size(), span(tokens, 0, tokens.size()), tokens, dependencies, names(rows, tokens), times));
    }

    AnnotatedArticle build() {
        @Nullable String id = header.value("newdoc id");
        List<Coreference> resolved =
                coreferences.stream().map(this::coreference).toList();
        return new AnnotatedArticle(
                ConlluArticles.article(id == null ? "test" : id, text.toString(), header), sentences, resolved);
    }

    private List<Token> tokens(List<String[]> rows, List<String> texts) {
        int base = text.length();
        String sentence = texts.isEmpty() ? joined(rows) : texts.get(0);
        text.append(sentence);
        List<Token> tokens = new ArrayList<>();
        int from = 0;
        for (String[] row : rows) {
            int begin = sentence.indexOf(row[1], from);
            if (begin < 0) {
                throw new IllegalArgumentException("no \"%s\" in: %s".formatted(row[1], sentence));
            }
            from = begin + row[1].length();
            tokens.add(new Token(tokens.size(), new Span(base + begin, base + from), row[1], row[2], row[4]));
        }
        return tokens;
    }

    private static String joined(List<String[]> rows) {
        StringBuilder joined = new StringBuilder();
        rows.forEach(row -> joined.append(row[1]).append(misc(row, "SpaceAfter").equals("No") ? "" : " "));
        return joined.toString().strip();
    }

    private List<EntityMention> names(List<String[]> rows, List<Token> tokens) {
        List<EntityMention> names = new ArrayList<>();
        int first = 0;
        while (first < rows.size()) {
            String label = misc(rows.get(first), "NER");
            String type = label.replaceFirst("^[BI]-", "");
            int end = first + 1;
            while (end < rows.size() && continues(misc(rows.get(end), "NER"), type, label.equals(type))) {
                end++;
            }
            if (!label.isEmpty()) {
                Span span = span(tokens, first, end);
                names.add(new EntityMention(
                        EntityMention.Type.valueOf(type), first, end, span, span.of(text.toString())));
            }
            first = end;
        }
        return names;
    }

    private static boolean continues(String label, String type, boolean plain) {
        return plain ? !label.isEmpty() && label.equals(type) : label.equals("I-" + type);
    }

    private TimeExpression time(List<Token> tokens, String value) {
        String[] fields = value.split(" ");
        int[] range = range(fields[0]);
        Span span = span(tokens, range[0], range[1]);
        return new TimeExpression(
                range[0],
                range[1],
                span,
                span.of(text.toString()),
                fields[1],
                known(fields[2]),
                known(fields[3]),
                Precision.valueOf(fields[4]));
    }

    private Coreference coreference(String[] fields) {
        int here = Integer.parseInt(fields[0]);
        int there = Integer.parseInt(fields[2]);
        return new Coreference(here, span(here, fields[1]), there, span(there, fields[3]));
    }

    private Span span(int sentence, String range) {
        int[] ends = range(range);
        return span(sentences.get(sentence).tokens(), ends[0], ends[1]);
    }

    private static Span span(List<Token> tokens, int first, int end) {
        return new Span(
                tokens.get(first).span().begin(), tokens.get(end - 1).span().end());
    }

    private static int[] range(String tokens) {
        String[] ends = tokens.split("-");
        return new int[] {Integer.parseInt(ends[0]) - 1, Integer.parseInt(ends[ends.length - 1])};
    }

    private static @Nullable String known(String field) {
        return field.equals("_") ? null : field;
    }

    private static List<String> values(List<String> lines, String key) {
        String start = "# " + key + " = ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    private static String misc(String[] row, String key) {
        if (row.length < 10) {
            return "";
        }
        for (String note : row[9].split("\\|")) {
            if (note.startsWith(key + "=")) {
                return note.substring(key.length() + 1);
            }
        }
        return "";
    }
}
