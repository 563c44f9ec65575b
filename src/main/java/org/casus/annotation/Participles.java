package org.casus.annotation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hangs a participle on what it tells of, the object before it or who comments, where the parser does not. */
final class Participles {
    private static final Set<String> LOOSE = Set.of("dep", "conj", "advcl");

    private static final Set<String> ADDRESSING = Set.of(
            "write", "march", "walk", "rally", "gather", "protest", "demonstrate", "parade", "assemble", "petition");
    private static final Set<String> TELLING = Set.of(
            "tell",
            "order",
            "urge",
            "ask",
            "warn",
            "call",
            "appeal",
            "demand",
            "request",
            "instruct",
            "command",
            "invite",
            "beg",
            "refuse",
            "decline",
            "want",
            "vow",
            "promise");
    private static final Set<String> COMMENTING = WordList.read("commenting-participles.txt");

    private final List<Token> tokens;
    private final List<Dependency> dependencies;

    /** @param dependencies at most one for each token, in any order */
    Participles(List<Token> tokens, List<Dependency> dependencies) {
        this.tokens = tokens;
        this.dependencies = dependencies;
    }

    List<Dependency> mend() {
        return dependencies.stream().map(this::mended).toList();
    }

    private Dependency mended(Dependency dependency) {
        if (isLooseParticiple(dependency)) {
            return objectBefore(dependency)
                    .map(object -> new Dependency(object, dependency.dependent(), "acl"))
                    .orElse(dependency);
        }
        Optional<Integer> speaker = isAddition(dependency)
                ? saying(dependency.governor())
                : isComment(dependency) ? verb(dependency.governor()).flatMap(this::finite) : Optional.empty();
        return speaker.map(verb -> new Dependency(verb, dependency.dependent(), "advcl"))
                .orElse(dependency);
    }

    /**
     * "Told the envoy to leave, accusing him of spying", "wrote to the king asking for help", "attacked Ali accusing
     * him": who told, wrote and attacked; but a report accuses itself.
     */
    private boolean isComment(Dependency dependency) {
        int participle = dependency.dependent();
        String word = tokens.get(participle).text();
        boolean comments =
                COMMENTING.contains(word) || (word.equals("calling") && isFollowedBy(participle, "for|on|upon"));
        if (participle == 0 || !comments || isFollowedBy(participle, "(it|him|her)self|themselves")) {
            return false;
        }
        boolean named = tokens.get(Math.max(0, dependency.governor())).isProper();
        return dependency.relation().equals("acl")
                ? isAddressed(dependency.governor()) || (named && isFollowedBy(participle, "him|her|them|it"))
                : LOOSE.contains(dependency.relation())
                        && tokens.get(participle - 1).text().equals(",");
    }

    private boolean isFollowedBy(int token, String words) {
        return token + 1 < tokens.size() && tokens.get(token + 1).text().matches(words);
    }

    /** "Wrote to the king", "rallied outside the palace"; but not "rallied against a law". */
    private boolean isAddressed(int noun) {
        boolean there = dependencies.stream()
                .filter(edge -> edge.governor() == noun && edge.relation().equals("case"))
                .anyMatch(edge -> tokens.get(edge.dependent())
                        .text()
                        .matches("to|at|outside|before|on|through|past|towards?|near"));
        return there
                && dependencies.stream()
                        .filter(edge ->
                                edge.dependent() == noun && edge.relation().equals("obl"))
                        .anyMatch(edge ->
                                ADDRESSING.contains(tokens.get(edge.governor()).lemma()));
    }

    /** The token itself, or the verb that it is an argument of. */
    private Optional<Integer> verb(int token) {
        return tokens.get(token).isVerb()
                ? Optional.of(token)
                : dependencies.stream()
                        .filter(edge ->
                                edge.dependent() == token && edge.relation().matches("obj|iobj|obl|nmod"))
                        .findFirst()
                        .flatMap(edge -> verb(edge.governor()));
    }

    /** A verb, or the one above what somebody is told, or refuses, to do. */
    private Optional<Integer> finite(int verb) {
        if (tokens.get(verb).pos().matches("VB[DZPN]")) {
            return Optional.of(verb);
        }
        boolean infinitive = verb > 0
                && tokens.get(verb).pos().equals("VB")
                && tokens.get(verb - 1).text().equals("to");
        return dependencies.stream()
                .filter(edge -> infinitive
                        && edge.dependent() == verb
                        && edge.relation().matches("xcomp|ccomp|advcl|acl"))
                .map(Dependency::governor)
                .filter(above -> tokens.get(above).pos().matches("VB[DZPN]")
                        && TELLING.contains(tokens.get(above).lemma())
                        && !isFilled(above, "aux:pass"))
                .findFirst();
    }

    /** "Said that rebels had fired, adding that two were hurt": the speaker adds it. */
    private boolean isAddition(Dependency dependency) {
        int adding = dependency.dependent();
        return adding > 0
                && tokens.get(adding).text().equals("adding")
                && tokens.get(adding - 1).text().equals(",");
    }

    /** What has a verb, or the verb that it belongs to, for its clause. */
    private Optional<Integer> saying(int verb) {
        return dependencies.stream()
                .filter(edge -> edge.dependent() == verb && edge.governor() != Dependency.ROOT)
                .findFirst()
                .flatMap(edge ->
                        edge.relation().equals("ccomp") ? Optional.of(edge.governor()) : saying(edge.governor()));
    }

    /** "Jailed the man, convicted of killing her". */
    private boolean isLooseParticiple(Dependency dependency) {
        int participle = dependency.dependent();
        return LOOSE.contains(dependency.relation())
                && tokens.get(participle).pos().equals("VBN")
                && participle > 1
                && tokens.get(participle - 1).text().equals(",")
                && !isFilled(participle, "obj|aux.*|nsubj.*|mark|cc")
                && !isFilled(dependency.governor(), "aux:pass|nsubj:pass");
    }

    private boolean isFilled(int verb, String relations) {
        return dependencies.stream()
                .anyMatch(child -> child.governor() == verb && child.relation().matches(relations));
    }

    /** The noun right before the comma, or one whose modifiers end there. */
    private Optional<Integer> objectBefore(Dependency participle) {
        return dependencies.stream()
                .filter(object -> object.governor() == participle.governor()
                        && object.relation().equals("obj")
                        && object.dependent() > participle.governor()
                        && end(object.dependent()) == participle.dependent() - 2)
                .map(Dependency::dependent)
                .findFirst();
    }

    /** The last token below a noun, its comma aside. */
    private int end(int noun) {
        return dependencies.stream()
                .filter(child -> child.governor() == noun
                        && child.dependent() > noun
                        && !child.relation().equals("punct"))
                .mapToInt(child -> end(child.dependent()))
                .max()
                .orElse(noun);
    }
}
