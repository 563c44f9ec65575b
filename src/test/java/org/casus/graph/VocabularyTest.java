package org.casus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.annotation.TimeExpression.Precision;
import org.casus.entity.EntityType;
import org.casus.extraction.Attribution;
import org.casus.extraction.EventType;
import org.casus.extraction.Factuality;
import org.casus.extraction.OfficeMention.Standing;
import org.casus.extraction.RelationMention.Predicate;
import org.casus.extraction.TerritorialStatement.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {
    private final Model ontology = Ontology.CASUS.model();
    private final Model schemes = Ontology.PLOVER.model().add(Ontology.CAMEO.model());

    @Test
    void holdsEveryTermOfTheOntologyAndNoOther() {
        Set<String> declared = ontology.listSubjects().toList().stream()
                .map(Resource::getURI)
                .filter(uri -> uri.startsWith(Vocabulary.NS))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = Stream.concat(constants(), fromEnums())
                .map(Resource::getURI)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).isEqualTo(declared);
    }

    @Test
    void declaresPropertiesAsPropertiesAndClassesAsClasses() {
        assertThat(constants()).allSatisfy(term -> {
            Set<Resource> types = ontology.listObjectsOfProperty(term, RDF.type).toList().stream()
                    .map(RDFNode::asResource)
                    .collect(Collectors.toSet());
            if (term instanceof Property) {
                assertThat(types).containsAnyOf(OWL.ObjectProperty, OWL.DatatypeProperty);
            } else {
                assertThat(types).contains(OWL.Class);
            }
        });
    }

    @Test
    void givesEveryTermALabelAndAComment() {
        assertThat(Stream.concat(constants(), fromEnums())).allSatisfy(term -> {
            assertThat(ontology.listObjectsOfProperty(term, RDFS.label).toList())
                    .hasSize(1);
            assertThat(ontology.listObjectsOfProperty(term, RDFS.comment).toList())
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void codesEachClassOfEventsByItsType(EventType type) {
        assertThat(ontology.contains(Vocabulary.eventClass(type), SKOS.exactMatch, Vocabulary.eventType(type)))
                .isTrue();
        assertThat(ontology.contains(Vocabulary.eventClass(type), RDFS.subClassOf, Vocabulary.EVENT))
                .isTrue();
        assertThat(schemes.contains(Vocabulary.eventType(type), Vocabulary.INTENSITY))
                .isTrue();
    }

    @Test
    void knowsNoTypeOfEventButPlovers() {
        assertThat(schemes.listSubjectsWithProperty(Vocabulary.INTENSITY).toList())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(Vocabulary::eventType)
                        .toList());
    }

    @Test
    void joinsCameosRootsToTypesOfPlover() {
        assertThat(schemes.listObjectsOfProperty(SKOS.broadMatch).toList())
                .allSatisfy(type -> assertThat(schemes.contains(type.asResource(), Vocabulary.INTENSITY))
                        .isTrue());
        assertThat(schemes.contains(Vocabulary.cameo("18"), SKOS.broadMatch, Vocabulary.eventType(EventType.ASSAULT)))
                .isTrue();
        assertThat(schemes.listSubjectsWithProperty(
                                SKOS.topConceptOf, ResourceFactory.createResource("https://w3id.org/casus/cameo"))
                        .toList())
                .hasSize(20);
    }

    @ParameterizedTest
    @EnumSource(names = {"CASUS", "PLOVER", "CAMEO"})
    void fetchesNothingFromTheNetwork(Ontology file) {
        assertThat(file.model().listObjectsOfProperty(OWL.imports).toList()).isEmpty();
    }

    @Test
    void hasNoBlankNodesWhoseNamesWouldChangeFromRunToRun() {
        assertThat(Ontology.vocabulary().listStatements().toList())
                .noneMatch(statement ->
                        statement.getSubject().isAnon() || statement.getObject().isAnon());
    }

    private static Stream<Resource> constants() {
        return Arrays.stream(Vocabulary.class.getFields())
                .filter(field -> Resource.class.isAssignableFrom(field.getType()))
                .map(VocabularyTest::constant);
    }

    private static Resource constant(Field field) {
        try {
            return (Resource) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getName(), e);
        }
    }

    private static Stream<Resource> fromEnums() {
        Stream<Resource> actors = Arrays.stream(EntityType.values()).map(Vocabulary::entityClass);
        Stream<Resource> events = Arrays.stream(EventType.values()).map(Vocabulary::eventClass);
        Stream<Resource> land = Arrays.stream(Relation.values()).map(Vocabulary::relation);
        Stream<Resource> offices = Arrays.stream(Standing.values()).map(Vocabulary::standing);
        Stream<Resource> relations = Arrays.stream(Predicate.values()).map(Vocabulary::predicate);
        Stream<Resource> factuality = Stream.of(
                        Arrays.stream(Factuality.Certainty.values()).map(Vocabulary::certainty),
                        Arrays.stream(Factuality.Polarity.values()).map(Vocabulary::polarity),
                        Arrays.stream(Factuality.Tense.values()).map(Vocabulary::tense))
                .flatMap(terms -> terms);
        Stream<Resource> roles = Arrays.stream(Attribution.Role.values()).map(Vocabulary::role);
        Stream<Resource> units = Arrays.stream(Precision.values())
                .map(Vocabulary::precision)
                .flatMap(Optional::stream)
                .filter(unit -> unit.getURI().startsWith(Vocabulary.NS));
        return Stream.of(actors, events, land, offices, relations, factuality, roles, units)
                .flatMap(terms -> terms);
    }
}
