package org.casus.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventRecordTest {
    @Test
    void countsPeopleInWholeNumbers() {
        assertThat(new EventRecord.Range("200.0", "1500000.0")).isEqualTo(new EventRecord.Range("200", "1500000"));
        assertThat(new EventRecord.Range("200.0", null).low()).isEqualTo("200");
    }
}
