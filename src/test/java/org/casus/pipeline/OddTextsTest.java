package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casus.annotation.SharedAnnotator;
import org.casus.article.Article;
import org.casus.classification.SharedClassifier;
import org.casus.entity.LinkedArticle;
import org.casus.extraction.EventMention;
import org.casus.extraction.EventType;
import org.casus.extraction.Extraction;
import org.casus.extraction.Extractor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands between two plain sentences, both are read, and soon. */
@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddTextsTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String BEFORE = "Kenya accused Somalia of shelling a border town.";
    private static final String AFTER = "Rebels killed nine soldiers in northern Mali on Monday.";

    @SuppressWarnings("NullAway.Init")
    private Pipeline pipeline;

    @BeforeAll
    void load() {
        pipeline = new Pipeline(SharedAnnotator.get(), new Extractor(SharedClassifier.get(), List.of()));
        pipeline.read(article("Chile sued Peru."));
    }

    private static Article article(String text) {
        return new Article("a", text, null, "2024-03-05", "The Courier", null, null);
    }

    static Stream<String> names() {
        return texts().keySet().stream();
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("nothing", "");
        texts.put("one word", "War");
        texts.put("10,000 words without a full stop", "the troops attacked the rebels and ".repeat(1667));
        texts.put("a chain of names", "Kenya and Somalia and ".repeat(500));
        texts.put("clause in clause", "Chile sued Peru, which accused Bolivia, and ".repeat(150));
        texts.put("10,000 letters without a space", "attack".repeat(1667));
        texts.put("Chinese", "中国外交部长周一在北京会见了俄罗斯外长。双方讨论了边境问题。".repeat(5));
        texts.put("Arabic", "اتهمت كينيا الصومال بقصف بلدة حدودية يوم الاثنين. قتل تسعة جنود في مالي.".repeat(5));
        texts.put("Russian", "Кения обвинила Сомали в обстреле приграничного города. Погибли девять солдат.".repeat(5));
        texts.put("table", "| Country | Killed | Wounded |\n|---|---|---|\n" + "| Mali | 9 | 12 |\n".repeat(60));
        texts.put("cells", "Country\tAttack\tKilled\n" + "Mali\tbombing\t9\nChad\tkidnapping\t2\n".repeat(40));
        texts.put("list", "- talks with Iran\n* sanctions\n1. troops\n2) a bombing in Kabul\n• an arrest\n".repeat(10));
        texts.put("capitals", "PERU CONDEMNED THE ATTACK AND EXPELLED TWO DIPLOMATS OF CHILE ON FRIDAY.");
        texts.put("small letters", "peru condemned the attack and expelled two diplomats of chile on friday");
        texts.put(
                "no punctuation", "peru says chile sent troops norway met sweden then police arrested ten ".repeat(20));
        texts.put("emoji", "😀 Troops 🇨🇱 attacked 💥💥 the 🏙️ city 👨‍👩‍👧‍👦! ".repeat(10));
        texts.put(
                "control characters",
                "Peru\u0000 sued\u0007 Chile\u001b[31m.\u0085\u2028Troops\u200b left\ufeff.\u202e");
        texts.put("half a surrogate pair", "Troops \ud83d attacked \ude00 the city.");
        texts.put("only quotation marks", "\"\" “” „ ” ' ’ « » ".repeat(200));
        texts.put("open quotation marks", "“Peru accused “Chile of “lying, the “minister said. ".repeat(10));
        texts.put("brackets", "((((Peru [sued {Chile".repeat(30));
        texts.put("full stops", ". ... .. ! ? ?! … . ".repeat(100));
        texts.put("digits", "1 2 3,000 4.5 6-7 08:00 2024-03-05 ".repeat(40));
        texts.put(
                "markup",
                "<p class=\"x\">Peru &amp; <b>Chile</b> agreed.</p> http://x.example/a?b=c#d @peru #chile ".repeat(8));
        texts.put("pronouns", "He told him that they told her that it told them that she told us that ".repeat(20));
        texts.put("one verb", "said ".repeat(150));
        texts.put("nouns in a row", "army attack government protest police arrest embassy bombing ".repeat(20));
        texts.put("possessives", "Peru's army's general's brother's ".repeat(60));
        texts.put("times", "on Monday last week in 1998 two days ago since the 1990s next year at noon ".repeat(15));
        return texts;
    }

    @ParameterizedTest
    @MethodSource("names")
    void areReadSoonAndSoIsWhatStandsAroundThem(String name) {
        String text = BEFORE + "\n\n" + texts().get(name) + "\n\n" + AFTER;
        long start = System.nanoTime();

        LinkedArticle linked = pipeline.read(article(text));

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        List<EventMention> events = linked.extraction().events();
        assertThat(taken).isLessThan(SOON);
        assertThat(events)
                .anyMatch(event -> event.type() == EventType.ACCUSE
                        && event.trigger().of(text).equals("accused")
                        && event.trigger().begin() < BEFORE.length());
        assertThat(events)
                .anyMatch(event ->
                        event.type() == EventType.ASSAULT && event.trigger().begin() > text.length() - AFTER.length());
        assertThat(wellFormed(linked.extraction(), text)).isTrue();
    }

    private static boolean wellFormed(Extraction extraction, String text) {
        return extraction.mentions().stream()
                .allMatch(mention -> mention.span().of(text).equals(mention.text()));
    }
}
