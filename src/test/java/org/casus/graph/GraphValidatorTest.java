package org.casus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.entity.EntityType;
import org.casus.extraction.TerritorialStatement.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphValidatorTest {
    private final GraphValidator validator = new GraphValidator();
    private final ArticleGraph graph = new GraphMapper(new Build("1.0", "cafe")).map(SampleArticle.linked());

    @Test
    void findsNoFaultInWhatTheMapperMakes() {
        assertThat(validator.faults(graph.article())).isEmpty();
        assertThat(validator.faults(graph.entities())).isEmpty();
    }

    @Test
    void namesTheNodeAndThePropertyThatIsMissing() {
        Model broken = copy(graph.article());
        broken.removeAll(null, DCTerms.identifier, null);

        assertThat(validator.faults(broken))
                .singleElement()
                .asString()
                .contains(Iris.article("sample-1"))
                .contains("identifier");
    }

    @Test
    void refusesAReportWithoutItsSentence() {
        Model broken = copy(graph.article());
        Resource report = broken.listSubjectsWithProperty(RDF.type, Vocabulary.EVENT_REPORT)
                .next();
        report.removeAll(Vocabulary.IN_SENTENCE);

        assertThat(validator.faults(broken)).singleElement().asString().contains("inSentence");
    }

    @Test
    void refusesADateThatIsNone() {
        Model broken = copy(graph.article());
        Resource report = broken.listSubjectsWithProperty(Vocabulary.EARLIEST).next();
        report.removeAll(Vocabulary.EARLIEST).addProperty(Vocabulary.EARLIEST, "yesterday");

        assertThat(validator.faults(broken)).singleElement().asString().contains("earliest");
    }

    @Test
    void looksForWhatIsOfASubclassTooWhereAGraphNamesOne() {
        Model broken = copy(graph.article());
        Resource article =
                broken.listSubjectsWithProperty(RDF.type, Vocabulary.ARTICLE).next();
        Resource leader = broken.createResource(Vocabulary.DATA + "Leader");
        article.removeAll(RDF.type).removeAll(DCTerms.identifier).addProperty(RDF.type, leader);

        assertThat(validator.faults(broken)).noneMatch(fault -> fault.contains("identifier"));
        leader.addProperty(RDFS.subClassOf, Vocabulary.ARTICLE);
        assertThat(validator.faults(broken)).anyMatch(fault -> fault.contains("identifier"));
    }

    @Test
    void refusesBlankNodes() {
        Model broken = ModelFactory.createDefaultModel();
        broken.createResource().addProperty(RDF.type, Vocabulary.TRIGGER_CLASS);

        assertThat(validator.faults(broken)).anyMatch(fault -> fault.contains("no blank nodes"));
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheNameOfEveryClassOfEntities(EntityType type) {
        Model broken = ModelFactory.createDefaultModel();
        broken.createResource(Iris.entity("Q1")).addProperty(RDF.type, Vocabulary.entityClass(type));

        assertThat(validator.faults(broken)).singleElement().asString().contains("label");
    }

    @ParameterizedTest
    @EnumSource
    void allowsEveryRelationToATerritory(Relation relation) {
        Model changed = copy(graph.article());
        Resource statement =
                changed.listSubjectsWithProperty(Vocabulary.RELATION).next();
        statement.removeAll(Vocabulary.RELATION).addProperty(Vocabulary.RELATION, Vocabulary.relation(relation));

        assertThat(validator.faults(changed)).isEmpty();
    }

    private static Model copy(Model model) {
        return ModelFactory.createDefaultModel().add(model);
    }
}
