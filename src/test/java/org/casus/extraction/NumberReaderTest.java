package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.ConlluArticles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReaderTest {
    private static final Nouns NOUNS = new Nouns();
    private static final Set<String> WORDS =
            Set.of("fifteen", "twenty-five", "two", "hundred", "thousand", "million", "dozen", "three", "umpteen");

    /** "Police VERBED QUANTITY people", with the last word of the quantity hanging on the noun. */
    private static List<EventNumber> numbers(String verb, String lemma, String quantity, EventType type) {
        List<String> lines = new ArrayList<>();
        String[] words = quantity.isEmpty() ? new String[0] : quantity.split(" ");
        int people = words.length + 3;
        lines.add("1\tPolice\tpolice\t_\tNNS\t_\t2\tnsubj\t_\t_");
        lines.add("2\t%s\t%s\t_\tVBD\t_\t0\troot\t_\t_".formatted(verb, lemma));
        for (int i = 0; i < words.length; i++) {
            boolean number = Character.isDigit(words[i].charAt(0)) || WORDS.contains(words[i]);
            boolean last = i == words.length - 1;
            lines.add("%d\t%s\t%s\t_\t%s\t_\t%d\t%s\t_\t_"
                    .formatted(
                            i + 3,
                            words[i],
                            words[i],
                            number ? "CD" : "IN",
                            last ? people : words.length + 2,
                            last && number ? "nummod" : number ? "compound" : "advmod"));
        }
        lines.add("%d\tpeople\tpeople\t_\tNNS\t_\t2\tobj\t_\t_".formatted(people));
        AnnotatedArticle article = ConlluArticles.only(String.join("\n", lines));
        return new NumberReader(article.article().text())
                .at(new Syntax(article.sentences().get(0), NOUNS), 1, type, null);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 200, 200, 200",
        "'1,200', 1200, 1200, '1,200'",
        "fifteen, 15, 15, fifteen",
        "twenty-five, 25, 25, twenty-five",
        "two hundred, 200, 200, two hundred",
        "two hundred thousand, 200000, 200000, two hundred thousand",
        "two thousand three hundred, 2300, 2300, two thousand three hundred",
        "3.5 million, 3500000, 3500000, 3.5 million",
        "three dozen, 36, 36, three dozen",
        "at least 200, 200, , at least 200",
        "more than two million, 2000000, , more than two million",
        "over 40, 40, , over 40",
        "9 of 12, 9, 9, 9",
        "no fewer than 30, 30, , no fewer than 30",
        "up to 90, , 90, up to 90",
        "as many as 90, , 90, as many as 90",
        "fewer than 90, , 90, fewer than 90",
        "no more than 90, , 90, no more than 90",
        "under 90, , 90, under 90",
        "up to a dozen, , 12, up to a dozen",
        "more than a hundred, 100, , more than a hundred",
        "Hanover 30, 30, 30, 30"
    })
    void readsANumberWithItsBounds(String quantity, @Nullable Double low, @Nullable Double high, String text) {
        assertThat(numbers("arrested", "arrest", quantity, EventType.COERCE))
                .containsExactly(new EventNumber(EventNumber.What.ARRESTED, text, low, high));
    }

    @ParameterizedTest
    @CsvSource({"''", "several", "umpteen", "12345678901234567890"})
    void readsNoNumberWhereThereIsNone(String quantity) {
        assertThat(numbers("arrested", "arrest", quantity, EventType.COERCE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "killed, kill, ASSAULT, KILLED",
        "wounded, wound, ASSAULT, WOUNDED",
        "freed, free, RETREAT, RELEASED",
        "displaced, displace, COERCE, DISPLACED",
        "deployed, deploy, MOBILIZE, TROOPS",
        "met, meet, CONSULT, OTHER"
    })
    void saysWhatIsCounted(String verb, String lemma, EventType type, EventNumber.What what) {
        assertThat(numbers(verb, lemma, "12", type))
                .extracting(EventNumber::what)
                .containsExactly(what);
    }

    @Test
    void readsVagueNumbersAsRanges() {
        AnnotatedArticle article = ConlluArticles.only("""
                # text = Dozens marched.
                1	Dozens	dozen	_	NNS	_	2	nsubj	_	_
                2	marched	march	_	VBD	_	0	root	_	SpaceAfter=No
                3	.	.	_	.	_	2	punct	_	_
                """);

        assertThat(new NumberReader(article.article().text())
                        .at(new Syntax(article.sentences().get(0), NOUNS), 1, EventType.PROTEST, null))
                .containsExactly(new EventNumber(EventNumber.What.PROTESTERS, "Dozens", 24d, 99d));
    }

    private static final String HURT = """
            # text = Two officers and ten students were hurt.
            1	Two	two	_	CD	_	2	nummod	_	_
            2	officers	officer	_	NNS	_	7	nsubj:pass	_	_
            3	and	and	_	CC	_	5	cc	_	_
            4	ten	ten	_	CD	_	5	nummod	_	_
            5	students	student	_	NNS	_	2	conj	_	_
            6	were	be	_	VBD	_	7	aux:pass	_	_
            7	hurt	hurt	_	VBN	_	0	root	_	_
            """;

    @ParameterizedTest
    @CsvSource({"1, 2", "4, 10"})
    void countsOfSeveralThoseWhomTheEventIsAbout(int target, double count) {
        AnnotatedArticle article = ConlluArticles.only(HURT);

        assertThat(new NumberReader(article.article().text())
                        .at(new Syntax(article.sentences().get(0), NOUNS), 6, EventType.ASSAULT, target))
                .extracting(EventNumber::low)
                .containsExactly(count);
    }

    @Test
    void takesAParticleForNoBound() {
        AnnotatedArticle article = ConlluArticles.only("""
                # text = They handed over two men.
                1	They	they	_	PRP	_	2	nsubj	_	_
                2	handed	hand	_	VBD	_	0	root	_	_
                3	over	over	_	RP	_	2	compound:prt	_	_
                4	two	two	_	CD	_	5	nummod	_	_
                5	men	man	_	NNS	_	2	obj	_	_
                """);

        assertThat(new NumberReader(article.article().text())
                        .at(new Syntax(article.sentences().get(0), NOUNS), 1, EventType.COOPERATE, null))
                .containsExactly(new EventNumber(EventNumber.What.OTHER, "two", 2d, 2d));
    }
}
