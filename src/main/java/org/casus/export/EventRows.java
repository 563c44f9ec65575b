package org.casus.export;

import com.google.common.collect.ImmutableMap;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.system.Txn;
import org.casus.graph.Ontology;
import org.casus.graph.Vocabulary;
import org.casus.store.Scope;
import org.jspecify.annotations.Nullable;

/** Events, told as N-Quads without a store -> the rows of their table, as values. */
public final class EventRows {
    /** What a column holds. */
    public enum Kind {
        TEXT,
        /** A {@link Long}. */
        COUNT,
        /** A {@link Double}. */
        NUMBER;

        private @Nullable Object of(@Nullable Object value) {
            if (value == null || value.equals("")) {
                return null;
            }
            return switch (this) {
                case TEXT -> value.toString();
                case COUNT -> ((Number) value).longValue();
                case NUMBER -> ((Number) value).doubleValue();
            };
        }
    }

    private EventRows() {}

    /** The columns of a table, in their order. */
    public static Map<String, Kind> columns(Profile profile) {
        ImmutableMap.Builder<String, Kind> columns = ImmutableMap.builder();
        profile.columns().forEach(column -> columns.put(column.name(), column.kind()));
        return columns.buildOrThrow();
    }

    /**
     * The rows, in the order of time.
     *
     * @param quads the events, and all that is said of their reports, articles and entities
     */
    public static List<List<@Nullable Object>> of(InputStream quads, Profile profile) {
        Dataset read = DatasetFactory.createTxnMem();
        Txn.executeWrite(read, () -> {
            RDFParser.source(quads).lang(Lang.NQUADS).parse(read);
            read.addNamedModel(Vocabulary.VOCABULARY_GRAPH, Ontology.vocabulary());
        });
        return Txn.calculateRead(
                read,
                () -> new EventReader(read)
                        .events(Scope.WHOLE)
                        .filter(event -> profile.leavesOut(event).isEmpty())
                        .map(event -> row(event, profile))
                        .toList());
    }

    private static List<@Nullable Object> row(EventRecord event, Profile profile) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Column column : profile.columns()) {
            row.add(column.kind().of(column.value().apply(event)));
        }
        return row;
    }
}
