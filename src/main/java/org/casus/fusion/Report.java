package org.casus.fusion;

import com.google.common.collect.ImmutableMap;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.casus.extraction.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What fusion needs to know of one report.
 *
 * @param values of the properties that have one value
 * @param lemma of its trigger
 * @param name of the event of many acts that it tells of, where it has one: "2020 war"
 * @param spokenOfType on an act of saying: the type of the act it speaks of
 * @param future true for what is yet to come
 * @param denied true where the text says that it did not happen
 * @param origin who stands behind it: the agency that carried it, else the article's publisher, else the article
 */
public record Report(
        Node iri,
        EventType type,
        String lemma,
        @Nullable String name,
        @Nullable Party source,
        @Nullable Party target,
        @Nullable Site site,
        @Nullable Days days,
        List<Count> counts,
        @Nullable Node spokenOfType,
        boolean future,
        boolean denied,
        Dispatch dispatch,
        Node origin,
        Map<Node, Node> values)
        implements Serializable {
    public Report {
        counts = List.copyOf(counts);
        values = ImmutableMap.copyOf(values);
    }

    /** Its IRI. */
    public String id() {
        return iri.getURI();
    }

    /** The days that the report tells, else those that its article leaves open; null where neither is known. */
    @Nullable
    Days window() {
        return days == null ? dispatch.recently() : days;
    }

    @Nullable
    Node value(Property property) {
        return values.get(property.asNode());
    }
}
