package org.casus.annotation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hangs a participle behind a comma on the object before it, where the parser joins it to the verb: "jailed the man,
 * convicted of killing her".
 */
final class ReducedRelatives {
    private static final Set<String> LOOSE = Set.of("dep", "conj", "advcl");

    private final List<Token> tokens;
    private final List<Dependency> dependencies;

    /** @param dependencies at most one for each token, in any order */
    ReducedRelatives(List<Token> tokens, List<Dependency> dependencies) {
        this.tokens = tokens;
        this.dependencies = dependencies;
    }

    List<Dependency> mend() {
        return dependencies.stream()
                .map(dependency -> isLooseParticiple(dependency)
                        ? objectBefore(dependency)
                                .map(object -> new Dependency(object, dependency.dependent(), "acl"))
                                .orElse(dependency)
                        : dependency)
                .toList();
    }

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
