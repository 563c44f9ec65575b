package org.casus.store;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A scope to the claims of a store that lie in it: reports, and statements on lands, offices, relations and words. */
public final class Selection {
    private static final Set<Node> CLAIMS = nodes(
            Vocabulary.EVENT_REPORT,
            Vocabulary.TERRITORIAL_STATEMENT,
            Vocabulary.OFFICE_HOLDING,
            Vocabulary.RELATION_STATEMENT,
            Vocabulary.STATEMENT);
    private static final Set<Node> ROLES = nodes(
            Vocabulary.SOURCE,
            Vocabulary.TARGET,
            Vocabulary.PLACE,
            Vocabulary.ORIGIN,
            Vocabulary.DESTINATION,
            Vocabulary.TERRITORY,
            Vocabulary.HOLDER,
            Vocabulary.FORMER_HOLDER,
            Vocabulary.STATED_BY,
            Vocabulary.RECOGNISED_BY,
            Vocabulary.PERSON,
            Vocabulary.OFFICE_OF,
            Vocabulary.SUBJECT,
            Vocabulary.OBJECT);
    private static final Node PUBLISHED = NodeFactory.createURI("https://schema.org/datePublished");
    private static final StoredQuery CENTRE = StoredQuery.of("--around", "SELECT * { ?_around_iri ?p ?o }");

    private final Dataset dataset;
    private final DatasetGraph quads;
    private final Scope scope;

    private Selection(Dataset dataset, Scope scope) {
        this.dataset = dataset;
        this.quads = dataset.asDatasetGraph();
        this.scope = scope;
    }

    /** The claims in a scope, in the order of their IRIs. */
    public static Set<Node> claims(Dataset dataset, Scope scope) {
        return new Selection(dataset, scope).claims();
    }

    /** The events in a scope, in the order of their IRIs. */
    public static Set<Node> events(Dataset dataset, Scope scope) {
        DatasetGraph quads = dataset.asDatasetGraph();
        return scope.isWhole()
                ? ordered(quads.stream(StoreGraph.EVENTS.node(), Node.ANY, RDF.type.asNode(), Vocabulary.EVENT.asNode())
                        .map(Quad::getSubject))
                : ordered(claims(dataset, scope).stream().flatMap(claim -> eventsOf(quads, claim)));
    }

    static Stream<Node> eventsOf(DatasetGraph quads, Node claim) {
        return quads.stream(StoreGraph.EVENTS.node(), claim, Vocabulary.REPORTS.asNode(), Node.ANY)
                .map(Quad::getObject);
    }

    private Set<Node> claims() {
        Set<Node> chosen = null;
        if (!scope.articles().isEmpty()) {
            chosen = both(chosen, ofArticles());
        }
        if (!scope.events().isEmpty()) {
            chosen = both(chosen, ofEvents());
        }
        if (scope.query() != null) {
            chosen = both(chosen, ofAnswer(scope.query()));
        }
        if (scope.around() != null) {
            chosen = both(chosen, around(scope.around()));
        }
        Stream<Node> all = chosen == null ? allClaims() : chosen.stream();
        return ordered(scope.since() == null && scope.until() == null ? all : all.filter(this::isInTime));
    }

    private static Set<Node> both(@Nullable Set<Node> one, Set<Node> other) {
        if (one != null) {
            other.retainAll(one);
        }
        return other;
    }

    private Stream<Node> allClaims() {
        return CLAIMS.stream()
                .flatMap(type -> quads.stream(Node.ANY, Node.ANY, RDF.type.asNode(), type))
                .filter(quad -> !StoreGraph.holds(quad.getGraph()))
                .map(Quad::getSubject);
    }

    private Set<Node> ofArticles() {
        ArticleGraphs articles = new ArticleGraphs(quads);
        Set<Node> claims = new HashSet<>();
        for (String article : scope.articles()) {
            Set<Node> graphs = articles.named(article);
            if (graphs.isEmpty()) {
                throw new StoreException("no such article in the store: " + article);
            }
            graphs.forEach(graph -> claims.addAll(in(graph)));
        }
        return claims;
    }

    private Set<Node> in(Node graph) {
        return CLAIMS.stream()
                .flatMap(type -> quads.stream(graph, Node.ANY, RDF.type.asNode(), type))
                .map(Quad::getSubject)
                .collect(Collectors.toSet());
    }

    private Set<Node> ofEvents() {
        Set<Node> claims = new HashSet<>();
        for (String event : scope.events()) {
            Set<Node> named = claimsNamed(NodeFactory.createURI(event));
            if (named.isEmpty()) {
                named = claimsNamed(NodeFactory.createURI(Vocabulary.DATA + "event/" + event));
            }
            if (named.isEmpty()) {
                throw new StoreException("no such event, report or statement in the store: " + event);
            }
            claims.addAll(named);
        }
        return claims;
    }

