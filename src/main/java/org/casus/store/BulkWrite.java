package org.casus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.transaction.txn.SysTransState;
import org.apache.jena.dboe.transaction.txn.TransactionalComponent;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.jspecify.annotations.Nullable;

/**
 * A database during one large write. The quads of a new article, and what is noted of it, wait for the indexes until
 * the commit, or until something is asked that they may answer; then each index takes them in its own order. Where they
 * are many beside what is stored, the commit writes the database anew with them in the folder beside it: to copy an
 * index costs less than to look for the place of each row.
 */
final class BulkWrite extends DatasetGraphWrapper {
    /** To put a quad into the indexes takes as long as to copy so many bytes of a database. */
    private static final long QUAD_IN_BYTES = 900;
    /** What a quad takes on the disk at most: a database that is not packed has some 410 bytes for each. */
    private static final long QUAD_ON_DISK = 600;

    private static final Node NOTES = StoreGraph.RUNS.node();

    private final DatasetGraphSwitchable container;
    private final long quadInBytes;
    private final WaitingRows rows = new WaitingRows();
    /** The articles that wait. */
    private final Set<Node> graphs = new HashSet<>();
    /** What waiting notes are about. */
    private final Set<Node> noted = new HashSet<>();

    private @Nullable Node lastGraph;
    /** The quads of the last article and what was noted of it. */
    private final Set<Quad> last = new HashSet<>();
    /** It and what it speaks of, but for what notes that wait from before are about. */
    private final Set<Node> lastSubjects = new HashSet<>();

    private @Nullable NodeNumbers numbers;

    BulkWrite(DatasetGraphSwitchable container) {
        this(container, QUAD_IN_BYTES);
    }

    BulkWrite(DatasetGraphSwitchable container, long quadInBytes) {
        super(container);
        this.container = container;
        this.quadInBytes = quadInBytes;
    }

    @Override
    public void add(Quad quad) {
        if (!waits(quad)) {
            get().add(quad);
        } else if (last.add(quad)) {
            NodeNumbers stored = numbers();
            rows.add(
                    stored.of(quad.getGraph()),
                    stored.of(quad.getSubject()),
                    stored.of(quad.getPredicate()),
                    stored.of(quad.getObject()));
        }
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        add(Quad.create(graph, subject, predicate, object));
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        asked(graph, subject).delete(graph, subject, predicate, object);
    }

    @Override
    public boolean contains(Quad quad) {
        return contains(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public boolean contains(Node graph, Node subject, Node predicate, Node object) {
        Quad quad = Quad.create(graph, subject, predicate, object);
        if (quad.isConcrete() && isOfLast(graph, subject)) {
            return last.contains(quad) || (!graph.equals(lastGraph) && get().contains(quad));
        }
        return asked(graph, subject).contains(graph, subject, predicate, object);
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return asked(graph, subject).find(graph, subject, predicate, object);
    }

    @Override
    public void commit() {
        try {
            if (isCheaperAnew()) {
                writeAnew();
            } else {
                settle();
                get().commit();
            }
        } catch (IOException fault) {
            throw new RuntimeIOException(fault);
        }
    }

    /** For all that is not said here. */
    @Override
    protected DatasetGraph getR() {
        settle();
        return get();
    }

    @Override
    protected DatasetGraph getW() {
        settle();
        return get();
    }

    /** What is stored, with all that waits where that may be meant. */
    private DatasetGraph asked(Node graph, Node subject) {
        boolean mayWait = graph.equals(NOTES)
                ? !subject.isConcrete() || noted.contains(subject)
                : !graph.isConcrete() || Quad.isUnionGraph(graph) || graphs.contains(graph);
        if (mayWait) {
            settle();
        }
        return get();
    }

    private boolean waits(Quad quad) {
        Node graph = quad.getGraph();
        if (graphs.contains(graph) && !graph.equals(lastGraph)) {
            settle();
        }
        if (isNew(graph)) {
            graphs.add(graph);
            last.clear();
            lastSubjects.clear();
            lastGraph = graph;
            addSubject(graph);
        }
        if (graph.equals(lastGraph)) {
            addSubject(quad.getSubject());
        } else if (isOfLast(graph, quad.getSubject())) {
            noted.add(quad.getSubject());
        } else {
            return false;
        }
        return true;
    }

    private void addSubject(Node subject) {
        if (!noted.contains(subject)) {
            lastSubjects.add(subject);
        }
    }

    private boolean isNew(Node graph) {
        return !graph.equals(lastGraph) && !StoreGraph.holds(graph) && !get().containsGraph(graph);
    }

    private boolean isOfLast(Node graph, Node subject) {
        return graph.equals(lastGraph) || (graph.equals(NOTES) && lastSubjects.contains(subject));
    }

    private boolean isCheaperAnew() throws IOException {
        Path folder = NextGeneration.folder(database());
        long bytes = NextGeneration.bytes(folder);
        return NextGeneration.canTakeOver()
                && rows.size() * quadInBytes > bytes
                && Files.getFileStore(folder).getUsableSpace() > bytes + rows.size() * QUAD_ON_DISK;
    }

    private void writeAnew() throws IOException {
        NextGeneration next = new NextGeneration(container);
        next.write((from, to) -> new MergedCopy(from, to, rows));
        JoinStatistics.copy(NextGeneration.folder(database()), next.folder());
        get().abort();
        get().end();
        next.takeOver();
    }

    private void settle() {
        if (rows.size() == 0) {
            return;
        }
        try {
            StoreFolder.needRoom(container.getContainerPath(), rows.size() * QUAD_ON_DISK);
            insert();
            StoreFolder.refuseFull(container.getContainerPath());
        } catch (IOException fault) {
            throw new RuntimeIOException(fault);
        }
        rows.clear();
        graphs.clear();
        noted.clear();
        last.clear();
        lastSubjects.clear();
        lastGraph = null;
    }

    private void insert() {
        List<SysTransState> parts = new ArrayList<>();
        try {
            IndexThreads.forEach(quads(), index -> {
                SysTransState part = ((BPlusTree) index.getRangeIndex()).detach();
                parts.add(part);
                return () -> insert(index, part);
            });
        } finally {
            parts.forEach(part -> part.getComponent().attach(part));
        }
    }

    /** On a thread that has this index's part of the transaction meanwhile. */
    private void insert(TupleIndexRecord index, SysTransState part) {
        TransactionalComponent tree = part.getComponent();
        tree.attach(part);
        try {
            rows.of(index).forEachRemaining(index.getRangeIndex()::insert);
        } finally {
            tree.detach();
        }
    }

    private NodeNumbers numbers() {
        if (numbers == null) {
            numbers = new NodeNumbers(quads().getNodeTable());
        }
        return numbers;
    }

    private NodeTupleTable quads() {
        return database().getQuadTable().getNodeTupleTable();
    }

    private DatasetGraphTDB database() {
        return (DatasetGraphTDB) container.getWrapped();
    }
}
