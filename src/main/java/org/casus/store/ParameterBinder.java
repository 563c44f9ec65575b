package org.casus.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The words of a user to RDF terms, each of its parameter's type; no value becomes part of a query's text. */
final class ParameterBinder {
    private static final String ENTITY = Vocabulary.DATA + "entity/";
    private static final Pattern QID = Pattern.compile("Q[1-9]\\d*");
    private static final Pattern ABSOLUTE = Pattern.compile("(https?://|urn:).*");

    private final DatasetGraph quads;
    private final PrefixMapping prefixes;

    ParameterBinder(DatasetGraph quads, PrefixMapping prefixes) {
        this.quads = quads;
        this.prefixes = prefixes;
    }

    Binding bind(StoredQuery query, Map<String, String> values) {
        refuseUnknown(query, values);
        BindingBuilder binding = Binding.builder();
        for (QueryParameter parameter : query.parameters()) {
            String value = given(parameter, values);
            if (value != null) {
                binding.add(Var.alloc(parameter.variable()), term(parameter, value));
            } else if (!parameter.optional()) {
                throw new StoreException("the query %s needs a value: --param %s=... (%s)"
                        .formatted(query.name(), parameter.name(), parameter.type()));
            }
        }
        return binding.build();
    }

    private static @Nullable String given(QueryParameter parameter, Map<String, String> values) {
        String value = values.get(parameter.name());
        return value != null ? value : values.getOrDefault(parameter.variable(), parameter.fallback());
    }

    private static void refuseUnknown(StoredQuery query, Map<String, String> values) {
        for (String name : values.keySet()) {
            if (query.parameters().stream()
                    .noneMatch(parameter -> name.equals(parameter.name()) || name.equals(parameter.variable()))) {
                String known = query.parameters().stream()
                        .map(QueryParameter::name)
                        .distinct()
                        .collect(Collectors.joining(", "));
                throw new StoreException("the query %s has no parameter \"%s\"; it has: %s"
                        .formatted(query.name(), name, known.isEmpty() ? "none" : known));
            }
        }
    }

    private Node term(QueryParameter parameter, String value) {
        if (parameter.type().equals(QueryParameter.IRI)) {
            return iri(parameter, value);
        } else if (parameter.type().startsWith(QueryParameter.XSD)) {
            return typed(parameter, value);
        }
        return parameter
                .language()
                .map(language -> NodeFactory.createLiteralLang(value, language))
                .orElseGet(() -> NodeFactory.createLiteralString(value));
    }

    private static Node typed(QueryParameter parameter, String value) {
        String uri = XSD.getURI() + parameter.type().substring(QueryParameter.XSD.length());
        RDFDatatype type = TypeMapper.getInstance().getTypeByName(uri);
        if (type == null) {
            throw new StoreException(
                    "no such datatype: %s (parameter \"%s\")".formatted(parameter.type(), parameter.name()));
        } else if (!type.isValid(value)) {
            throw new StoreException(
                    "parameter \"%s\" must be %s, not \"%s\"".formatted(parameter.name(), parameter.type(), value));
        }
        return NodeFactory.createLiteralDT(value, type);
    }

    private Node iri(QueryParameter parameter, String value) {
        if (QID.matcher(value).matches()) {
            return NodeFactory.createURI(ENTITY + value);
        }
        String expanded = prefixes.expandPrefix(value);
        return ABSOLUTE.matcher(expanded).matches() ? absolute(parameter, expanded) : labelled(parameter, value);
    }

    private static Node absolute(QueryParameter parameter, String value) {
        try {
            return NodeFactory.createURI(IRIx.create(value).str());
        } catch (IRIException fault) {
            throw new StoreException(
                    "parameter \"%s\" is no IRI: %s".formatted(parameter.name(), fault.getMessage()), fault);
        }
    }

    private Node labelled(QueryParameter parameter, String label) {
        Set<String> found = new TreeSet<>();
        for (StoreGraph graph : Set.of(StoreGraph.ENTITIES, StoreGraph.VOCABULARY)) {
            Graph named = quads.getGraph(graph.node());
            for (Node property : Set.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())) {
                named.stream(Node.ANY, property, Node.ANY)
                        .filter(triple -> triple.getObject().isLiteral()
                                && triple.getObject().getLiteralLexicalForm().equalsIgnoreCase(label))
                        .forEach(triple -> found.add(triple.getSubject().getURI()));
            }
        }
        if (found.size() != 1) {
            throw new StoreException(
                    found.isEmpty()
                            ? "parameter \"%s\": nothing in the store is called \"%s\""
                                    .formatted(parameter.name(), label)
                            : "parameter \"%s\": more than one is called \"%s\": %s"
                                    .formatted(parameter.name(), label, String.join(" ", found)));
        }
        return NodeFactory.createURI(found.iterator().next());
    }
}
