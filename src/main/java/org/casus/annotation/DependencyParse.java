package org.casus.annotation;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives a sentence its tree of basic Universal Dependencies. */
final class DependencyParse {
    /** Longer ones are lists and tables mostly; they are parsed in pieces. */
    private static final int LONGEST = 120;

    private static final int SHORTEST = 3;
    private static final Set<String> QUOTES = Set.of("``", "''");
    private static final Set<String> BREAKS = Set.of(",", ":", ";");

    /** The parser has not seen typographer's marks, and takes an unknown word for the head of the sentence. */
    private static final Map<String, String> PLAIN =
            Map.of("“", "\"", "”", "\"", "’s", "'s", "’", "'", "–", "--", "—", "--", "…", "...");

    private final ArcStandardParser parser;

    private DependencyParse(ArcStandardParser parser) {
        this.parser = parser;
    }

    static DependencyParse load() {
        return new DependencyParse(ArcStandardParser.load(DependencyParser.DEFAULT_MODEL));
    }

    /** One dependency for each token, or none where the sentence is not worth a parse. */
    List<Dependency> parse(List<CoreLabel> labels, List<Token> tokens) {
        if (tokens.size() < SHORTEST || tokens.stream().noneMatch(DependencyParse::predicates)) {
            return List.of();
        }
        List<Dependency> dependencies = new ArrayList<>(tokens.size());
        int start = Dateline.end(tokens);
        int addition = AttributionTail.addition(tokens);
        List<Token> told = addition < 0 ? tokens : tokens.subList(0, addition - 1);
        @Nullable AttributionTail tail = AttributionTail.of(told).orElse(null);
        int root;
        if (tail == null || tail.comma() - start < SHORTEST) {
            root = pieces(labels, tokens, start, tokens.size(), dependencies);
        } else {
            root = speaking(labels, told, tail, dependencies);
            int said = pieces(labels, tokens, start, tail.comma(), dependencies);
            dependencies.add(new Dependency(root, said, "ccomp"));
            dependencies.add(new Dependency(root, tail.comma(), "punct"));
            if (addition >= 0) {
                headed(labels, tokens, addition, addition, dependencies);
                dependencies.add(new Dependency(root, addition, "advcl"));
                dependencies.add(new Dependency(addition, addition - 1, "punct"));
            }
        }
        dependencies.add(new Dependency(Dependency.ROOT, root, "root"));
        for (int i = 0; i < start; i++) {
            dependencies.add(new Dependency(root, i, "dep"));
        }
        return dependencies;
    }

    /**
     * Parses the tail, whose head is its verb, and whose subject is the noun before or after, whatever the parser saw.
     */
    private int speaking(List<CoreLabel> labels, List<Token> tokens, AttributionTail tail, List<Dependency> into) {
        int verb = tail.verb();
        List<Dependency> edges = new ArrayList<>();
        headed(labels, tokens, tail.comma() + 1, verb, edges);
        boolean named = edges.stream().anyMatch(edge -> edge.governor() == verb && isSubject(edge));
        for (Dependency edge : edges) {
            boolean subject = !named
                    && edge.governor() == verb
                    && tokens.get(edge.dependent()).isNoun()
                    && (edge.dependent() < verb || tail.verb() == tail.comma() + 1);
            into.add(subject ? new Dependency(verb, edge.dependent(), "nsubj") : edge);
            named |= subject;
        }
        return verb;
    }

    /** Parses the tokens from {@code first} to the last with that token for their head. */
    private void headed(List<CoreLabel> labels, List<Token> tokens, int first, int head, List<Dependency> into) {
        List<Dependency> edges = new ArrayList<>();
        int root = pieces(labels, tokens, first, tokens.size(), edges);
        if (root != head) {
            edges.removeIf(edge -> edge.dependent() == head);
            edges.add(new Dependency(head, root, "dep"));
        }
        into.addAll(edges);
    }

