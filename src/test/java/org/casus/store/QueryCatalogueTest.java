package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCatalogueTest {
    private static final String QUERY = """
            #+ summary: "Who accused whom"
            #+ tags:
            #+   - events
            #+   - accusations
            #+ defaults:
            #+   - since: 2020-01-01
            #+   - actor: https://example.org/a?b
            #+ enumerate:
            #+   - word:
            #+       - one
            #+       - two
            #+   - some_xy:
            #+       - "x y"
            #+ description: All of them.
            #defaultView: Graph

            # ?_not_iri stands in a comment
            SELECT * WHERE {
              ?s ?p ?_actor_iri . FILTER(?d > ?_since_xsd_date && ?t = ?__title_en && ?w = ?_word && ?x = ?_some_xy)
            }
            """;

    @Test
    void readsHeadersAndParameters() {
        StoredQuery query = StoredQuery.of("accusations", QUERY);

        assertThat(query.summary()).isEqualTo("Who accused whom");
        assertThat(query.description()).isEqualTo("All of them.");
        assertThat(query.tags()).containsExactly("events", "accusations");
        assertThat(query.view()).isEqualTo("Graph");
        assertThat(query.parameters())
                .containsExactly(
                        new QueryParameter("actor", "_actor_iri", "iri", false, "https://example.org/a?b", List.of()),
                        new QueryParameter("since", "_since_xsd_date", "xsd:date", false, "2020-01-01", List.of()),
                        new QueryParameter("title", "__title_en", "string@en", true, null, List.of()),
                        new QueryParameter("word", "_word", "string", false, null, List.of("one", "two")),
                        new QueryParameter("some_xy", "_some_xy", "string", false, null, List.of("x y")));
        assertThat(query.parameters().stream().filter(QueryParameter::required))
                .extracting(QueryParameter::name)
                .containsExactly("word", "some_xy");
    }

    @Test
    void readsTagsOnOneLineAndNoHeaderAtAll() {
        assertThat(StoredQuery.of("q", "#+ tags: [a, \"b\"]\nASK {}").tags()).containsExactly("a", "b");
        assertThat(StoredQuery.of("q", "ASK {}"))
                .isEqualTo(new StoredQuery("q", "", "", List.of(), "Table", List.of(), "ASK {}"));
    }

    @Test
    void namesQueriesByTheirPaths(@TempDir Path dir) throws Exception {
        Files.createDirectories(dir.resolve("land"));
        Files.writeString(dir.resolve("land/claims.rq"), QUERY);
        Files.writeString(dir.resolve("actors.rq"), "ASK {}");
        Files.writeString(dir.resolve("README.md"), "no query");

        QueryCatalogue catalogue = QueryCatalogue.of(dir);

        assertThat(catalogue.queries()).extracting(StoredQuery::name).containsExactly("actors", "land/claims");
        assertThat(catalogue.find("land/claims")).isPresent();
        assertThat(catalogue.find("claims")).isEmpty();
    }

    @Test
    void readsTheShippedQueries() {
        assertThat(QueryCatalogue.shipped().queries()).allSatisfy(query -> {
            assertThat(query.summary()).isNotBlank();
            assertThat(SparqlText.parse(query, query.tags().contains("federated")))
                    .isNotNull();
        });
    }

    @Test
    void findsOneShippedQueryWithoutTheOthers() {
        assertThat(QueryCatalogue.shipped("events/by-type"))
                .isEqualTo(QueryCatalogue.shipped().find("events/by-type"))
                .isPresent();
        assertThat(QueryCatalogue.shipped("by-type")).isEmpty();
        assertThat(QueryCatalogue.shipped("")).isEmpty();
    }

    @Test
    void readsQueriesOutOfAJar(@TempDir Path dir) throws Exception {
        Path jar = dir.resolve("with space.jar");
        try (java.nio.file.FileSystem zip = java.nio.file.FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.createDirectories(zip.getPath("queries/land"));
            Files.writeString(zip.getPath("queries/land/claims.rq"), "ASK {}");
        }

        Map<String, Supplier<StoredQuery>> queries =
                QueryCatalogue.inResource(java.net.URI.create("jar:" + jar.toUri() + "!/queries"));

        assertThat(queries).containsOnlyKeys("land/claims");
    }

    @Test
    void readsAFileOfTheUsers(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("mine.rq"), "ASK {}");
        Path latin = Files.write(dir.resolve("latin.rq"), new byte[] {'#', (byte) 0xE9});

        assertThat(StoredQuery.read(file).name()).isEqualTo(file.toString());
        assertThatThrownBy(() -> StoredQuery.read(dir.resolve("none")))
                .isInstanceOf(StoreException.class)
                .hasMessage("no such query or file: " + dir.resolve("none"));
        assertThatThrownBy(() -> StoredQuery.read(latin)).hasMessage("not UTF-8: " + latin);
        assertThatThrownBy(() -> StoredQuery.read(dir)).hasMessageStartingWith("cannot read the query");
        assertThatThrownBy(() -> QueryCatalogue.of(dir.resolve("none")))
                .hasMessageStartingWith("cannot read the queries");
    }
}
