package org.casus.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/** Answers who asks the endpoint nothing with what it is (SPARQL 1.1 Service Description). */
final class ServiceDescription implements Filter {
    private static final String TEXT = """
            @prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
            @prefix formats: <http://www.w3.org/ns/formats/> .
            <> a sd:Service ;
                sd:endpoint <> ;
                sd:supportedLanguage sd:SPARQL11Query ;
                sd:feature sd:UnionDefaultGraph, sd:EmptyGraphs ;
                sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV,
                    formats:SPARQL_Results_TSV, formats:Turtle, formats:N-Triples, formats:JSON-LD, formats:RDF_XML ;
                sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ] .
            """;

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        if (request.getMethod().equals("GET") && request.getQueryString() == null) {
            Model description = ModelFactory.createDefaultModel();
            RDFDataMgr.read(
                    description, new StringReader(TEXT), request.getRequestURL().toString(), Lang.TURTLE);
            new RdfAnswer(request, (HttpServletResponse) out).send(description);
        } else {
            chain.doFilter(in, out);
        }
    }
}
