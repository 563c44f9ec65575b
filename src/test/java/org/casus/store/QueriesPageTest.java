package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/queries.md} is written from the headers of the queries; {@code -Dcasus.answers=write} writes it again.
 */
class QueriesPageTest {
    private static final Path PAGE = Path.of("docs/queries.md");
    private static final Path HEAD = Path.of("src/test/resources/queries/page.md");
    private static final Pattern NAMED = Pattern.compile("\\[([a-z]+/[a-z-]+)\\]\\(#([a-z-]+)\\)");

    private final List<StoredQuery> queries = QueryCatalogue.shipped().queries();

    @Test
    void saysWhatTheHeadersSay() throws IOException {
        String page = page();

        if ("write".equals(System.getProperty("casus.answers"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void answersThirtyQuestionsWithQueriesThatThereAre() throws IOException {
        String head = Files.readString(HEAD);

        assertThat(head.lines().filter(line -> line.contains("? | ["))).hasSize(30);
        assertThat(NAMED.matcher(head).results()).allSatisfy(match -> {
            assertThat(queries).extracting(StoredQuery::name).contains(match.group(1));
            assertThat(match.group(2)).isEqualTo(match.group(1).replace("/", ""));
        });
    }

    private String page() throws IOException {
        StringBuilder page = new StringBuilder(Files.readString(HEAD));
        String folder = "";
        for (StoredQuery query : queries) {
            String own = query.name().substring(0, query.name().indexOf('/'));
            if (!own.equals(folder)) {
                folder = own;
                page.append("\n## %s\n".formatted(own));
            }
            page.append(section(query));
        }
        return page.toString();
    }

    private static String section(StoredQuery query) {
        StringBuilder section = new StringBuilder("\n### %s\n\n**%s.** %s\n"
                .formatted(query.name(), query.summary().replaceAll("[.?]$", ""), query.description()));
        if (!query.parameters().isEmpty()) {
            section.append('\n');
        }
        query.parameters()
                .forEach(parameter -> section.append("- `%s`: %s\n".formatted(parameter.name(), told(parameter))));
        return section.append("\nShown as %s.\n".formatted(query.view())).toString();
    }

    private static String told(QueryParameter parameter) {
        return parameter.wanted()
                + (parameter.fallback() == null ? "; may be left out" : "; else " + parameter.fallback());
    }
}
