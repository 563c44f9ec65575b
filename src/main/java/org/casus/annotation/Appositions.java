package org.casus.annotation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Hangs a person's name on the noun that tells who that is, where the parser leaves it loose or puts it elsewhere. */
final class Appositions {
    private static final String APPOSED = "appos";
    private static final Set<String> OFFICES = WordList.read("offices.txt");

    private final List<Token> tokens;
    private final List<EntityMention> names;
    private final List<Dependency> dependencies;

    /** @param dependencies at most one for each token, in any order */
    Appositions(List<Token> tokens, List<EntityMention> names, List<Dependency> dependencies) {
        this.tokens = tokens;
        this.names = names;
        this.dependencies = dependencies;
    }

    List<Dependency> mend() {
        return dependencies.stream().map(this::mended).toList();
    }

    private Dependency mended(Dependency dependency) {
        int noun = dependency.governor();
        if (isLoose(dependency)) {
            return new Dependency(noun, dependency.dependent(), APPOSED);
        }
        if (isOnlyObject(dependency)) {
            return new Dependency(noun, dependency.dependent(), "obj");
        }
        if (noun == Dependency.ROOT || !isPerson(dependency.dependent())) {
            return dependency;
        }
        boolean ofPlace = dependency.relation().equals(APPOSED)
                && nameAt(noun).filter(Appositions::isNoPerson).isPresent();
        // "the president of Republika Srpska, Milorad Dodik": no land is a person.
        return ofPlace
                ? of(noun).filter(above -> above.relation().equals("nmod") && isOffice(above.governor()))
                        .map(above -> new Dependency(above.governor(), dependency.dependent(), APPOSED))
                        .orElse(dependency)
                : dependency;
    }

    /** "after the fall of Aleppo, Bashar al-Assad said": a fall is nobody. */
    private boolean isOffice(int token) {
        return token != Dependency.ROOT
                && tokens.get(token).pos().equals("NN")
                && OFFICES.contains(tokens.get(token).lemma().toLowerCase(Locale.ROOT));
    }

    /** "his counterpart Wang Yi" */
    private boolean isLoose(Dependency dependency) {
        int noun = dependency.governor();
        return dependency.relation().equals("dep")
                && isCommonNoun(noun)
                && isPerson(dependency.dependent())
                && nameAt(noun + 1).equals(nameAt(dependency.dependent()));
    }

    /** "arrested the mayor Wang Yi", of which the parser makes a receiver and what he is given. */
    private boolean isOnlyObject(Dependency dependency) {
        return dependency.relation().equals("iobj")
                && dependencies.stream().anyMatch(name -> name.governor() == dependency.dependent() && isLoose(name))
                && dependencies.stream()
                        .noneMatch(other -> other.governor() == dependency.governor()
                                && other.relation().equals("obj"));
    }

    private boolean isPerson(int token) {
        return nameAt(token)
                .filter(name -> name.type() == EntityMention.Type.PERSON)
                .isPresent();
    }

    private Optional<Dependency> of(int token) {
        return dependencies.stream()
                .filter(dependency -> dependency.dependent() == token)
                .findFirst();
    }

    private static boolean isNoPerson(EntityMention name) {
        return name.type() == EntityMention.Type.LOCATION || name.type() == EntityMention.Type.ORGANIZATION;
    }

    private boolean isCommonNoun(int token) {
        return token != Dependency.ROOT
                && tokens.get(token).isNoun()
                && !tokens.get(token).isProper();
    }

    private Optional<EntityMention> nameAt(int token) {
        return names.stream()
                .filter(name -> name.first() <= token && token < name.end())
                .findFirst();
    }
}
