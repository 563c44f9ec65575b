package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.article.Article;
import org.junit.jupiter.api.Test;

class SeenTextsTest {
    private final SeenTexts seen = new SeenTexts();

    @Test
    void knowsEveryArticleAgainHoweverManyCameAfterIt() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(add("a" + i, "text " + i)).isEqualTo(SeenTexts.Before.NOTHING);
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(add("a" + i, "text " + i)).isEqualTo(SeenTexts.Before.SAME_TEXT);
        }
    }

    @Test
    void keepsTheFirstTextOfAnId() {
        add("a", "They met.");

        assertThat(add("a", "They fought.")).isEqualTo(SeenTexts.Before.OTHER_TEXT);
        assertThat(add("a", "They met.")).isEqualTo(SeenTexts.Before.SAME_TEXT);
    }

    private SeenTexts.Before add(String id, String text) {
        return seen.add(new Article(id, text, null, null, null, null, null));
    }
}
