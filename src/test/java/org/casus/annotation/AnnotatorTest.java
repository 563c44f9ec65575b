package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.casus.article.Article;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("models")
class AnnotatorTest {
    private static AnnotatedArticle annotate(String text) {
        return SharedAnnotator.get().annotate(new Article("a", text, null, "2023-09-22", null, null, null));
    }

    @Test
    void findsSubjectObjectAndNames() {
        AnnotatedArticle annotated = annotate("Azerbaijan attacked Armenia on Tuesday, Reuters reported.");

        Sentence sentence = annotated.sentences().get(0);
        assertThat(sentence.token(1).lemma()).isEqualTo("attack");
        assertThat(sentence.governor(0)).isEqualTo(1);
        assertThat(sentence.relation(0)).isEqualTo("nsubj");
        assertThat(sentence.relation(2)).isEqualTo("obj");
        assertThat(sentence.names()).extracting(EntityMention::text).contains("Azerbaijan", "Armenia", "Reuters");
        assertThat(sentence.times()).extracting(TimeExpression::earliest).containsExactly("2023-09-19");
    }

    @Test
    void takesTheDayOfADatelineForNoTimeOfTheStory() {
        AnnotatedArticle annotated = annotate("BAGHDAD, Sept 22 - A bomb killed two soldiers on Thursday.");

        assertThat(annotated.sentences().get(0).times())
                .extracting(TimeExpression::earliest)
                .containsExactly("2023-09-21");
    }

    @Test
    void survivesAnEmptyText() {
        assertThat(annotate("").sentences()).isEmpty();
        assertThat(annotate(" \n\n\t").sentences()).isEmpty();
    }

    @Test
    void keepsOffsetsOfTheUnalteredText() {
        String text =
                "😀 Troops — 3,000 of them — left “Ust-Luga”.\n\nשלום לכולם\n|a|b|\n|1|2|\nHe said (it’s over)… 🇦🇲";

        AnnotatedArticle annotated = annotate(text);

        for (Sentence sentence : annotated.sentences()) {
            for (Token token : sentence.tokens()) {
                assertThat(token.span().of(text)).isEqualTo(token.text());
                assertThat(token.text()).isNotBlank();
            }
        }
        assertThat(annotated.sentences().get(0).toString()).contains("Ust - Luga");
    }

    @Test
    void endsInTimeOnASentenceWithoutEnd() {
        AnnotatedArticle annotated = annotate("troops attack rebels and ".repeat(2500));

        assertThat(annotated.sentences()).hasSizeGreaterThan(20);
    }

    @Test
    void leavesAnArticleThatTakesLongerThanItMay() {
        Article article = new Article("a", "Rain fell. ".repeat(1000), null, "2023-09-22", null, null, null);

        assertThatThrownBy(() -> SharedAnnotator.get().annotate(article, Duration.ofMillis(1)))
                .isInstanceOf(AnnotationException.class)
                .hasMessage("a: annotation failed: it takes more than 0 s of the processor");
    }

    @Test
    void givesTheSpeakerAtTheEndHisVerb() {
        Sentence sentence = annotate(
                        "Norway envisages a pardon for fighters who lay down their arms, although some have "
                                + "vowed to go on, Olaf Berg, a foreign policy adviser to the king, told Reuters.")
                .sentences()
                .get(0);

        int told = indexOf(sentence, "told");
        int berg = indexOf(sentence, "Berg");
        assertThat(sentence.governor(berg)).isEqualTo(told);
        assertThat(sentence.relation(berg)).isEqualTo("nsubj");
        assertThat(sentence.governor(indexOf(sentence, "envisages"))).isEqualTo(told);
        assertThat(sentence.relation(indexOf(sentence, "envisages"))).isEqualTo("ccomp");
    }

    @Test
    void resolvesPronounsAndShortNames() {
        AnnotatedArticle annotated = annotate(
                "Prime Minister Maria Lopez met the rebels in Caracas. Lopez said she would "
                        + "free prisoners. The International Atomic Energy Agency said its inspectors left. The IAEA gave no date.");

        String text = annotated.article().text();
        assertThat(annotated.coreferences())
                .extracting(
                        one -> one.span().of(text) + " = " + one.antecedent().of(text))
                .contains("Lopez = Maria Lopez", "she = Maria Lopez", "its = International Atomic Energy Agency")
                .contains("IAEA = International Atomic Energy Agency");
    }

    @Test
    void leavesRelativeTimesOpenWithoutADate() {
        Sentence sentence = SharedAnnotator.get()
                .annotate(new Article("a", "They met on Friday and in 1998.", null, "some day", null, null, null))
                .sentences()
                .get(0);

        assertThat(sentence.times()).extracting(TimeExpression::earliest).containsExactly(null, "1998");
    }

    @Test
    void countsWhatEachStepCosts() {
        annotate("They met.");

        assertThat(SharedAnnotator.get().timings().nanos().get(Step.PARSE)).isPositive();
    }

    @Test
    void givesTheSameFromManyThreads() {
        String text = "Ann Lee left Oslo on Monday. She met 3 envoys last week, two days ago and in the 1990s.";
        String expected = ConlluWriter.write(annotate(text));

        assertThat(IntStream.range(0, 40).parallel().mapToObj(i -> ConlluWriter.write(annotate(text))))
                .containsOnly(expected);
    }

    @Test
    void saysWhichArtefactTheStockPipelineMisses() {
        assertThatThrownBy(() -> new StockPipeline("tokenize", "no/such/model"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("edu.stanford.nlp:stanford-corenlp:4.5.10:models");
    }

    @Test
    void countsTheTokensOfTheStockPipeline() {
        StockPipeline stock = new StockPipeline("tokenize", "edu/stanford/nlp/models/kbp/english/tac-re-lr.ser.gz");

        assertThat(stock.annotate(new Article("a", "They met.", null, "2023-09-22", null, null, null)))
                .isEqualTo(3);
    }

    private static int indexOf(Sentence sentence, String word) {
        return sentence.tokens().stream()
                .filter(token -> token.text().equals(word))
                .findFirst()
                .orElseThrow()
                .index();
    }
}
