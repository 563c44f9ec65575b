package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.graph.GraphMapper;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People and items made up for this test. */
class LinkCommandTest {
    private static final String ENTITY = "https://w3id.org/casus/data/entity/";
    private static final Property SAME_AS = ResourceFactory.createProperty("https://schema.org/sameAs");

    @TempDir
    private Path dir;

    private String store = "";
    private String gazetteer = "";

    @BeforeEach
    void fill() throws IOException {
        store = CommandRun.store(dir.resolve("store")).toString();
        gazetteer = dir.resolve("own").toString();
        Path table = Files.writeString(dir.resolve("own.tsv"), """
                name\ttype\tcountry\tqid
                Jone Vakalevu\tPERSON\tFJI\tQ990001
                The Paper\tMEDIA_OUTLET\t\tQ990004
                """);
        CommandRun.of("gazetteer", "add", table.toString(), "--gazetteer", gazetteer)
                .ends(ExitCode.DONE);
        Path list = Files.writeString(
                dir.resolve("list.tab"), "Ilka Varga\tIlka_Varga\t0.9\nAna Pereyra\tAna_Pereyra\t1.0\n");
        CommandRun.of("gazetteer", "wikidict", list.toString(), "--gazetteer", gazetteer)
                .ends(ExitCode.DONE);
        describe("Jone Vakalevu", "FJI");
        describe("Ilka Varga", "HUN");
        describe("Ana Pereyra", "ARG");
        describe("Nobody Known", "ARG");
    }

    @Test
    void findsInTheGazetteerAndGivesOthersTheirArticle() {
        CommandRun run = CommandRun.of("link", "--store", store, "--gazetteer", gazetteer)
                .ends(ExitCode.DONE);

        assertThat(run.out())
                .contains(" without an item, 2 found in the gazetteer\n")
                .endsWith("2 with an article of Wikipedia alone\n");
        assertThat(links("Jone Vakalevu", OWL.sameAs)).containsExactly("http://www.wikidata.org/entity/Q990001");
        assertThat(links("Ilka Varga", OWL.sameAs)).isEmpty();
        assertThat(links("Ilka Varga", SAME_AS)).contains("https://en.wikipedia.org/wiki/Ilka_Varga");
        assertThat(links("Nobody Known", SAME_AS)).isEmpty();
    }

    @Test
    void takesOnlineTheItemOfAnArticleWhereItIsOfTheKindAndCountry() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> {
            boolean titles = request.getRequestURI().getQuery().contains("sites=enwiki");
            byte[] body = (titles ? items() : "{\"search\":[]}").getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(200, body.length);
            try (OutputStream out = request.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        try {
            CommandRun run = CommandRun.of(
                            "link",
                            "--online",
                            "--endpoint",
                            "http://localhost:" + server.getAddress().getPort() + "/w/api.php",
                            "--store",
                            store,
                            "--gazetteer",
                            gazetteer)
                    .ends(ExitCode.DONE);

            assertThat(run.out()).contains("1 found at Wikidata, 0 requests without an answer\n");
        } finally {
            server.stop(0);
        }
        assertThat(links("Ilka Varga", OWL.sameAs)).containsExactly("http://www.wikidata.org/entity/Q990002");
        assertThat(links("Ana Pereyra", OWL.sameAs)).as("a film").isEmpty();
    }

    @Test
    void whatWasFoundOutlastsArticlesThatKnowNothingOfIt() {
        CommandRun.of("link", "--store", store, "--gazetteer", gazetteer).ends(ExitCode.DONE);

        try (EventStore open = EventStore.openExisting(Path.of(store))) {
            open.put(List.of(new GraphMapper().map(ExampleExtraction.linked())));
        }

        assertThat(entitiesOf("Q990004")).isEqualTo(1);
        CommandRun again = CommandRun.of("link", "--store", store, "--gazetteer", gazetteer);
        assertThat(again.out()).contains(" 0 found in the gazetteer");
    }

    private void describe(String name, String country) {
        try (EventStore open = EventStore.openExisting(Path.of(store))) {
            open.write(dataset -> dataset.getNamedModel(Vocabulary.ENTITIES_GRAPH)
                    .createResource(iri(name))
                    .addProperty(RDF.type, ResourceFactory.createResource(Vocabulary.NS + "Person"))
                    .addProperty(RDF.type, Vocabulary.UNLINKED_ENTITY)
                    .addProperty(RDFS.label, name)
                    .addProperty(Vocabulary.COUNTRY, country));
        }
    }

    private long entitiesOf(String qid) {
        try (EventStore open = EventStore.openExisting(Path.of(store))) {
            return open.read(dataset -> (long) dataset.getNamedModel(Vocabulary.ENTITIES_GRAPH)
                    .listSubjectsWithProperty(
                            OWL.sameAs, ResourceFactory.createResource("http://www.wikidata.org/entity/" + qid))
                    .toList()
                    .size());
        }
    }

    private List<String> links(String name, Property property) {
        try (EventStore open = EventStore.openExisting(Path.of(store))) {
            return open.read(dataset -> {
                Model entities = dataset.getNamedModel(Vocabulary.ENTITIES_GRAPH);
                Resource entity = entities.getResource(iri(name));
                return entities.listObjectsOfProperty(entity, property).toList().stream()
                        .map(node -> node.asResource().getURI())
                        .sorted()
                        .toList();
            });
        }
    }

    private static String iri(String name) {
        return ENTITY + "nil-" + name.replace(' ', '-');
    }

    private static String items() {
        return "{\"entities\":{\"Q990002\":%s,\"Q990003\":%s}}"
                .formatted(
                        item("Q990002", "Ilka Varga", "Q5", "Q28"), item("Q990003", "Ana Pereyra", "Q11424", "Q414"));
    }

    private static String item(String qid, String name, String type, String country) {
        return "{\"type\":\"item\",\"id\":\"%1$s\",\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"%2$s\"}},\"claims\":{\"P31\":[%3$s],\"P27\":[%4$s],\"P106\":[%5$s]},\"sitelinks\":{\"enwiki\":{\"title\":\"%2$s\"}}}"
                .formatted(qid, name, value(type), value(country), value("Q82955"));
    }

    private static String value(String qid) {
        return "{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"%s\"}}},\"rank\":\"normal\"}".formatted(qid);
    }
}
