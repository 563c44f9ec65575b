package org.casus.store;

import com.google.common.base.CharMatcher;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.jspecify.annotations.Nullable;

/** RDF terms as short names for a table: prefixed names and bare values. */
final class ShortNames {
    private final PrefixMapping prefixes;

    private ShortNames(PrefixMapping prefixes) {
        this.prefixes = prefixes;
    }

    /** A query's own prefixes come before ours. */
    static ShortNames of(PrefixMapping query) {
        PrefixMapping prefixes = PrefixMapping.Factory.create();
        prefixes.setNsPrefixes(Prefixes.map());
        prefixes.setNsPrefixes(query);
        return new ShortNames(prefixes);
    }

    String of(@Nullable Node node) {
        if (node == null) {
            return "";
        } else if (node.isURI()) {
            return longest(node.getURI()).orElse(node.getURI());
        } else if (node.isLiteral()) {
            return CharMatcher.whitespace().trimAndCollapseFrom(node.getLiteralLexicalForm(), ' ');
        }
        return node.toString();
    }

    private Optional<String> longest(String iri) {
        return prefixes.getNsPrefixMap().entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .max(Map.Entry.comparingByValue(Comparator.comparingInt(String::length)))
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()));
    }
}
