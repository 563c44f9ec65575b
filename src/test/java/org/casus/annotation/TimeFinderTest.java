package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("models")
class TimeFinderTest {
    private static final String DAY = "2023-09-22";

    @Test
    void losesNothingOfWhatWholeSentencesGive() throws IOException {
        TimeFinder finder = new TimeFinder();
        SentenceSplitter splitter = new SentenceSplitter();
        Tagger tagger = Tagger.load();
        List<String> different = new ArrayList<>();
        int expressions = 0;
        for (String text : NewsTexts.all()) {
            for (List<CoreLabel> sentence : splitter.split(text)) {
                List<Token> tokens = tagger.tag(text, sentence);
                List<String> whole = told(finder.read(text, DAY, sentence, tokens));
                List<String> found = told(finder.find(text, DAY, sentence, tokens));
                expressions += whole.size();
                if (!found.equals(whole)) {
                    different.add(sentence + ": " + found + " for " + whole);
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(expressions).isGreaterThan(200);
    }

    @Test
    void readsADayOfWhichTheSameDayIsSaid() {
        String text = "Police held him on May 21, 2015, the same day that the talks began.";
        List<CoreLabel> sentence = new SentenceSplitter().split(text).get(0);

        List<TimeExpression> found =
                new TimeFinder().find(text, DAY, sentence, Tagger.load().tag(text, sentence));

        assertThat(found).extracting(TimeExpression::text).containsExactly("May 21, 2015", "the same day");
        assertThat(found.get(0).earliest()).isEqualTo("2015-05-21");
    }

    @Test
    void takesNoCollapseForAnAutumn() {
        String text = "After the fall of Homs they left, and in the fall of 2019 they came back.";
        List<CoreLabel> sentence = new SentenceSplitter().split(text).get(0);

        assertThat(new TimeFinder().find(text, DAY, sentence, Tagger.load().tag(text, sentence)))
                .extracting(TimeExpression::earliest)
                .containsExactly("2019-09");
    }

    @Test
    void takesNoRallyForAMonth() {
        assertThat(expressions("They met at a peace march in Torit.")).isEmpty();
    }

    @Test
    void partsATimeFromTheOneThatIsCountedFromIt() {
        assertThat(expressions("Peru freed him in 2007, and two years later a court jailed him."))
                .extracting(TimeExpression::text)
                .containsExactly("2007", "two years later");
    }

    private static List<TimeExpression> expressions(String text) {
        List<CoreLabel> sentence = new SentenceSplitter().split(text).get(0);
        return new TimeFinder().find(text, DAY, sentence, Tagger.load().tag(text, sentence));
    }

    /** What SUTime finds in whole sentences and nobody means: the verb of "later sat on a committee" is no Saturday. */
    private static final Set<String> NO_TIMES = Set.of("time", "later sat");

    /** Without SUTime's own value, whose year hangs on tenses farther off, and which {@link NewsTime} puts right. */
    private static List<String> told(List<TimeExpression> times) {
        return times.stream()
                .filter(time -> !NO_TIMES.contains(time.text()))
                .map(time ->
                        "%s %s to %s (%s)".formatted(time.text(), time.earliest(), time.latest(), time.precision()))
                .toList();
    }
}