    private static boolean isSubject(Dependency edge) {
        return edge.relation().startsWith("nsubj");
    }

    /** Parses the tokens from {@code first} to {@code end}, and hands back their head, which gets no governor here. */
    private int pieces(List<CoreLabel> labels, List<Token> tokens, int first, int end, List<Dependency> into) {
        int stop = end - first <= LONGEST ? end : breakBefore(tokens, first);
        int root = piece(labels, tokens, first, stop, into);
        while (stop < end) {
            int next = stop;
            stop = end - next <= LONGEST ? end : breakBefore(tokens, next);
            into.add(new Dependency(root, piece(labels, tokens, next, stop, into), "parataxis"));
        }
        return root;
    }

    private static int breakBefore(List<Token> tokens, int first) {
        int latest = first + LONGEST;
        for (int i = latest; i > first + LONGEST / 2; i--) {
            if (BREAKS.contains(tokens.get(i - 1).pos())) {
                return i;
            }
        }
        return latest;
    }

    private int piece(List<CoreLabel> labels, List<Token> tokens, int first, int end, List<Dependency> into) {
        List<Word> words = new ArrayList<>(end - first);
        List<Integer> quotes = new ArrayList<>();
        for (int i = first; i < end; i++) {
            boolean outer = i == first || i >= end - 2;
            if (outer && QUOTES.contains(tokens.get(i).pos())) {
                quotes.add(i);
            } else {
                String word = labels.get(i).word();
                words.add(new Word(PLAIN.getOrDefault(word, word), tokens.get(i).pos(), i));
            }
        }
        int root = words.isEmpty() ? first : worded(words, into);
        for (int i : quotes) {
            if (i != root) {
                into.add(new Dependency(root, i, "punct"));
            }
        }
        return root;
    }

    private int worded(List<Word> words, List<Dependency> into) {
        PlainWording plain = PlainWording.of(words);
        List<Dependency> tree = tree(plain.words());
        Set<Integer> below = new HashSet<>();
        int root = plain.words().get(0).place();
        for (Dependency edge : tree) {
            int dependent = plain.words().get(edge.dependent()).place();
            if (edge.governor() == Dependency.ROOT) {
                root = dependent;
            } else if (plain.words().get(edge.governor()).place() == Word.ADDED) {
                return into(words, tree(words), into);
            } else if (dependent == Word.ADDED) {
                below.add(edge.governor());
            }
        }
        if (root == Word.ADDED) {
            return into(words, tree(words), into);
        }
        tree.replaceAll(
                edge -> below.contains(edge.dependent()) && edge.relation().equals("acl:relcl")
                        ? new Dependency(edge.governor(), edge.dependent(), "acl")
                        : edge);
        plain.asides().forEach(aside -> into.add(new Dependency(aside.verb(), aside.place(), aside.relation())));
        for (SubordinateClauses.Relative relative : plain.clauses().relatives()) {
            into.add(new Dependency(relative.noun(), worded(relative.words(), into), "acl:relcl"));
        }
        List<Word> opening = plain.clauses().opening();
        if (!opening.isEmpty()) {
            into.add(new Dependency(root, worded(opening, into), "advcl"));
        }
        return into(plain.words(), tree, into);
    }

    private List<Dependency> tree(List<Word> words) {
        return parser.parse(
                words.stream().map(Word::form).toList(),
                words.stream().map(Word::tag).toList());
    }

    private static int into(List<Word> words, List<Dependency> tree, List<Dependency> into) {
        int root = words.get(0).place();
        for (Dependency edge : tree) {
            int dependent = words.get(edge.dependent()).place();
            if (edge.governor() == Dependency.ROOT) {
                root = dependent;
            } else if (dependent != Word.ADDED) {
                into.add(new Dependency(words.get(edge.governor()).place(), dependent, edge.relation()));
            }
        }
        return root;
    }

    private static boolean predicates(Token token) {
        return token.isVerb() || token.isNoun();
    }
}
