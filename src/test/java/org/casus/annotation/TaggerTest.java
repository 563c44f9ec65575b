package org.casus.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import edu.stanford.nlp.ling.CoreLabel;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaggerTest {
    private static final String TEXT = "The troops withdrew.";

    @Test
    void readsItsModelAgainWhereAWordLostItsTag() throws ReflectiveOperationException {
        Tagger tagger = Tagger.load();
        loseTag(tagger, "troops");

        assertThat(tagsOf(tagger)).containsExactly("DT", "NNS", "VBD", ".");
    }

    @Test
    void doesSoOnce() throws ReflectiveOperationException {
        Tagger tagger = Tagger.load();
        loseTag(tagger, "troops");
        tagsOf(tagger);
        loseTag(tagger, "troops");

        assertThatNullPointerException().isThrownBy(() -> tagsOf(tagger));
    }

    private static List<String> tagsOf(Tagger tagger) {
        List<CoreLabel> labels = new SentenceSplitter().split(TEXT).get(0);
        return tagger.tag(TEXT, labels).stream().map(Token::pos).toList();
    }

    private static void loseTag(Tagger tagger, String word) throws ReflectiveOperationException {
        Object dictionary = field(field(tagger, "tagger"), "dict");
        Object counts = ((Map<?, ?>) field(dictionary, "dict")).get(word);
        ((String[]) field(counts, "getTagsCache"))[0] = null;
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
