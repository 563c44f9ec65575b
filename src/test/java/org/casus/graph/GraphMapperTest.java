package org.casus.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.annotation.AnnotatedArticle;
import org.casus.entity.Entity;
import org.casus.entity.EntityType;
import org.casus.entity.LinkedArticle;
import org.casus.extraction.EventMention;
import org.casus.extraction.Extraction;
import org.casus.extraction.TerritorialStatement.Relation;
import org.junit.jupiter.api.Test;

class GraphMapperTest {
    private final GraphMapper mapper = new GraphMapper(new Build("1.0", "cafe"));
    private final ArticleGraph graph = mapper.map(SampleArticle.linked());

    @Test
    void givesTheSameBytesWhateverTheOrderOfItsLists() {
        ArticleGraph other = mapper.map(SampleArticle.shuffled());

        assertThat(lines(other.article())).isEqualTo(lines(graph.article()));
        assertThat(lines(other.entities())).isEqualTo(lines(graph.entities()));
    }

    @Test
    void holdsNoBlankNodes() {
        assertThat(lines(graph.article())).noneMatch(line -> line.contains("_:"));
        assertThat(lines(graph.entities())).noneMatch(line -> line.contains("_:"));
    }

    @Test
    void keepsTheIdThatCameWithTheArticle() {
        Resource article = only(Vocabulary.ARTICLE);

        assertThat(article.getProperty(DCTerms.identifier).getString()).isEqualTo("sample-1");
        assertThat(graph.articleId()).isEqualTo("sample-1");
        assertThat(graph.iri()).isEqualTo(ArticleGraph.iriOf("sample-1")).startsWith(Vocabulary.DATA);
    }

    @Test
    void sharesNoReportBetweenTwoArticlesWithTheSameText() {
        ArticleGraph other = mapper.map(SampleArticle.withId("sample-2"));

        assertThat(other.article()
                        .listSubjectsWithProperty(RDF.type, Vocabulary.EVENT_REPORT)
                        .toList())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(graph.article()
                        .listSubjectsWithProperty(RDF.type, Vocabulary.EVENT_REPORT)
                        .toList());
        assertThat(lines(other.entities())).isEqualTo(lines(graph.entities()));
    }

    @Test
    void tellsWhoDidWhatToWhomWhereAndWhen() {
        Resource shelling = report("shelled");

        assertThat(values(shelling, Vocabulary.EVENT_TYPE)).containsExactly(Vocabulary.PLOVER + "ASSAULT");
        assertThat(values(shelling, Vocabulary.MODE)).containsExactly(Vocabulary.PLOVER + "ASSAULT-heavy-weapons");
        assertThat(values(shelling, Vocabulary.CAMEO)).containsExactly(Vocabulary.CAMEO_NS + "194");
        assertThat(values(shelling, Vocabulary.SOURCE)).containsExactly(Vocabulary.DATA + "entity/Q227");
        assertThat(values(shelling, Vocabulary.TARGET)).isEmpty();
        assertThat(shelling.getProperty(Vocabulary.TARGET_MENTION)
                        .getProperty(Standard.ANCHOR_OF)
                        .getString())
                .isEqualTo("at least 200 people");
        assertThat(values(shelling, Vocabulary.PLACE)).containsExactly(Vocabulary.DATA + "entity/Q129352");
        assertThat(values(shelling, Vocabulary.FIRST_DAY)).containsExactly("\"2023-09-19\"^^xsd:date");
        assertThat(values(shelling, Vocabulary.CERTAINTY)).containsExactly(Vocabulary.NS + "Certain");
    }

    @Test
    void keepsTheSentenceBehindAReport() {
        Resource sentence = report("accused").getPropertyResourceValue(Vocabulary.IN_SENTENCE);

        assertThat(sentence.getProperty(Standard.ANCHOR_OF).getString())
                .isEqualTo("Armenia accused Azerbaijan of the attack.");
    }

