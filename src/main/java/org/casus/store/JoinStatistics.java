package org.casus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.query.Dataset;
import org.apache.jena.tdb2.solver.stats.Stats;
import org.apache.jena.tdb2.solver.stats.StatsCollectorNodeId;
import org.apache.jena.tdb2.solver.stats.StatsResults;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * What TDB2 needs to order joins well: how often each property stands in the union of the graphs, which queries ask.
 * Counting reads the whole store, so it is done only when that has grown or shrunk by a tenth.
 */
final class JoinStatistics {
    private static final int A_TENTH = 10;
    private static final int TRIPLE = 3;
    private static final String ARTICLES = "stats.articles";

    private JoinStatistics() {}

    /** Writes the file that TDB2 reads when it opens the database the next time, if that is worth while. */
    static void write(Dataset dataset) {
        Path folder =
                Path.of(TDBInternal.getDatasetGraphTDB(dataset).getLocation().getDirectoryPath());
        long articles = articles(dataset);
        try {
            if (!Files.exists(folder.resolve(Names.optStats))
                    || Math.abs(articles - read(folder.resolve(ARTICLES))) * A_TENTH >= articles) {
                write(dataset, folder);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The same for another folder, in any case. */
    static void write(Dataset dataset, Path folder) throws IOException {
        // A process that is killed over it leaves the old file, not half of the new one.
        Path file = folder.resolve(Names.optStats);
        Path fresh = folder.resolve(Names.optStats + ".new");
        Stats.write(fresh.toString(), counted(TDBInternal.getDatasetGraphTDB(dataset)));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(folder.resolve(ARTICLES), Long.toString(articles(dataset)));
    }

    /** Takes over what was counted of a database before it was written anew elsewhere. */
    static void copy(Path folder, Path anew) throws IOException {
        for (String file : List.of(Names.optStats, ARTICLES)) {
            if (Files.exists(folder.resolve(file))) {
                Files.copy(folder.resolve(file), anew.resolve(file));
            }
        }
    }

    /**
     * What {@link Stats#gather} of the union of the graphs gives, without looking up a node for each quad: in the order
     * of this index the quads of one triple follow one another.
     */
    static StatsResults counted(DatasetGraphTDB quads) {
        NodeTupleTable table = quads.getQuadTable().getNodeTupleTable();
        StatsCollectorNodeId counts = new StatsCollectorNodeId(table.getNodeTable());
        NodeId[] before = new NodeId[TRIPLE];
        Iterator<Tuple<NodeId>> rows = index(table).all();
        while (rows.hasNext()) {
            Tuple<NodeId> quad = rows.next();
            NodeId[] triple = {quad.get(1), quad.get(2), quad.get(TRIPLE)};
            if (!Arrays.equals(triple, before)) {
                counts.record(null, triple[0], triple[1], triple[2]);
                before = triple;
            }
        }
        return counts.results();
    }

    private static TupleIndex index(NodeTupleTable table) {
        return Arrays.stream(table.getTupleTable().getIndexes())
                .filter(index -> index.getName().equals("POSG"))
                .findFirst()
                .orElseThrow();
    }

    private static long articles(Dataset dataset) {
        return new Runs(dataset.asDatasetGraph()).articles();
    }

    /** How many articles there were at the last count; none where a process was killed over it. */
    private static long read(Path counted) throws IOException {
        String number = Files.exists(counted) ? Files.readString(counted).strip() : "";
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }
}
