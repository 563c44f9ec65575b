package org.casus.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casus.article.Span;

/** One sentence with its tokens, basic dependency tree, names and times. */
public final class Sentence {
    private final int index;
    private final Span span;
    private final List<Token> tokens;
    private final List<EntityMention> names;
    private final List<TimeExpression> times;
    private final int[] governors;
    private final String[] relations;
    private final List<List<Integer>> dependents;

    /** @param dependencies one for each token, or none at all where the sentence was not parsed */
    public Sentence(
            int index,
            Span span,
            List<Token> tokens,
            List<Dependency> dependencies,
            List<EntityMention> names,
            List<TimeExpression> times) {
        this.index = index;
        this.span = span;
        this.tokens = List.copyOf(tokens);
        this.names = List.copyOf(names);
        this.times = List.copyOf(times);
        governors = new int[tokens.size()];
        relations = new String[tokens.size()];
        Arrays.fill(governors, Dependency.ROOT);
        Arrays.fill(relations, "dep");
        List<List<Integer>> below = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            below.add(new ArrayList<>());
        }
        for (Dependency dependency : dependencies) {
            governors[dependency.dependent()] = dependency.governor();
            relations[dependency.dependent()] = dependency.relation();
            if (dependency.governor() != Dependency.ROOT) {
                below.get(dependency.governor()).add(dependency.dependent());
            }
        }
        below.forEach(list -> list.sort(null));
        dependents = below.stream().map(List::copyOf).toList();
    }

    /** Its place in the article, from 0. */
    public int index() {
        return index;
    }

    public Span span() {
        return span;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    public List<EntityMention> names() {
        return names;
    }

    public List<TimeExpression> times() {
        return times;
    }

    /** Index of the governor of token {@code i}, or {@link Dependency#ROOT}. */
    public int governor(int i) {
        return governors[i];
    }

    /** Relation of token {@code i} to its governor; {@code dep} where the sentence was not parsed. */
    public String relation(int i) {
        return relations[i];
    }

    /** Tokens that depend on token {@code i}, in the order of the text. */
    public List<Integer> dependents(int i) {
        return dependents.get(i);
    }

    /** Index of the first token behind the dateline; 0 where the sentence has none. */
    public int datelineEnd() {
        return Dateline.end(tokens);
    }

    /** The name that covers token {@code i}. */
    public Optional<EntityMention> nameAt(int i) {
        return names.stream()
                .filter(name -> name.first() <= i && i < name.end())
                .findFirst();
    }

    @Override
    public String toString() {
        return String.join(" ", tokens.stream().map(Token::text).toList());
    }
}
