package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DependencyParseTest {
    private static final String TEXT = "# text = ";

    @Test
    void givesEachTokenOneGovernorAndNoneItself() throws IOException {
        Tagger tagger = Tagger.load();
        DependencyParse parse = DependencyParse.load();
        SentenceSplitter splitter = new SentenceSplitter();

        for (String text : texts("basics", "attribution", "when-where", "news")) {
            for (List<CoreLabel> labels : splitter.split(text)) {
                List<Token> tokens = tagger.tag(text, labels);
                List<Dependency> tree = parse.parse(labels, tokens);
                assertTree(text, tokens.size(), tree);
                assertTree(text, tokens.size(), new Participles(tokens, tree).mend());
            }
        }
    }

    private static void assertTree(String text, int tokens, List<Dependency> tree) {
        Map<Integer, Integer> governors = new HashMap<>();
        tree.forEach(edge -> governors.put(edge.dependent(), edge.governor()));

        assertThat(tree).as(text).hasSize(tree.isEmpty() ? 0 : tokens);
        assertThat(governors).as(text).hasSize(tree.size());
        for (int token : governors.keySet()) {
            int above = token;
            for (int steps = 0; above != Dependency.ROOT && steps <= tokens; steps++) {
                above = governors.get(above);
            }
            assertThat(above).as(text).isEqualTo(Dependency.ROOT);
        }
    }

    private static List<String> texts(String... names) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(
                    Resources.toString(Resources.getResource("sentences/" + name + ".conllu"), StandardCharsets.UTF_8));
        }
        return all.toString()
                .lines()
                .filter(line -> line.startsWith(TEXT))
                .map(line -> line.substring(TEXT.length()))
                .toList();
    }
}
