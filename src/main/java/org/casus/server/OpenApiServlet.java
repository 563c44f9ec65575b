package org.casus.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Suppliers;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.casus.store.QueryCatalogue;
import org.casus.store.QueryParameter;
import org.casus.store.StoredQuery;

/** The stored queries as OpenAPI 3.0 describes them, made from their headers. */
final class OpenApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String DESCRIPTION = "description";
    private static final String SCHEMA = "schema";

    private final transient ObjectMapper json = new ObjectMapper();
    private final transient Supplier<ObjectNode> document;

    OpenApiServlet(Supplier<QueryCatalogue> catalogue, ServerSettings settings) {
        document = Suppliers.memoize(() -> document(catalogue.get(), settings));
    }

    private ObjectNode document(QueryCatalogue catalogue, ServerSettings settings) {
        ObjectNode document = json.createObjectNode().put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", "Casus")
                .put("version", "1")
                .put(
                        DESCRIPTION,
                        "The stored queries over a graph of events that news articles report. Actors and places are"
                                + " given by IRI, by Wikidata identifier or by a name that only one thing has.");
        ObjectNode paths = document.putObject("paths");
        catalogue.queries().forEach(query -> describe(paths.putObject("/api/queries/" + query.name()), query));
        if (settings.extract() != null) {
            ObjectNode extract = paths.putObject("/api/extract");
            describeExtract(extract.putObject("post"));
            extract.putObject("get")
                    .put("operationId", "extract-settings")
                    .put("summary", "A hash of the program, the tables and the options that articles are read with")
                    .putObject("responses")
                    .putObject("200")
                    .put(DESCRIPTION, "The hash.")
                    .putObject("content")
                    .putObject("text/plain");
        }
        return document;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.send(response, "application/json", json.writeValueAsBytes(document.get()));
    }

    private void describe(ObjectNode path, StoredQuery query) {
        ObjectNode get = path.putObject("get");
        get.put("operationId", query.name().replace('/', '-')).put("summary", query.summary());
        if (!query.description().isEmpty()) {
            get.put(DESCRIPTION, query.description());
        }
        get.set("tags", json.valueToTree(query.tags()));
        ArrayNode parameters = get.putArray("parameters");
        query.parameters().stream().distinct().forEach(parameter -> describe(parameters.addObject(), parameter));
        parameters
                .addObject()
                .put("name", "format")
                .put("in", "query")
                .put(DESCRIPTION, "Instead of the Accept header.")
                .putObject(SCHEMA)
                .put("type", "string")
                .set(
                        "enum",
                        json.createArrayNode().add("json").add("csv").add("tsv").add("xml"));
        ObjectNode responses = get.putObject("responses");
        ObjectNode content =
                responses.putObject("200").put(DESCRIPTION, "The rows.").putObject("content");
        for (QueriesServlet.ResultType type : QueriesServlet.ResultType.values()) {
            content.putObject(type.mediaType());
        }
        responses.putObject("400").put(DESCRIPTION, "A parameter is wrong.");
        responses.putObject("413").put(DESCRIPTION, "It gave too many rows.");
        responses.putObject("429").put(DESCRIPTION, "Too many queries at once.");
        responses.putObject("503").put(DESCRIPTION, "It took too long.");
    }

    private static void describe(ObjectNode node, QueryParameter parameter) {
        node.put("name", parameter.name()).put("in", "query").put("required", parameter.required());
        ObjectNode schema = node.putObject(SCHEMA);
        switch (parameter.type()) {
            case "xsd:date" -> schema.put("type", "string").put("format", "date");
            case "xsd:integer" -> schema.put("type", "integer");
            case "xsd:decimal", "xsd:double" -> schema.put("type", "number");
            case "xsd:boolean" -> schema.put("type", "boolean");
            default -> schema.put("type", "string");
        }
        node.put(DESCRIPTION, parameter.wanted());
        if (parameter.fallback() != null) {
            schema.put("default", parameter.fallback());
        }
        if (!parameter.values().isEmpty()) {
            parameter.values().forEach(schema.putArray("enum")::add);
        }
    }

    private static void describeExtract(ObjectNode post) {
        post.put("operationId", "extract").put("summary", "What an article says, without storing it");
        post.putArray("parameters")
                .addObject()
                .put("name", "explain")
                .put("in", "query")
                .put(DESCRIPTION, "false leaves out which rule made each event.")
                .putObject(SCHEMA)
                .put("type", "boolean");
        ObjectNode body = post.putObject("requestBody").put("required", true).putObject("content");
        body.putObject("application/json");
        body.putObject("text/plain");
        ObjectNode responses = post.putObject("responses");
        responses
                .putObject("200")
                .put(DESCRIPTION, "The extraction.")
                .putObject("content")
                .putObject("application/json");
        responses.putObject("400").put(DESCRIPTION, "It cannot be read.");
        responses.putObject("413").put(DESCRIPTION, "It is too long.");
        responses.putObject("429").put(DESCRIPTION, "Too many articles at once.");
        responses.putObject("503").put(DESCRIPTION, "It took too long.");
    }
}