    /** The claim of this name, the reports of the event or the claims of the article of this name. */
    private Set<Node> claimsNamed(Node name) {
        if (quads.stream(Node.ANY, name, RDF.type.asNode(), Node.ANY)
                .anyMatch(quad -> CLAIMS.contains(quad.getObject()))) {
            return Set.of(name);
        }
        return quads.stream(StoreGraph.EVENTS.node(), Node.ANY, Vocabulary.REPORTS.asNode(), name)
                .map(Quad::getSubject)
                .collect(Collectors.toSet());
    }

    private Set<Node> ofAnswer(StoredQuery query) {
        Set<Node> named = new AnswerNodes(dataset).named(query, scope.values());
        Set<Node> claims = new HashSet<>();
        named.forEach(node -> claims.addAll(claimsNamed(node)));
        ArticleGraphs articles = new ArticleGraphs(quads);
        named.stream()
                .filter(node -> quads.contains(Node.ANY, node, RDF.type.asNode(), Vocabulary.ARTICLE.asNode()))
                .flatMap(article -> articles.named(article.getURI()).stream())
                .forEach(graph -> claims.addAll(in(graph)));
        if (claims.isEmpty()) {
            throw new StoreException(
                    "the answer of %s names no event, report, statement or article".formatted(query.name()));
        }
        return claims;
    }

    private Set<Node> around(String word) {
        Node centre = new ParameterBinder(quads, Prefixes.mapping(), note -> {})
                .bind(CENTRE, Map.of("around", word))
                .get(Var.alloc("_around_iri"));
        Set<Node> claims = new HashSet<>();
        Set<Node> reached = new HashSet<>(Set.of(centre));
        Set<Node> edge = Set.of(centre);
        for (int hop = 0; hop < scope.hops(); hop++) {
            Set<Node> fresh = edge.stream().flatMap(this::claimsOf).collect(Collectors.toSet());
            fresh.removeAll(claims);
            claims.addAll(fresh);
            edge = fresh.stream().flatMap(this::parties).filter(reached::add).collect(Collectors.toSet());
        }
        if (claims.isEmpty()) {
            throw new StoreException("nothing in the store is said of " + word);
        }
        return claims;
    }

    private Stream<Node> claimsOf(Node entity) {
        return quads.stream(Node.ANY, Node.ANY, Node.ANY, entity)
                .filter(quad -> ROLES.contains(quad.getPredicate()) && !StoreGraph.holds(quad.getGraph()))
                .map(Quad::getSubject);
    }

    private Stream<Node> parties(Node claim) {
        return quads.stream(Node.ANY, claim, Node.ANY, Node.ANY)
                .filter(quad ->
                        ROLES.contains(quad.getPredicate()) && quad.getObject().isURI())
                .map(Quad::getObject);
    }

    /** A claim without a time of its own is of the day on which its article was published. */
    private boolean isInTime(Node claim) {
        Optional<String> first =
                day(claim, List.of(Vocabulary.FIRST_DAY, Vocabulary.EARLIEST_FROM, Vocabulary.EARLIEST_AS_OF));
        Optional<String> last =
                day(claim, List.of(Vocabulary.LAST_DAY, Vocabulary.LATEST_UNTIL, Vocabulary.LATEST_AS_OF));
        Optional<String> published = first.isPresent() || last.isPresent() ? Optional.empty() : published(claim);
        return first.or(() -> last)
                        .or(() -> published)
                        .filter(day -> isNotAfter(day, scope.until()))
                        .isPresent()
                && last.or(() -> first)
                        .or(() -> published)
                        .filter(day -> isNotBefore(day, scope.since()))
                        .isPresent();
    }

    private static boolean isNotAfter(String day, @Nullable LocalDate until) {
        return until == null || day.compareTo(until.toString()) <= 0;
    }

    private static boolean isNotBefore(String day, @Nullable LocalDate since) {
        return since == null || day.compareTo(since.toString()) >= 0;
    }

    private Optional<String> day(Node claim, List<Property> properties) {
        return properties.stream()
                .flatMap(property -> values(claim, property.asNode()))
                .findFirst()
                .map(Node::getLiteralLexicalForm);
    }

    private Optional<String> published(Node claim) {
        return values(claim, Vocabulary.IN_ARTICLE.asNode())
                .flatMap(article -> values(article, PUBLISHED))
                .findFirst()
                .map(Node::getLiteralLexicalForm)
                .map(date -> date.substring(0, Math.min(date.length(), 10)));
    }

    private Stream<Node> values(Node subject, Node property) {
        Iterator<Quad> found = quads.find(Node.ANY, subject, property, Node.ANY);
        return Iter.toList(found).stream().map(Quad::getObject);
    }

    private static Set<Node> ordered(Stream<Node> nodes) {
        Map<String, Node> byName = new TreeMap<>();
        nodes.forEach(node -> byName.put(node.getURI(), node));
        return new LinkedHashSet<>(byName.values());
    }

    private static Set<Node> nodes(Resource... resources) {
        return Stream.of(resources).map(Resource::asNode).collect(ImmutableSet.toImmutableSet());
    }
}
