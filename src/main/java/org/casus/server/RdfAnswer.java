package org.casus.server;

import com.google.common.net.HttpHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;

/** A graph in the form that a request asks for: Turtle unless it says otherwise. */
final class RdfAnswer {
    static final String HTML = "text/html";
    private static final MediaType TURTLE = MediaType.create("text/turtle");
    private static final Map<String, RDFFormat> FORMATS = Map.of(
            "text/turtle", RDFFormat.TURTLE_PRETTY,
            "application/n-triples", RDFFormat.NTRIPLES,
            "application/ld+json", RDFFormat.JSONLD_PRETTY,
            "application/rdf+xml", RDFFormat.RDFXML_PRETTY);
    /** What {@code ?format=} may say. */
    private static final Map<String, String> SHORT = Map.of(
            "ttl",
            "text/turtle",
            "nt",
            "application/n-triples",
            "jsonld",
            "application/ld+json",
            "rdf",
            "application/rdf+xml");

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    RdfAnswer(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** True where the page is asked for rather than the data. */
    boolean wantsPage() {
        return request.getParameter("format") == null
                && chosen(AcceptList.create(
                                "text/turtle",
                                HTML,
                                "application/n-triples",
                                "application/ld+json",
                                "application/rdf+xml"))
                        .equals(HTML);
    }

    void send(Model graph) throws IOException {
        String format = request.getParameter("format");
        if (format != null && !SHORT.containsKey(format)) {
            Answer.fault(response, HttpServletResponse.SC_NOT_ACCEPTABLE, "format is one of ttl, nt, jsonld, rdf");
            return;
        }
        String type = format != null
                ? SHORT.getOrDefault(format, "")
                : chosen(AcceptList.create(
                        "text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        RDFDataMgr.write(body, graph, FORMATS.getOrDefault(type, RDFFormat.TURTLE_PRETTY));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        Answer.send(response, type, body.toByteArray());
    }

    private String chosen(AcceptList offers) {
        MediaType type = ConNeg.chooseContentType(request, offers, TURTLE);
        return type == null ? "text/turtle" : type.getContentTypeStr();
    }
}
