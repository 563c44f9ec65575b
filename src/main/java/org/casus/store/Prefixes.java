package org.casus.store;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.apache.jena.shared.PrefixMapping;
import org.casus.graph.Vocabulary;

/** The short names of namespaces in tables and exports. */
public final class Prefixes {
    private static final Map<String, String> MAP = ImmutableMap.<String, String>builder()
            .put("casus", Vocabulary.NS)
            .put("plover", Vocabulary.PLOVER)
            .put("cameo", Vocabulary.CAMEO_NS)
            .put("entity", Vocabulary.DATA + "entity/")
            .put("data", Vocabulary.DATA)
            .put("dcterms", "http://purl.org/dc/terms/")
            .put("nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
            .put("owl", "http://www.w3.org/2002/07/owl#")
            .put("prov", "http://www.w3.org/ns/prov#")
            .put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
            .put("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
            .put("schema", "https://schema.org/")
            .put("skos", "http://www.w3.org/2004/02/skos/core#")
            .put("time", "http://www.w3.org/2006/time#")
            .put("wd", "http://www.wikidata.org/entity/")
            .put("xsd", "http://www.w3.org/2001/XMLSchema#")
            .buildOrThrow();

    private Prefixes() {}

    public static Map<String, String> map() {
        return MAP;
    }

    static PrefixMapping mapping() {
        return PrefixMapping.Factory.create().setNsPrefixes(MAP);
    }
}
