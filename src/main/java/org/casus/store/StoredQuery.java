package org.casus.store;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SPARQL query with a name and parameters.
 *
 * @param name its path under {@code queries/} without {@code .rq}, or the file that it came from
 * @param view how its rows are best shown: Table, Map, Timeline, Graph or BarChart
 */
public record StoredQuery(
        String name,
        String summary,
        String description,
        List<String> tags,
        String view,
        List<QueryParameter> parameters,
        String text) {
    private static final Pattern VARIABLE = Pattern.compile("[?$](_\\w+)");
    private static final String SEARCH = "http://jena.apache.org/text#";
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");

    public StoredQuery {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
    }

    public static StoredQuery of(String name, String text) {
        QueryHeader header = QueryHeader.read(text);
        Set<String> variables = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(COMMENT.matcher(text).replaceAll(""));
        while (matcher.find()) {
            variables.add(matcher.group(1));
        }
        List<QueryParameter> parameters = variables.stream()
                .map(QueryParameter::of)
                .flatMap(Optional::stream)
                .map(parameter -> withDefault(parameter, header))
                .toList();
        return new StoredQuery(
                name, header.summary(), header.description(), header.tags(), header.view(), parameters, text);
    }

    /** Reads a file of the user's. */
    public static StoredQuery read(Path file) {
        try {
            return of(file.toString(), Files.readString(file));
        } catch (NoSuchFileException fault) {
            throw new StoreException("no such query or file: " + file, fault);
        } catch (CharacterCodingException fault) {
            throw new StoreException("not UTF-8: " + file, fault);
        } catch (IOException fault) {
            throw new StoreException("cannot read the query %s: %s".formatted(file, fault.getMessage()), fault);
        }
    }

    /** True where it asks the full-text index. */
    boolean searches() {
        return text.contains(SEARCH);
    }

    private static QueryParameter withDefault(QueryParameter parameter, QueryHeader header) {
        String byVariable = header.defaults().get(parameter.variable());
        return parameter.with(
                byVariable != null ? byVariable : header.defaults().get(parameter.name()),
                header.values().getOrDefault(parameter.name(), List.of()));
    }
}
