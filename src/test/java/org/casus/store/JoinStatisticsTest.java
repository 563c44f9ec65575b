package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.jena.query.Dataset;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.tdb2.solver.stats.Stats;
import org.apache.jena.tdb2.solver.stats.StatsResults;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinStatisticsTest {
    @TempDir
    private Path folder;

    /** Both articles speak of the same actors, so that triples stand in more than one graph. */
    @Test
    void countsWhatTdbCounts() {
        try (EventStore store = EventStore.open(folder)) {
            store.put(List.of(Graphs.accusation("a", "Q1", "Q2"), Graphs.accusation("b", "Q1", "Q2")), Instant.EPOCH);
            Dataset dataset = TDB2Factory.connectDataset(folder.toString());

            Txn.executeRead(dataset, () -> {
                StatsResults slow =
                        Stats.gather(dataset.getUnionModel().getGraph()).results();
                StatsResults fast = JoinStatistics.counted(TDBInternal.getDatasetGraphTDB(dataset));

                assertThat(fast.getCount()).isEqualTo(slow.getCount()).isGreaterThan(50);
                assertThat(fast.getPredicates()).isEqualTo(slow.getPredicates());
                assertThat(fast.getTypes()).isEqualTo(slow.getTypes());
            });
        }
    }
}
