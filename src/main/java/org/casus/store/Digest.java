package org.casus.store;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.apache.jena.rdf.model.Model;
import org.casus.graph.ArticleGraph;
import org.casus.graph.NTriples;

/** The hash of a graph's content, whatever the order of its triples. */
final class Digest {
    private Digest() {}

    static String of(ArticleGraph graph) {
        return graph.openTriples().isEmpty()
                ? of(graph.article(), graph.entities())
                : of(graph.article(), graph.entities(), graph.openTriples());
    }

    private static String of(Model... models) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (Model model : models) {
            model.getGraph().stream()
                    .map(NTriples::line)
                    .sorted()
                    .forEach(line ->
                            hasher.putString(line, StandardCharsets.UTF_8).putByte((byte) '\n'));
            hasher.putByte((byte) 0);
        }
        return hasher.hash().toString();
    }
}
