package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.casus.annotation.AnnotatedArticle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideTest {
    private static final Extractor EXTRACTOR = new Extractor();

    @ParameterizedTest
    @CsvSource({"attribution, while-another, SANCTION", "basics, would-and-demanded, REQUEST"})
    void standsOnNobodysWordBesideAnother(String table, String id, EventType type) {
        AnnotatedArticle article =
                Objects.requireNonNull(SentenceTable.read(table).articles().get(id));

        List<EventMention> events = EXTRACTOR.extract(article).events();

        assertThat(events)
                .filteredOn(event -> event.type() == type)
                .isNotEmpty()
                .allMatch(event -> event.attribution().isEmpty());
        assertThat(events)
                .filteredOn(event -> event.type() == EventType.THREATEN)
                .isNotEmpty()
                .noneMatch(event -> event.attribution().isEmpty());
    }
}
