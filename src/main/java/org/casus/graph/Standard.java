package org.casus.graph;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The terms of other ontologies that the graphs use. */
final class Standard {
    static final String TIME = "http://www.w3.org/2006/time#";
    static final String WIKIDATA = "http://www.wikidata.org/entity/";
    static final String GEONAMES = "https://sws.geonames.org/";
    private static final String NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String SCHEMA = "https://schema.org/";
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";

    static final Property BEGIN_INDEX = property(NIF, "beginIndex");
    static final Property END_INDEX = property(NIF, "endIndex");
    static final Property ANCHOR_OF = property(NIF, "anchorOf");
    static final Property REFERENCE_CONTEXT = property(NIF, "referenceContext");

    static final Property WAS_GENERATED_BY = property(PROV, "wasGeneratedBy");
    static final Property WAS_DERIVED_FROM = property(PROV, "wasDerivedFrom");
    static final Property USED = property(PROV, "used");
    static final Property WAS_ASSOCIATED_WITH = property(PROV, "wasAssociatedWith");
    static final Property AGENT = property(PROV, "agent");
    static final Property HAD_ROLE = property(PROV, "hadRole");

    static final String WIKIPEDIA = "https://en.wikipedia.org/wiki/";
    static final String DBPEDIA = "http://dbpedia.org/resource/";

    static final Property SAME_AS = property(SCHEMA, "sameAs");
    static final Property HEADLINE = property(SCHEMA, "headline");
    static final Property DATE_PUBLISHED = property(SCHEMA, "datePublished");
    static final Property PUBLISHER = property(SCHEMA, "publisher");
    static final Property URL = property(SCHEMA, "url");
    static final Property IN_LANGUAGE = property(SCHEMA, "inLanguage");
    static final Property SOFTWARE_VERSION = property(SCHEMA, "softwareVersion");

    static final Resource GEOMETRY = ResourceFactory.createResource(GEO + "Geometry");
    static final Property HAS_GEOMETRY = property(GEO, "hasGeometry");
    static final Property AS_WKT = property(GEO, "asWKT");
    static final String WKT_LITERAL = GEO + "wktLiteral";

    private Standard() {}

    private static Property property(String namespace, String name) {
        return ResourceFactory.createProperty(namespace, name);
    }
}