    @Test
    void ordersTheVoicesFromTheSpeakerOutward() {
        List<String> chain = report("shelled").listProperties(Vocabulary.VOICE).toList().stream()
                .map(statement -> statement.getResource())
                .map(voice -> "%d %s %s"
                        .formatted(
                                voice.getProperty(Vocabulary.ORDER).getInt(),
                                voice.getPropertyResourceValue(Standard.HAD_ROLE)
                                        .getLocalName(),
                                voice.getProperty(Vocabulary.WORDS).getString()))
                .sorted()
                .toList();

        assertThat(chain)
                .containsExactly("1 Speaker Arman Petrosyan", "2 Agency Reuters", "3 Publisher The Daily Example");
    }

    @Test
    void pointsFromADenialToTheDeniedAct() {
        Resource denied = report("denies").getPropertyResourceValue(Vocabulary.SPOKEN_OF);

        assertThat(denied).isEqualTo(report("attacked"));
        assertThat(values(denied, Vocabulary.POLARITY)).containsExactly(Vocabulary.NS + "Negative");
    }

    @Test
    void resolvesAPronounToItsEntityAndItsAntecedent() {
        Resource it = report("attacked").getPropertyResourceValue(Vocabulary.SOURCE_MENTION);

        assertThat(values(it, Vocabulary.REFERS_TO)).containsExactly(Vocabulary.DATA + "entity/Q227");
        assertThat(it.getProperty(Vocabulary.ANTECEDENT)
                        .getProperty(Standard.ANCHOR_OF)
                        .getString())
                .isEqualTo("Baku");
    }

    @Test
    void tellsWhoseLandByWhomAndSinceWhen() {
        Resource statement = graph.article()
                .listSubjectsWithProperty(Vocabulary.RELATION, Vocabulary.relation(Relation.RECOGNISED_AS_PART_OF))
                .next();

        assertThat(values(statement, Vocabulary.TERRITORY)).containsExactly(Vocabulary.DATA + "entity/casus-karabakh");
        assertThat(values(statement, Vocabulary.HOLDER)).containsExactly(Vocabulary.DATA + "entity/Q227");
        assertThat(values(statement, Vocabulary.RECOGNISED_BY)).containsExactly(Vocabulary.DATA + "entity/Q7035479");
        assertThat(values(statement, Vocabulary.FROM)).containsExactly("\"2023\"^^xsd:gYear");
    }

    @Test
    void tellsWhereElseAnEntityIsDescribedAndItsCodes() {
        EntityDescriptions descriptions = new EntityDescriptions();
        Resource fiji = descriptions.describe(new Entity.Known(
                "Q712", EntityType.STATE, "Fiji", "Q712", 2205218, "FJI", null, null, null, "Fiji_(islands)", "FJ"));
        Resource town = descriptions.describe(new Entity.Known(
                "casus-x", EntityType.CITY, "Nadi", null, null, "FJI", null, null, null, "Nadi \"%\"", null));

        assertThat(values(fiji, OWL.sameAs)).containsExactly("http://www.wikidata.org/entity/Q712");
        assertThat(values(fiji, Standard.SAME_AS))
                .containsExactlyInAnyOrder(
                        "https://sws.geonames.org/2205218/",
                        "https://en.wikipedia.org/wiki/Fiji_(islands)",
                        "http://dbpedia.org/resource/Fiji_(islands)");
        assertThat(fiji.getProperty(Vocabulary.ISO_ALPHA_2).getString()).isEqualTo("FJ");
        assertThat(fiji.getProperty(Vocabulary.ISO_ALPHA_3).getString()).isEqualTo("FJI");
        assertThat(town.hasProperty(Vocabulary.ISO_ALPHA_3)).isFalse();
        assertThat(values(town, Standard.SAME_AS)).contains("https://en.wikipedia.org/wiki/Nadi_%22%25%22");
    }

