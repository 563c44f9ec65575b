package org.casus.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.casus.article.Article;

/** Lines of the page that are none of the story: pointers to other stories, captions, and names of genres. */
final class Labels {
    private static final String ASIDE = "aside";
    private static final Map<String, String> KINDS = Table.read("labels.tsv", 3).stream()
            .peek(Labels::check)
            .collect(Collectors.toUnmodifiableMap(row -> row.cell(0), row -> row.cell(1)));
    private static final Pattern LABEL = Pattern.compile(
            "[^\\p{L}\\p{N}\"'`“”‘’«»]*(\\p{L}[^:|–—]{0,30}?)\\s*(?:[:|]|[–—](?!.*[–—])).*", Pattern.DOTALL);

    /** A caption or a list of links is short; what is longer is a story in one paragraph. */
    private static final int LONGEST_ASIDE = 3;

    private final Article article;
    private final List<Sentence> sentences;
    private final Paragraphs paragraphs;
    private final boolean story;

    Labels(Article article, List<Sentence> sentences) {
        this.article = article;
        this.sentences = sentences;
        paragraphs = new Paragraphs(article.text(), sentences);
        story = !sentences.stream().allMatch(this::isBesideStory);
    }

    private static void check(Table.Row row) {
        if (!row.cell(1).matches("aside|genre")) {
            throw row.fault("no kind of label " + row.cell(1));
        }
    }

    /**
     * "Also read: ...", "(Photo: ...)", with the rest of a short paragraph that begins so; but "Watch: ..." is the
     * story where the article has no other.
     */
    boolean isAside(Sentence sentence) {
        return story && isBesideStory(sentence);
    }

    private boolean isBesideStory(Sentence sentence) {
        if (opensAside(sentence)) {
            return true;
        }
        int first = sentence.index();
        for (int back = 1; back < LONGEST_ASIDE && !paragraphs.begins(first); back++) {
            first--;
        }
        int last = first + LONGEST_ASIDE;
        return paragraphs.begins(first)
                && opensAside(sentences.get(first))
                && IntStream.rangeClosed(sentence.index() + 1, last)
                        .anyMatch(next -> next == sentences.size() || paragraphs.begins(next));
    }

    private boolean opensAside(Sentence sentence) {
        Matcher label = LABEL.matcher(sentence.span().of(article.text()));
        return label.matches() && ASIDE.equals(KINDS.get(label.group(1).toLowerCase(Locale.ROOT)));
    }

    /** True for what nobody says by it: "INTERVIEW: ...", "Photo: ...". */
    static boolean isNobody(List<Token> label) {
        String words = label.stream().map(Token::text).collect(Collectors.joining(" "));
        return KINDS.containsKey(words.toLowerCase(Locale.ROOT));
    }
}
