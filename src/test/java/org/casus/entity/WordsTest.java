package org.casus.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.casus.annotation.ConlluArticles;
import org.casus.annotation.Sentence;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void tellsCommonWordsWithACapitalFromNames() {
        Sentence sentence = ConlluArticles.only("""
                        # text = Police met Western Police envoys
                        1\tPolice\tpolice\t_\tNNS\t_\t2\tnsubj\t_\t_
                        2\tmet\tmeet\t_\tVBD\t_\t0\troot\t_\t_
                        3\tWestern\tWestern\t_\tNNP\t_\t5\tamod\t_\t_
                        4\tPolice\tPolice\t_\tNNP\t_\t5\tcompound\t_\t_
                        5\tenvoys\tenvoy\t_\tNNS\t_\t2\tobj\t_\t_
                        """).sentences().get(0);

        assertThat(IntStream.range(0, 5).filter(i -> Words.isCommon(sentence, i)))
                .containsExactly(0, 2);
    }

    @Test
    void takesAWordThatIsATownsNameForATownWhereTheNameModelDoes() {
        Sentence sentence = ConlluArticles.only("""
                        # text = Reading celebrates Independence Day
                        1\tReading\tReading\t_\tNNP\t_\t2\tnsubj\t_\tNER=LOCATION
                        2\tcelebrates\tcelebrate\t_\tVBZ\t_\t0\troot\t_\t_
                        3\tIndependence\tIndependence\t_\tNNP\t_\t4\tcompound\t_\t_
                        4\tDay\tDay\t_\tNNP\t_\t2\tobj\t_\t_
                        """).sentences().get(0);

        assertThat(IntStream.range(0, 4).filter(i -> Words.isCommon(sentence, i)))
                .containsExactly(2, 3);
    }
}
