package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.annotation.ConlluArticles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which phrases of a text become mentions although no event is theirs. */
class BystandersTest {
    private static final Extractor EXTRACTOR = new Extractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gunmen/gunman/NNS/2/nsubj sleep/sleep/VBP/0/root                                      | Gunmen=UAF
            Chilean/chilean/JJ/2/amod farmers/farmer/NNS/0/root                                   | Chilean farmers=LAB
            People/people/NNS/2/nsubj sleep/sleep/VBP/0/root                                      | ''
            People/people/NNS/4/nsubj in/in/IN/3/case Mali/Mali/NNP/1/nmod sleep/sleep/VBP/0/root | People in Mali=CVL
            He/he/PRP/4/nsubj is/be/VBZ/4/cop a/a/DT/4/det judge/judge/NN/0/root                  | ''
            The/the/DT/3/det army/army/NN/3/compound lawyers/lawyer/NNS/4/nsubj sleep/sleep/VBP/0/root | The army lawyers=JUD
            """)
    void phrasesThatSpeakOfAnActorAreMentions(String words, String expected) {
        StringBuilder conllu = new StringBuilder("# newdoc id = a1\n# text = ");
        String[] tokens = words.strip().split(" +");
        for (String token : tokens) {
            conllu.append(token.split("/")[0]).append(token.equals(tokens[tokens.length - 1]) ? "\n" : " ");
        }
        for (int i = 0; i < tokens.length; i++) {
            String[] cells = tokens[i].split("/");
            conllu.append(String.join(
                            "\t",
                            String.valueOf(i + 1),
                            cells[0],
                            cells[1],
                            "_",
                            cells[2],
                            "_",
                            cells[3],
                            cells[4],
                            "_",
                            "_"))
                    .append('\n');
        }

        Extraction extraction =
                EXTRACTOR.extract(ConlluArticles.parse(conllu + "\n").get(0));

        assertThat(extraction.mentions().stream()
                        .filter(mention -> mention.sector() != null)
                        .map(mention -> mention.text() + "=" + mention.sector()))
                .containsExactly(expected.isEmpty() ? new String[0] : new String[] {expected});
    }
}
