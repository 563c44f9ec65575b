package org.casus.graph;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.casus.annotation.Sentence;
import org.casus.article.Article;
import org.casus.article.Span;
import org.casus.entity.LinkedArticle;

/** An article's graph in the making, and the stretches of its text that many parts share. */
final class Draft {
    private final LinkedArticle linked;
    private final Resource articleNode;
    private final Model model = ModelFactory.createDefaultModel();
    private final Map<Integer, Sentence> sentences;

    Draft(LinkedArticle linked) {
        this.linked = linked;
        articleNode = model.createResource(Iris.article(article().id()));
        sentences = linked.extraction().annotated().sentences().stream()
                .collect(Collectors.toMap(Sentence::index, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    Model model() {
        return model;
    }

    LinkedArticle linked() {
        return linked;
    }

    Article article() {
        return linked.extraction().annotated().article();
    }

    Resource articleNode() {
        return articleNode;
    }

    String articleIri() {
        return articleNode.getURI();
    }

    /** Gives a node its type; true where it had none before, and so its properties are still to be written. */
    boolean begin(Resource node, Resource type) {
        boolean first = !model.contains(node, RDF.type);
        add(node, RDF.type, type);
        return first;
    }

    Resource node(String iri) {
        return model.createResource(iri);
    }

    void add(Resource subject, Property property, RDFNode value) {
        model.add(subject, property, value);
    }

    void add(Resource subject, Property property, Optional<? extends RDFNode> value) {
        value.ifPresent(known -> model.add(subject, property, known));
    }

    /** The sentence with its words, written when it is first asked for. */
    Resource sentence(int index) {
        Sentence sentence = sentences.get(index);
        if (sentence == null) {
            throw new IllegalArgumentException(
                    "%s: no sentence %d".formatted(article().id(), index));
        }
        return stretch("sentence", Vocabulary.SENTENCE, sentence.span());
    }

    /** The words of a trigger, with their dictionary form. */
    Resource trigger(Span span) {
        Resource node = stretch("trigger", Vocabulary.TRIGGER_CLASS, span);
        String lemma = sentences.values().stream()
                .filter(sentence -> sentence.span().overlaps(span))
                .flatMap(sentence -> sentence.tokens().stream())
                .filter(token -> token.span().overlaps(span))
                .map(token -> token.lemma().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        if (!lemma.isEmpty()) {
            add(node, Vocabulary.LEMMA, Literals.text(lemma));
        }
        return node;
    }

    private Resource stretch(String kind, Resource type, Span span) {
        Resource node = node(Iris.part(articleIri(), kind, span));
        if (begin(node, type)) {
            offsets(node, span);
        }
        return node;
    }

    /** Where in the text a node is, and the words there. */
    void offsets(Resource node, Span span) {
        add(node, Standard.BEGIN_INDEX, Literals.offset(span.begin()));
        add(node, Standard.END_INDEX, Literals.offset(span.end()));
        add(node, Standard.ANCHOR_OF, Literals.text(span.of(article().text())));
        add(node, Standard.REFERENCE_CONTEXT, articleNode);
    }

    /** Ties what is drawn from a sentence to it. */
    void evidence(Resource node, int sentence) {
        add(node, Vocabulary.IN_ARTICLE, articleNode);
        add(node, Vocabulary.IN_SENTENCE, sentence(sentence));
    }
}
