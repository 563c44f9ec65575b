package org.casus.export;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;
import org.casus.store.EventStore;
import org.casus.store.Evidence;
import org.casus.store.ExportTarget;
import org.casus.store.Scope;
import org.casus.store.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Each claim as a nanopublication (https://nanopub.net/guidelines): what it says, on what it stands, and how it was
 * made. They are not signed and bear no hash of their own, and no clock is in them.
 */
public final class Nanopublications {
    private static final String NP = "http://www.nanopub.org/nschema#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final Map<String, String> PREFIXES = Map.of("np", NP, "np-data", Vocabulary.DATA + "nanopub/");
    private static final Node DERIVED = NodeFactory.createURI(PROV + "wasDerivedFrom");
    private static final Node GENERATED = NodeFactory.createURI(PROV + "wasGeneratedBy");
    /** What is said of a claim that is not what it claims. */
    private static final Set<Node> STANDS_ON = nodes(
            Vocabulary.IN_ARTICLE,
            Vocabulary.IN_SENTENCE,
            Vocabulary.TRIGGER,
            Vocabulary.ALSO_TRIGGER,
            Vocabulary.VOICE,
            Vocabulary.CONFIDENCE,
            Vocabulary.RULE,
            Vocabulary.SOURCE_MENTION,
            Vocabulary.TARGET_MENTION,
            Vocabulary.PLACE_MENTION,
            Vocabulary.ORIGIN_MENTION,
            Vocabulary.DESTINATION_MENTION,
            Vocabulary.TERRITORY_MENTION,
            Vocabulary.HOLDER_MENTION,
            Vocabulary.FORMER_HOLDER_MENTION,
            Vocabulary.STATED_BY_MENTION,
            Vocabulary.RECOGNISED_BY_MENTION,
            Vocabulary.PERSON_MENTION,
            Vocabulary.OFFICE_OF_MENTION,
            Vocabulary.SUBJECT_MENTION,
            Vocabulary.OBJECT_MENTION);

    private static final Set<Node> MAKING = nodes(Vocabulary.EXTRACTION, Vocabulary.SOFTWARE, Vocabulary.ARTICLE_GRAPH);

    private final @Nullable String licence;

    /** @param licence the IRI of the licence that they are given, or null */
    public Nanopublications(@Nullable String licence) {
        this.licence = licence;
    }

    /** Writes the claims in a scope as TriG; a limit counts nanopublications. */
    public void write(EventStore store, Scope scope, ExportTarget target) {
        store.read(dataset -> {
            try {
                write(dataset, scope, target);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            return true;
        });
    }

    private void write(Dataset dataset, Scope scope, ExportTarget target) throws IOException {
        OutputStream out = target.next();
        SortedTurtle trig = SortedTurtle.trig(out, PREFIXES);
        long written = 0;
        for (Node claim : Selection.claims(dataset, scope)) {
            if (written == target.limit()) {
                trig.end();
                out.close();
                out = target.next();
                trig = SortedTurtle.trig(out, PREFIXES);
                written = 0;
            }
            write(claim, Evidence.of(dataset.asDatasetGraph(), claim), trig);
            written++;
        }
        trig.end();
        out.close();
    }

    private void write(Node claim, List<Quad> evidence, SortedTurtle trig) {
        String iri = Vocabulary.DATA + "nanopub/" + claim.getURI().substring(Vocabulary.DATA.length());
        Node publication = NodeFactory.createURI(iri);
        Node assertion = NodeFactory.createURI(iri + "#assertion");
        Node provenance = NodeFactory.createURI(iri + "#provenance");
        Node info = NodeFactory.createURI(iri + "#info");
        Node head = NodeFactory.createURI(iri + "#head");
        Set<Node> making = making(evidence);
        List<Triple> claimed = new ArrayList<>();
        List<Triple> standsOn = new ArrayList<>();
        List<Triple> made = new ArrayList<>();
        for (Quad quad : evidence) {
            Triple triple = quad.asTriple();
            if (isClaimed(claim, triple)) {
                claimed.add(triple);
            } else if (making.contains(triple.getSubject())) {
                made.add(triple);
            } else if (!quad.getGraph().hasURI(Vocabulary.EVENTS_GRAPH)) {
                standsOn.add(triple);
            }
            if (triple.getSubject().equals(claim) && isEvidence(triple)) {
                standsOn.add(Triple.create(assertion, DERIVED, triple.getObject()));
            }
            if (triple.getPredicate().equals(GENERATED)) {
                standsOn.add(Triple.create(assertion, GENERATED, triple.getObject()));
                made.add(Triple.create(publication, GENERATED, triple.getObject()));
            }
        }
        if (licence != null) {
            made.add(Triple.create(publication, DCTerms.license.asNode(), NodeFactory.createURI(licence)));
        }
        trig.add(
                head,
                List.of(
                        Triple.create(publication, RDF.type.asNode(), NodeFactory.createURI(NP + "Nanopublication")),
                        Triple.create(publication, NodeFactory.createURI(NP + "hasAssertion"), assertion),
                        Triple.create(publication, NodeFactory.createURI(NP + "hasProvenance"), provenance),
                        Triple.create(publication, NodeFactory.createURI(NP + "hasPublicationInfo"), info)));
        trig.add(assertion, claimed);
        trig.add(provenance, standsOn);
        trig.add(info, made);
    }

    private static boolean isEvidence(Triple triple) {
        return triple.getPredicate().equals(Vocabulary.IN_ARTICLE.asNode())
                || triple.getPredicate().equals(Vocabulary.IN_SENTENCE.asNode());
    }

    private static boolean isClaimed(Node claim, Triple triple) {
        return triple.getSubject().equals(claim) && !STANDS_ON.contains(triple.getPredicate());
    }

    /** What the claim was made by, and with. */
    private static Set<Node> making(List<Quad> evidence) {
        return evidence.stream()
                .filter(quad -> quad.getPredicate().equals(RDF.type.asNode()) && MAKING.contains(quad.getObject()))
                .map(Quad::getSubject)
                .collect(Collectors.toSet());
    }

    private static Set<Node> nodes(Resource... resources) {
        return Stream.of(resources).map(Resource::asNode).collect(ImmutableSet.toImmutableSet());
    }
}
