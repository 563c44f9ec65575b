package org.casus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.jena.rdf.model.Literal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {
    @ParameterizedTest
    @CsvSource({
        "1991, 1991, gYear, 1991-01-01, 1991-12-31",
        "2024-02, 2024-02, gYearMonth, 2024-02-01, 2024-02-29",
        "2023-09-22, 2023-09-22, date, 2023-09-22, 2023-09-22",
        "2023-09-22T10:30, 2023-09-22T10:30:00, dateTime, 2023-09-22, 2023-09-22",
        "2023-09-22T10:30:05Z, 2023-09-22T10:30:05Z, dateTime, 2023-09-22, 2023-09-22",
        "2023-09-22T10:30+04:00, 2023-09-22T10:30:00+04:00, dateTime, 2023-09-22, 2023-09-22"
    })
    void keepsADateAsFineAsItIsKnown(String iso, String lexical, String type, String firstDay, String lastDay) {
        Literal date = Literals.date(iso).orElseThrow();

        assertThat(date.getLexicalForm()).isEqualTo(lexical);
        assertThat(date.getDatatypeURI()).endsWith("#" + type);
        assertThat(date.getValue()).isNotNull();
        assertThat(Literals.firstDay(iso).map(Literal::getLexicalForm)).contains(firstDay);
        assertThat(Literals.lastDay(iso).map(Literal::getLexicalForm)).contains(lastDay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "20XX", "2023-13", "2023-02-30", "2023-W38", "199X", "2023-09-22Tnoon"})
    void leavesOutWhatIsNoDate(String words) {
        assertThat(Literals.date(words)).isEmpty();
        assertThat(Literals.firstDay(words)).isEmpty();
    }

    @Test
    void replacesHalfACharacterButNoWholeOne() {
        assertThat(Literals.text("a \uD83D b").getString()).isEqualTo("a \uFFFD b");
        assertThat(Literals.text("a \uD83D\uDE00 b").getString()).isEqualTo("a \uD83D\uDE00 b");
    }

    @Test
    void leavesOutADateThatIsNotTold() {
        assertThat(Literals.date(null)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "-0.0, 0.0", "1, 1.0", "200, 200.0", "0.91, 0.91", "0.123456, 0.1235", "1e7, 10000000.0"})
    void spellsANumberInOneWayOnly(double number, String lexical) {
        assertThat(Literals.decimal(number).getLexicalForm()).isEqualTo(lexical);
    }
}
