package org.casus.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "French|Les ministres des deux pays se sont rencontrés lundi à Genève pour parler de la frontière.",
                "German|Die Minister der beiden Länder trafen sich am Montag in Genf, um über die Grenze zu sprechen.",
                "Spanish|Los ministros de los dos países se reunieron el lunes en Ginebra para hablar de la frontera.",
                "Russian|Министры двух стран встретились в понедельник в Женеве, чтобы поговорить о границе.",
                "Arabic|التقى وزيرا البلدين يوم الاثنين في جنيف للحديث عن الحدود بين البلدين وعن اتفاق جديد.",
                "Chinese|两国部长星期一在日内瓦会晤，讨论两国边界问题，并就新的协议交换了意见，会谈持续了三个小时。"
            })
    void namesTheLanguage(String language, String sentence) {
        Reading reading = read((sentence + " ").repeat(5));

        assertThat(reading).isInstanceOfSatisfying(Reading.Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo("language");
            assertThat(rejected.fault()).isEqualTo("a.txt: written in " + language + ", and English alone is read");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ministers of both countries met on Monday in Geneva; talks about a border lasted three hours.",
                "KYIV, March 5 - Zelenskyy, Erdoğan and Łukasz Schröder-Müller met Al-Shabaab's Sheikh Ahmed Diriye.",
                "Scores: Bayern München 2, Real Madrid 1; Atlético 3, Beşiktaş 0; Olympique Lyonnais 1, Ajax 1."
            })
    void leavesEnglishWithForeignNamesAlone(String sentence) {
        assertThat(read((sentence + " ").repeat(4))).isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void doesNotJudgeAShortText() {
        assertThat(read("Les ministres des deux pays se sont rencontrés lundi à Genève."))
                .isInstanceOf(Reading.Accepted.class);
    }

    private static Reading read(String text) {
        return new ArticleReader()
                .read(new ByteArrayInputStream(text.getBytes(UTF_8)), "a.txt")
                .findFirst()
                .orElseThrow();
    }
}
