package org.casus.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.casus.article.Article;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * Writes an annotated article as CoNLL-U, in the form that {@link ConlluArticles} reads; run it on text files to make
 * the sentences of a table test.
 */
public final class ConlluWriter {
    private ConlluWriter() {}

    /** Prints the articles of the text files named by {@code arguments}; the first may be a date such as 2023-09-22. */
    public static void main(String[] arguments) throws IOException {
        Annotator annotator = SharedAnnotator.get();
        @Nullable String date = null;
        for (String argument : arguments) {
            if (argument.matches("\\d{4}-\\d{2}-\\d{2}")) {
                date = argument;
            } else {
                String text = Files.readString(Path.of(argument));
                Article article = new Article(argument, text, null, date, null, null, null);
                System.out.print(write(annotator.annotate(article)));
            }
        }
    }

    static String write(AnnotatedArticle annotated) {
        StringBuilder lines = new StringBuilder();
        Article article = annotated.article();
        lines.append("# newdoc id = ").append(article.id()).append('\n');
        if (article.date() != null) {
            lines.append("# date = ").append(article.date()).append('\n');
        }
        int end = 0;
        for (Sentence sentence : annotated.sentences()) {
            boolean goesOn = sentence.index() > 0
                    && article.text().substring(end, sentence.span().begin()).equals(" ");
            if (goesOn) {
                lines.append(ConlluArticle.GOES_ON).append('\n');
            }
            end = sentence.span().end();
            lines.append("# text = ").append(sentence.span().of(article.text())).append('\n');
            for (Coreference coreference : annotated.coreferences()) {
                if (coreference.sentence() == sentence.index()) {
                    lines.append("# coref = ")
                            .append(coreference(annotated, coreference))
                            .append('\n');
                }
            }
            for (TimeExpression time : sentence.times()) {
                lines.append("# time = ").append(time(time)).append('\n');
            }
            sentence.tokens()
                    .forEach(token ->
                            lines.append(line(article.text(), sentence, token)).append('\n'));
            lines.append('\n');
        }
        return lines.toString();
    }

    private static String line(String text, Sentence sentence, Token token) {
        int i = token.index();
        int governor = sentence.governor(i);
        return String.join(
                "\t",
                Integer.toString(i + 1),
                token.text(),
                token.lemma(),
                "_",
                token.pos(),
                "_",
                Integer.toString(governor + 1),
                sentence.relation(i),
                "_",
                misc(text, sentence, token));
    }

    private static String misc(String text, Sentence sentence, Token token) {
        List<String> notes = new ArrayList<>();
        sentence.nameAt(token.index())
                .ifPresent(name -> notes.add("NER=" + (name.first() == token.index() ? "B-" : "I-") + name.type()));
        int end = token.span().end();
        boolean glued = end < text.length() && !Character.isWhitespace(text.charAt(end));
        if (glued) {
            notes.add("SpaceAfter=No");
        }
        return notes.isEmpty() ? "_" : String.join("|", notes);
    }

    private static String time(TimeExpression time) {
        StringJoiner fields = new StringJoiner(" ");
        fields.add((time.first() + 1) + "-" + time.end());
        fields.add(time.value().replace(' ', '_'));
        fields.add(time.earliest() == null ? "_" : time.earliest());
        fields.add(time.latest() == null ? "_" : time.latest());
        fields.add(time.precision().name());
        return fields.toString();
    }

    /** "3-3 0 1-2": tokens of this sentence stand for tokens of the sentence of that index. */
    private static String coreference(AnnotatedArticle annotated, Coreference coreference) {
        Sentence here = annotated.sentences().get(coreference.sentence());
        Sentence there = annotated.sentences().get(coreference.antecedentSentence());
        return tokens(here, coreference.span()) + " " + there.index() + " " + tokens(there, coreference.antecedent());
    }

    private static String tokens(Sentence sentence, Span span) {
        List<Integer> inside = sentence.tokens().stream()
                .filter(token -> span.contains(token.span()))
                .map(token -> token.index() + 1)
                .toList();
        return inside.get(0) + "-" + inside.get(inside.size() - 1);
    }
}
