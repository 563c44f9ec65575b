package org.casus.store;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.MapWithScope;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The blank nodes of a document -> IRIs in their place (RDF 1.1 Concepts, section 3.5): one label is one node in the
 * whole document and another in any other, and the same document gives the same IRIs whenever it is read.
 */
final class SkolemIris implements MapWithScope.Allocator<String, Node, Node> {
    private static final String GENID = Vocabulary.DATA + "genid/";

    /** Writes what the document holds. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Content document;
    private @Nullable HashCode digest;
    private long unlabelled;

    private SkolemIris(Content document) {
        this.document = document;
    }

    /** @param document is read once more where it has a blank node at all */
    static LabelToNode of(Content document) {
        return new LabelToNode(new Unremembered(), new SkolemIris(document));
    }

    /** Whether a blank node stood in its place. */
    static boolean isOne(Node node) {
        return node.isURI() && node.getURI().startsWith(GENID);
    }

    @Override
    public Node alloc(@Nullable Node scope, String label) {
        String name = Hashing.sha256()
                .newHasher()
                .putBytes(digest().asBytes())
                .putString(label, StandardCharsets.UTF_8)
                .hash()
                .toString();
        return NodeFactory.createURI(GENID + name.substring(0, name.length() / 2));
    }

    @Override
    public Node create() {
        // No label has a space.
        return alloc(null, " " + unlabelled++);
    }

    @Override
    public void reset() {
        // The lines of N-Quads are parsed one by one, and are one document.
    }

    private HashCode digest() {
        HashCode known = digest;
        if (known == null) {
            HashingOutputStream hash = new HashingOutputStream(Hashing.sha256(), OutputStream.nullOutputStream());
            try {
                document.writeTo(hash);
            } catch (IOException cut) {
                // Whoever reads the document comes to the fault too, and tells it.
            }
            known = hash.hash();
            digest = known;
        }
        return known;
    }

    /** An IRI follows from its label, so that none has to be kept, however many there are. */
    private static final class Unremembered implements MapWithScope.ScopePolicy<String, Node, Node> {
        @Override
        public @Nullable Map<String, Node> getScope(@Nullable Node scope) {
            return null;
        }

        @Override
        public void clear() {
            // There is nothing to clear.
        }
    }
}
