package org.casus.store;

import java.nio.file.Path;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.query.Dataset;
import org.apache.jena.tdb2.solver.stats.Stats;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * What TDB2 needs to order joins well: how often each property stands in the union of the graphs, which queries ask.
 */
final class JoinStatistics {
    private JoinStatistics() {}

    /** Writes the file that TDB2 reads when it opens the database the next time. */
    static void write(Dataset dataset) {
        Path file =
                Path.of(TDBInternal.getDatasetGraphTDB(dataset).getLocation().getPath(Names.optStats));
        Stats.write(
                file.toString(),
                Stats.gather(dataset.getUnionModel().getGraph()).results());
    }
}
