package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConlluArticlesTest {
    private static final String TWO_SENTENCES = """
            # newdoc id = visit
            # date = 2023-09-22
            # text = Ann Lee met envoys this week.
            # time = 5-6 2023-W38 2023-09-18 2023-09-22 WEEK
            1\tAnn\tAnn\t_\tNNP\t_\t3\tnsubj\t_\tNER=B-PERSON
            2\tLee\tLee\t_\tNNP\t_\t1\tflat\t_\tNER=I-PERSON
            3\tmet\tmeet\t_\tVBD\t_\t0\troot\t_\t_
            4\tenvoys\tenvoy\t_\tNNS\t_\t3\tobj\t_\t_
            5\tthis\tthis\t_\tDT\t_\t6\tdet\t_\t_
            6\tweek\tweek\t_\tNN\t_\t3\tobl:tmod\t_\tSpaceAfter=No
            7\t.\t.\t_\t.\t_\t3\tpunct\t_\t_

            # text = She left.
            # coref = 1-1 0 1-2
            1\tShe\tshe\t_\tPRP\t_\t2\tnsubj\t_\t_
            2\tleft\tleave\t_\tVBD\t_\t0\troot\t_\tSpaceAfter=No
            3\t.\t.\t_\t.\t_\t2\tpunct\t_\t_

            """;

    @Test
    void readsNamesTimesTreesAndCoreference() {
        AnnotatedArticle annotated = ConlluArticles.only(TWO_SENTENCES);

        assertThat(annotated.article().text()).isEqualTo("Ann Lee met envoys this week.\nShe left.");
        Sentence first = annotated.sentences().get(0);
        assertThat(first.names()).extracting(EntityMention::text).containsExactly("Ann Lee");
        assertThat(first.governor(3)).isEqualTo(2);
        assertThat(first.times()).extracting(TimeExpression::text).containsExactly("this week");
        Coreference she = annotated.coreferences().get(0);
        assertThat(she.span().of(annotated.article().text())).isEqualTo("She");
        assertThat(she.antecedent().of(annotated.article().text())).isEqualTo("Ann Lee");
    }

    @Test
    void readsWhatTheWriterWrites() {
        AnnotatedArticle annotated = ConlluArticles.only(TWO_SENTENCES);

        assertThat(ConlluWriter.write(annotated)).isEqualTo(TWO_SENTENCES);
    }

    @Test
    void joinsRunsOfAPlainNameLabel() {
        List<AnnotatedArticle> annotated = ConlluArticles.parse("""
                1\tNew\tNew\t_\tNNP\t_\t2\tcompound\t_\tNER=LOCATION
                2\tYork\tYork\t_\tNNP\t_\t3\tnsubj\t_\tNER=LOCATION
                3\tslept\tsleep\t_\tVBD\t_\t0\troot\t_\t_
                """);

        assertThat(annotated.get(0).article().id()).isEqualTo("test");
        assertThat(annotated.get(0).sentences().get(0).names())
                .extracting(EntityMention::text)
                .containsExactly("New York");
    }
}
