package org.casus.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.entity.ActorCode;
import org.casus.entity.Entity;
import org.casus.entity.EntityType;

/** Describes actors and places, each by itself alone, so that descriptions from many articles are one. */
final class EntityDescriptions {
    private static final int DECIMALS = 6;

    private final Model model = ModelFactory.createDefaultModel();

    Model model() {
        return model;
    }

    Resource describe(Entity entity) {
        Resource node = model.createResource(Iris.entity(entity.id()))
                .addProperty(RDF.type, Vocabulary.entityClass(entity.type()))
                .addProperty(RDFS.label, entity.name());
        entity.country().ifPresent(country -> node.addProperty(Vocabulary.COUNTRY, country));
        if (entity instanceof Entity.Known known) {
            describeKnown(node, known);
        } else {
            node.addProperty(RDF.type, Vocabulary.UNLINKED_ENTITY);
            entity.country().ifPresent(code -> node.addProperty(Vocabulary.ACTOR_CODE, code));
        }
        return node;
    }

    /** One that only an article's metadata or an attribution without a mention names. */
    Resource describePublisher(String name) {
        return model.createResource(Iris.publisher(name))
                .addProperty(RDF.type, Vocabulary.entityClass(EntityType.MEDIA_OUTLET))
                .addProperty(RDF.type, Vocabulary.UNLINKED_ENTITY)
                .addProperty(RDFS.label, name);
    }

    /** Of an entity's description what is said of it elsewhere, under another IRI. */
    static Model identify(String iri, Entity.Known known) {
        EntityDescriptions one = new EntityDescriptions();
        one.describeLinks(one.model.createResource(iri), known);
        return one.model;
    }

    private void describeKnown(Resource node, Entity.Known known) {
        String code = new ActorCode(known.countryCode(), known.sector()).code();
        if (!code.isEmpty()) {
            node.addProperty(Vocabulary.ACTOR_CODE, code);
        }
        Optional.ofNullable(known.sector()).ifPresent(sector -> node.addProperty(Vocabulary.SECTOR, sector));
        describeLinks(node, known);
    }

    private void describeLinks(Resource node, Entity.Known known) {
        if (known.qid() != null) {
            node.addProperty(OWL.sameAs, model.createResource(Standard.WIKIDATA + known.qid()));
        }
        if (known.geonames() != null) {
            node.addProperty(Standard.SAME_AS, model.createResource(Standard.GEONAMES + known.geonames() + "/"));
        }
        if (known.wikipedia() != null) {
            // DBpedia takes its names from Wikipedia's titles, though not of every article.
            String title = Iris.path(known.wikipedia());
            node.addProperty(Standard.SAME_AS, model.createResource(Standard.WIKIPEDIA + title));
            node.addProperty(Standard.SAME_AS, model.createResource(Standard.DBPEDIA + title));
        }
        if (known.iso2() != null) {
            node.addProperty(Vocabulary.ISO_ALPHA_2, known.iso2());
            known.country().ifPresent(alpha3 -> node.addProperty(Vocabulary.ISO_ALPHA_3, alpha3));
        }
        if (known.latitude() != null && known.longitude() != null) {
            addPoint(node, known.latitude(), known.longitude());
        }
    }

    /** WKT names the longitude first. */
    private void addPoint(Resource node, double latitude, double longitude) {
        String point = "POINT(%s %s)".formatted(degrees(longitude), degrees(latitude));
        Resource geometry = model.createResource(node.getURI() + "/geometry")
                .addProperty(RDF.type, Standard.GEOMETRY)
                .addProperty(
                        Standard.AS_WKT,
                        Literals.typed(point, TypeMapper.getInstance().getSafeTypeByName(Standard.WKT_LITERAL)));
        node.addProperty(Standard.HAS_GEOMETRY, geometry);
    }

    private static String degrees(double degrees) {
        BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
