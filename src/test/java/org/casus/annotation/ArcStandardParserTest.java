package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.trees.TypedDependency;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds our parser to CoreNLP's, whose model it reads. */
@Tag("models")
class ArcStandardParserTest {
    private static ArcStandardParser parser;
    private static DependencyParser coreNlp;

    @BeforeAll
    static void load() {
        parser = ArcStandardParser.load(DependencyParser.DEFAULT_MODEL);
        coreNlp = DependencyParser.loadFromModelFile(DependencyParser.DEFAULT_MODEL);
    }

    @Test
    void givesTheTreesOfCoreNlpOnNews() throws IOException {
        SentenceSplitter splitter = new SentenceSplitter();
        Tagger tagger = Tagger.load();
        List<String> different = new ArrayList<>();
        int words = 0;
        for (String text : NewsTexts.all()) {
            for (List<CoreLabel> sentence : splitter.split(text)) {
                tagger.tag(text, sentence);
                words += sentence.size();
                List<Dependency> ours = parse(sentence);
                List<Dependency> theirs = parseByCoreNlp(sentence);
                if (!ours.equals(theirs)) {
                    List<Dependency> missed = new ArrayList<>(theirs);
                    missed.removeAll(ours);
                    ours.removeAll(theirs);
                    different.add(sentence + ": " + ours + " for " + missed);
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(words).isGreaterThan(15_000);
    }

    @Test
    void hasNoTreeForNoWords() {
        assertThat(parser.parse(List.of(), List.of())).isEmpty();
    }

    @Test
    void takesAWordAloneForTheHead() {
        assertThat(parser.parse(List.of("Qwrtz"), List.of("NO_SUCH_TAG")))
                .containsExactly(new Dependency(Dependency.ROOT, 0, "root"));
    }

    private static List<Dependency> parse(List<CoreLabel> sentence) {
        return parser.parse(
                sentence.stream().map(CoreLabel::word).toList(),
                sentence.stream().map(CoreLabel::tag).toList());
    }

    private static List<Dependency> parseByCoreNlp(List<CoreLabel> sentence) {
        List<Dependency> tree = new ArrayList<>();
        for (TypedDependency edge : coreNlp.predict(sentence).typedDependencies()) {
            tree.add(new Dependency(
                    edge.gov().index() - 1, edge.dep().index() - 1, edge.reln().toString()));
        }
        return tree;
    }
}
