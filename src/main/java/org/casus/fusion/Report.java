package org.casus.fusion;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What fusion needs to know of one report.
 *
 * @param values of the properties that have one value
 * @param firmParties true where source and target both have a name of their own
 * @param happens false for what is yet to come
 * @param spokenOfType on an act of saying: the type of the act it speaks of
 * @param origin who stands behind it: the agency that carried it, else the article's publisher
 */
record Report(
        Node iri,
        Map<Node, Node> values,
        boolean firmParties,
        boolean happens,
        @Nullable Node spokenOfType,
        @Nullable Node origin) {
    private static final List<Property> SAME = List.of(
            Vocabulary.EVENT_TYPE,
            Vocabulary.SOURCE,
            Vocabulary.TARGET,
            Vocabulary.CERTAINTY,
            Vocabulary.POLARITY,
            Vocabulary.FIRST_DAY,
            Vocabulary.LAST_DAY);

    Report {
        values = ImmutableMap.copyOf(values);
    }

    @Nullable
    Node value(Property property) {
        return values.get(property.asNode());
    }

    /** What reports of one event have in common; empty for a report too thin to be joined with any other. */
    Optional<Key> key() {
        boolean full = SAME.stream().allMatch(property -> values.containsKey(property.asNode()));
        return full && firmParties && isOneDay()
                ? Optional.of(new Key(
                        SAME.stream()
                                .map(property -> values.get(property.asNode()))
                                .toList(),
                        happens))
                : Optional.empty();
    }

    private boolean isOneDay() {
        Node firstDay = value(Vocabulary.FIRST_DAY);
        return firstDay != null && firstDay.equals(value(Vocabulary.LAST_DAY));
    }

    record Key(List<Node> same, boolean happens) {}
}
