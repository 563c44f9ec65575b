package org.casus.extraction;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.casus.annotation.Dependency;

/**
 * What a sentence tells of the time and place of a deed beside it: "shot as he left a mosque", "killed when a bomb
 * exploded", "killed one and wounded two".
 *
 * @param typeAt the event that a word tells
 */
record Meanwhile(Syntax syntax, IntFunction<Optional<EventType>> typeAt) {
    /** What is done by hand, at one place. */
    private static final Set<EventType> DEEDS = EnumSet.of(EventType.ASSAULT, EventType.COERCE);

    private static final Set<String> ARRIVING = WordClasses.of("arriving");
    private static final Set<String> TRAVELLING = WordClasses.of("travelling");

    /**
     * Whose day is that of the deed. Whoever is arrested after a raid, or arrested and jailed, may be so days later.
     */
    List<Integer> atOnce(int verb) {
        boolean harmed = isAssault(verb);
        return inPlace(verb).stream()
                .filter(other -> syntax.is(other, "conj")
                        ? isAssault(other) || !syntax.hasChild(first(verb), "nsubj:pass")
                        : harmed || !mark(other).equals("after"))
                .toList();
    }

    /** Whose place is that of the deed. */
    List<Integer> inPlace(int verb) {
        return isDeed(verb)
                ? Stream.of(outcomeOf(verb), clauses(verb), joined(verb))
                        .flatMap(others -> others)
                        .toList()
                : List.of();
    }

    /**
     * Clauses that tell where he had just come to whom it was done: "held after they crossed into Chad", "held while
     * visiting Chad"; but whoever is held after a visit may be so at home.
     */
    List<Integer> arrivals(int verb) {
        return syntax.children(verb, "advcl").stream()
                .filter(clause -> isDeed(verb) && isSuffered(verb) && isHisOwn(clause))
                .filter(clause -> mark(clause).matches("after|when|while|as|upon|on"))
                .filter(clause -> ARRIVING.contains(syntax.lemma(clause))
                        || (TRAVELLING.contains(syntax.lemma(clause))
                                && !mark(clause).equals("after")))
                .toList();
    }

    /**
     * "While driving", "as he drove", and of what was done to somebody "when a bomb exploded"; "as" or "after" such a
     * deed too, but what he himself did before may have been elsewhere.
     */
    private Stream<Integer> clauses(int verb) {
        return syntax.children(verb, "advcl").stream().filter(clause -> {
            String mark = mark(clause);
            boolean suffered = isSuffered(verb);
            return isHisOwn(clause)
                    ? mark.matches("while|as|when")
                    : suffered && (mark.equals("when") || (mark.matches("as|after") && isDeed(clause)));
        });
    }

    /** Further deeds by the same hand, but where somebody is "deported to Chad" he had not been arrested. */
    private Stream<Integer> joined(int verb) {
        return syntax.children(first(verb), "conj").stream()
                .filter(other -> other > verb && isDeed(other) && !syntax.hasChild(other, "nsubj"))
                .filter(other -> syntax.sentence().dependents(other).stream()
                        .noneMatch(child -> PlaceReader.TO.contains(syntax.preposition(child))));
    }

    /** "Attacked a convoy near Goma, killing five", "shelled the camp, where five were killed". */
    Stream<Integer> outcomeOf(int deed) {
        int verb = isGerund(deed) ? deed : first(deed);
        boolean killing = isGerund(verb)
                && mark(verb).isEmpty()
                && (syntax.is(verb, "advcl") || syntax.is(verb, "conj") || syntax.is(verb, "dep"));
        boolean where = syntax.is(verb, "acl:relcl")
                && syntax.children(verb, "advmod").stream()
                        .anyMatch(adverb -> syntax.lemma(adverb).equals("where"));
        int above = syntax.sentence().governor(verb);
        int cause = where ? syntax.sentence().governor(above) : above;
        return (killing || where) && cause != Dependency.ROOT && isDeed(cause) ? Stream.of(cause) : Stream.empty();
    }

    private boolean isGerund(int verb) {
        return syntax.sentence().token(verb).pos().equals("VBG");
    }

    private int first(int verb) {
        return syntax.is(verb, "conj") ? syntax.sentence().governor(verb) : verb;
    }

    private String mark(int clause) {
        return Stream.concat(
                        syntax.sentence().dependents(clause).stream()
                                .filter(child -> syntax.is(child, "mark") || syntax.is(child, "case")),
                        syntax.children(clause, "advmod").stream()
                                .filter(adverb -> syntax.lemma(adverb).equals("when")))
                .findFirst()
                .map(syntax::lemma)
                .orElse("");
    }

    private boolean isHisOwn(int clause) {
        return syntax.children(clause, "nsubj").stream()
                .allMatch(subject -> syntax.sentence().token(subject).pos().equals("PRP"));
    }

    private boolean isSuffered(int verb) {
        return syntax.lemma(verb).equals("die")
                || (syntax.hasChild(verb, "nsubj:pass")
                        && syntax.slot(verb, "by").isEmpty());
    }

    private boolean isDeed(int word) {
        return typeAt.apply(word).filter(DEEDS::contains).isPresent();
    }

    private boolean isAssault(int word) {
        return typeAt.apply(word).filter(EventType.ASSAULT::equals).isPresent();
    }
}
