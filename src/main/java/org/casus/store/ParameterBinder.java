package org.casus.store;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.vocabulary.XSD;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The words of a user to RDF terms, each of its parameter's type; no value becomes part of a query's text. */
final class ParameterBinder {
    private static final String ENTITY = Vocabulary.DATA + "entity/";
    private static final Pattern EVENT = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern QID = Pattern.compile("Q[1-9]\\d*");
    private static final Pattern ABSOLUTE = Pattern.compile("(https?://|urn:).*");

    private final EntityNames names;
    private final PrefixMapping prefixes;
    private final Consumer<String> notes;

    /** @param notes told what a name was taken for, where that is not plain */
    ParameterBinder(DatasetGraph quads, PrefixMapping query, Consumer<String> notes) {
        this.names = new EntityNames(quads, ShortNames.of(query));
        this.prefixes = Prefixes.mapping().setNsPrefixes(query);
        this.notes = notes;
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
                        .formatted(query.name(), parameter.name(), parameter.wanted()));
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
        String chosen = enumerated(parameter, value);
        return parameter
                .language()
                .map(language -> NodeFactory.createLiteralLang(chosen, language))
                .orElseGet(() -> NodeFactory.createLiteralString(chosen));
    }

    private static String enumerated(QueryParameter parameter, String value) {
        if (parameter.values().isEmpty()) {
            return value;
        }
        return parameter.values().stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new StoreException("parameter \"%s\" is one of %s, not \"%s\""
                        .formatted(parameter.name(), String.join(", ", parameter.values()), value)));
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
        if (EVENT.matcher(value).matches()) {
            return NodeFactory.createURI(Vocabulary.DATA + "event/" + value);
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

    private Node labelled(QueryParameter parameter, String name) {
        List<Node> found = names.bearing(name);
        List<Node> known = found.size() > 1 ? names.known(found) : found;
        if (known.size() == 1) {
            tellChoice(parameter, name, known.get(0), found);
            return known.get(0);
        }
        Optional<Node> same = found.isEmpty() ? Optional.empty() : names.same(found);
        if (same.isPresent()) {
            List<Node> others =
                    found.stream().filter(other -> !other.equals(same.get())).toList();
            notes.accept("%s=%s is taken as %s, who may also stand as %s"
                    .formatted(parameter.name(), name, names.told(same.get()), names.told(others)));
            return same.get();
        }
        throw new StoreException(
                found.isEmpty()
                        ? "parameter \"%s\": nothing in the store is called \"%s\"; actors/find looks for parts of names"
                                .formatted(parameter.name(), name)
                        : "parameter \"%s\": more than one is called \"%s\": %s"
                                .formatted(parameter.name(), name, names.told(found)));
    }

    private void tellChoice(QueryParameter parameter, String name, Node chosen, List<Node> found) {
        List<Node> others =
                found.stream().filter(other -> !other.equals(chosen)).toList();
        if (!others.isEmpty()) {
            notes.accept("%s=%s is taken as %s, not as %s"
                    .formatted(parameter.name(), name, names.told(chosen), names.told(others)));
        } else if (!names.told(chosen).toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + " (")) {
            notes.accept("%s=%s is taken as %s".formatted(parameter.name(), name, names.told(chosen)));
        }
    }
}
