package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.casus.extraction.EventType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcledColumnsTest {
    @ParameterizedTest
    @CsvSource({"AFG,4", "SSD,728", "XKX,", "IGO,", ","})
    void numbersACountryAsIsoDoes(@Nullable String country, @Nullable Integer number) {
        EventSite place = new EventSite("", "Somewhere", country, null, null, null, null, "City");

        assertThat(cell("iso", at(place))).isEqualTo(number);
    }

    private static @Nullable Object cell(String column, EventRecord event) {
        return AcledColumns.COLUMNS.stream()
                .filter(named -> named.name().equals(column))
                .findFirst()
                .orElseThrow()
                .value()
                .apply(event);
    }

    private static EventRecord at(EventSite place) {
        return new EventRecord(
                "",
                EventType.ASSAULT,
                -9,
                null,
                null,
                List.of(),
                null,
                null,
                place,
                null,
                null,
                null,
                Map.of(),
                List.of(),
                0,
                List.of());
    }
}
