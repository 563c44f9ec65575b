package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkersTest {
    @Test
    void keepsTheOrderWhateverIsSlow() {
        List<Integer> results = new ArrayList<>();
        try (OrderedWorkers<Integer, Integer> workers =
                new OrderedWorkers<>(3, OrderedWorkersTest::slowly, results::add)) {

            IntStream.range(0, 50).forEach(workers::submit);
            workers.finish();
        }

        assertThat(results)
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void throwsTheFirstFailureAsItWas() {
        try (OrderedWorkers<Integer, Integer> workers = new OrderedWorkers<>(
                2,
                thing -> {
                    throw new IllegalArgumentException("thing " + thing);
                },
                result -> {})) {
            assertThatThrownBy(() -> {
                        // Whichever of the two first finds it done.
                        workers.submit(7);
                        workers.finish();
                    })
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("thing 7");
        }
    }

    private static int slowly(int thing) {
        LockSupport.parkNanos(thing % 5 * 1_000_000L);
        return thing;
    }
}
