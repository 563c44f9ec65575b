package org.casus.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/** The files of the folder {@code ontology}, as they were shipped with this build. */
public enum Ontology {
    CASUS("casus.ttl"),
    PLOVER("plover.ttl"),
    CAMEO("cameo.ttl"),
    SHAPES("shapes.ttl");

    private final String file;

    Ontology(String file) {
        this.file = file;
    }

    /** What the file holds: a new model at each call. */
    public Model model() {
        String path = "/ontology/" + file;
        try (InputStream in = Objects.requireNonNull(Ontology.class.getResourceAsStream(path), path)) {
            Model model = ModelFactory.createDefaultModel();
            RDFDataMgr.read(model, in, Lang.TURTLE);
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** The ontology and both schemes: what the vocabulary graph of a store holds. */
    public static Model vocabulary() {
        return CASUS.model().add(PLOVER.model()).add(CAMEO.model());
    }
}