    @Test
    void describesAnEntityByItselfAlone() {
        Resource stepanakert = graph.entities().getResource(Vocabulary.DATA + "entity/Q129352");

        assertThat(stepanakert.getProperty(RDFS.label).getString()).isEqualTo("Stepanakert");
        assertThat(values(stepanakert, OWL.sameAs)).containsExactly("http://www.wikidata.org/entity/Q129352");
        assertThat(values(stepanakert, Standard.SAME_AS)).isEmpty();
        assertThat(stepanakert
                        .getProperty(Standard.HAS_GEOMETRY)
                        .getProperty(Standard.AS_WKT)
                        .getLiteral()
                        .getLexicalForm())
                .isEqualTo("POINT(46.752 39.8156)");
        assertThat(graph.entities()
                        .getResource(Vocabulary.DATA + "entity/nil-5e1f")
                        .hasProperty(RDF.type, Vocabulary.UNLINKED_ENTITY))
                .isTrue();
    }

    @Test
    void namesTheVersionAndTheTablesButNotTheTime() {
        Resource software = only(Vocabulary.SOFTWARE);

        assertThat(software.getProperty(Standard.SOFTWARE_VERSION).getString()).isEqualTo("1.0");
        assertThat(software.getProperty(Vocabulary.TABLES_HASH).getString()).isEqualTo("cafe");
    }

    @Test
    void keepsTheSurerOfTwoReadingsOfOneAct() {
        LinkedArticle sample = SampleArticle.linked();
        Extraction once = sample.extraction();
        List<EventMention> events = new ArrayList<>(once.events());
        once.events().forEach(event -> events.add(lessSure(event)));
        Extraction twice = new Extraction(
                once.annotated(),
                once.mentions(),
                events,
                once.territory(),
                once.offices(),
                once.relations(),
                once.statements());

        ArticleGraph other = mapper.map(new LinkedArticle(twice, sample.mentions()));

        assertThat(lines(other.article())).isEqualTo(lines(graph.article()));
    }

    /** Another reading at the same trigger between the same parties, under another local id. */
    private static EventMention lessSure(EventMention event) {
        return new EventMention(
                event.id() + "-again",
                event.type(),
                null,
                List.of(),
                null,
                event.trigger(),
                List.of(),
                event.source(),
                event.target(),
                null,
                null,
                null,
                null,
                List.of(),
                event.factuality(),
                event.id(),
                List.of(),
                event.sentence(),
                0.1,
                "another rule");
    }

    @Test
    void refusesAnEventInASentenceThatIsNotThere() {
        LinkedArticle sample = SampleArticle.linked();
        Extraction extraction = sample.extraction();
        AnnotatedArticle empty = new AnnotatedArticle(extraction.annotated().article(), List.of(), List.of());
        Extraction broken = new Extraction(
                empty, extraction.mentions(), extraction.events(), List.of(), List.of(), List.of(), List.of());

        assertThatThrownBy(() -> mapper.map(new LinkedArticle(broken, sample.mentions())))
                .hasMessageStartingWith("sample-1: no sentence ");
    }

    private Resource only(Resource type) {
        List<Resource> all =
                graph.article().listSubjectsWithProperty(RDF.type, type).toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Resource report(String trigger) {
        return graph.article().listSubjectsWithProperty(Vocabulary.TRIGGER).toList().stream()
                .filter(report -> report.getProperty(Vocabulary.TRIGGER)
                        .getProperty(Standard.ANCHOR_OF)
                        .getString()
                        .equals(trigger))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(Resource subject, Property property) {
        return subject.listProperties(property).toList().stream()
                .map(statement -> statement.getObject())
                .map(RDFNode::toString)
                .sorted()
                .toList();
    }

    private static List<String> lines(Model model) {
        StringWriter out = new StringWriter();
        RDFDataMgr.write(out, model, Lang.NTRIPLES);
        return Stream.of(out.toString().split("\n", -1)).sorted().toList();
    }
}
