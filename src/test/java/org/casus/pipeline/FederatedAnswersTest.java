package org.casus.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.algebra.Algebra;
import org.casus.store.AnswerOptions;
import org.casus.store.EventStore;
import org.casus.store.QueryCatalogue;
import org.casus.store.QueryLimits;
import org.casus.store.ResultFormat;
import org.casus.store.StoreException;
import org.casus.store.StoredQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped queries say that ask Wikidata, of a second server here that has data of its shape. */
@Tag("models")
class FederatedAnswersTest {
    private static final FusekiServer WIKIDATA = FusekiServer.create()
            .port(0)
            .loopback(true)
            .add("/sparql", DatasetFactory.create(RDFDataMgr.loadModel("src/test/resources/queries/wikidata.ttl")))
            .build();

    private static EventStore store = EventStore.inMemory();

    @BeforeAll
    static void open() {
        WIKIDATA.start();
        store = EventStore.openExisting(ExampleStore.folder());
    }

    @AfterAll
    static void close() {
        store.close();
        WIKIDATA.stop();
    }

    @Test
    void tellWhoHeadsTheGovernmentOfAState() {
        assertThat(rows("federated/heads-of-government", true))
                .containsExactly(
                        "state,head,person",
                        "Armenia,Nikol Pashinyan,http://www.wikidata.org/entity/Q7035479",
                        "Azerbaijan,Ali Asadov,http://www.wikidata.org/entity/Q01");
    }

    @Test
    void tellPartyAndBirthdayWhereTheyAreKnown() {
        assertThat(rows("federated/people", true))
                .containsExactly(
                        "name,born,party", "Nikol Pashinyan,1975-06-01T00:00:00Z,Civil Contract", "Vladimir Putin,,");
    }

    /** A join would have Wikidata send what it knows of all the world. */
    @ParameterizedTest
    @ValueSource(strings = {"federated/heads-of-government", "federated/people"})
    void askOnlyOfWhatTheStoreHolds(String name) {
        Query query = QueryFactory.create(
                QueryCatalogue.shipped().find(name).orElseThrow().text());

        assertThat(Algebra.optimize(Algebra.compile(query)).toString()).doesNotContain("(join", "(leftjoin");
    }

    @Test
    void areRefusedUnlessTheNetworkIsAllowed() {
        assertThatThrownBy(() -> rows("federated/people", false))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("SERVICE is off");
    }

    @Test
    void areThoseThatAreTestedHere() {
        assertThat(QueryCatalogue.shipped().queries().stream()
                        .filter(query -> query.tags().contains("federated"))
                        .map(StoredQuery::name))
                .containsExactly("federated/heads-of-government", "federated/people");
    }

    private static List<String> rows(String name, boolean allowService) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.query(
                QueryCatalogue.shipped().find(name).orElseThrow(),
                Map.of("endpoint", WIKIDATA.serverURL() + "sparql"),
                new AnswerOptions(ResultFormat.CSV, QueryLimits.NONE, true, allowService, false, note -> {}),
                out);
        return out.toString(UTF_8).lines().toList();
    }
}
