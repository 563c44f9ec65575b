package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.annotation.SharedAnnotator;
import org.casus.article.Article;
import org.casus.classification.SharedClassifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArbiterTest {
    @SuppressWarnings("NullAway.Init")
    private Extractor both;

    @BeforeAll
    void load() {
        both = new Extractor(SharedClassifier.get(), List.of());
    }

    private List<EventMention> events(String text) {
        return both.extract(
                        SharedAnnotator.get().annotate(new Article("a", text, null, "2024-03-05", null, null, null)))
                .events();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister won an award.",
                "Valencia attacked from the first minute and beat Getafe on penalties.",
                "The actor fought his director over the last scene of the film.",
                "A storm struck the coast and destroyed two barns.",
                "Police in Leeds arrested a man who stole a tractor.",
                "A brewery sued its rival over the shape of a bottle.",
                "A jury in Ohio convicted a dentist of fraud.",
                "A lodger stabbed his landlord in a quarrel over rent.",
                "The singer signed a deal with a Swedish label.",
                "A widow filed a lawsuit against the hospital over a lost ring.",
                "Two brothers were charged with theft.",
                "A crash on the motorway killed four people.",
                "Shareholders rejected the bid."
            })
    void findsNoEventInNoise(String text) {
        assertThat(events(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nurses in Vienna went on strike over pay.           | PROTEST
            Bus drivers staged a walkout in Porto.              | PROTEST
            Gabon sued Equatorial Guinea over three islands.    | ACCUSE
            The mayor of Cali lifted the curfew.                | CONCEDE
            A court in Tunis sentenced a blogger to four years. | COERCE
            Kenyan peacekeepers deployed to Haiti.              | AID
            The Kremlin defended the prime minister.            | SUPPORT
            Monday's bombing killed twelve people.              | ASSAULT
            A mine wounded two women near Hama.                 | ASSAULT
            """)
    void keepsWhatIsNoNoise(String text, EventType type) {
        assertThat(events(text)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(type);
            assertThat(event.factuality().happened()).isTrue();
        });
    }

    @Test
    void tableAndClassifierStandBehindAnEvent() {
        assertThat(events("Kenya accused Somalia of shelling a border town."))
                .filteredOn(event -> event.type() == EventType.ACCUSE)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.rule()).matches("predicates\\.tsv:\\d+ classifier=\\d\\.\\d\\d accuse .*");
                    assertThat(event.confidence()).isBetween(0.7, 1.0);
                });
    }

    @Test
    void theClassifierAloneTellsAWordThatTheTableDoesNotKnow() {
        String text = "The Iranian foreign minister conversed with his Turkish counterpart in Ankara.";

        assertThat(new Extractor()
                        .extract(SharedAnnotator.get()
                                .annotate(new Article("a", text, null, "2024-03-05", null, null, null)))
                        .events())
                .isEmpty();
        assertThat(events(text)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.CONSULT);
            assertThat(event.rule()).startsWith("classifier=");
            assertThat(event.confidence()).isBetween(0.6, 1.0);
        });
    }
}
