package org.casus.extraction;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casus.annotation.Dependency;

/**
 * Whose words one who speaks passes on: "the agency quoted a minister as saying", "the paper, citing officials, said".
 */
final class Citations {
    private static final String QUOTES = "quote|cite";
    /** How far behind a source its "citing officials" may begin: a comma and a mark. */
    private static final int CLOSE = 2;

    private final Phrases phrases;

    Citations(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * Who is cited as saying something.
     *
     * @param speaker whose words they are
     * @param medium who passes them on, if the sentence tells
     */
    record Quoted(int verb, int speaker, OptionalInt medium) {}

    /** The quoting that a verb of saying belongs to: of "saying" in "quoted the minister as saying". */
    static Optional<Quoted> quoted(Syntax syntax, int saying) {
        int verb = syntax.sentence().governor(saying);
        boolean fits = verb != Dependency.ROOT
                && saying > 0
                && syntax.lemma(verb).matches(QUOTES)
                && syntax.sentence().token(verb).isVerb()
                && syntax.sentence().token(saying).pos().equals("VBG")
                && syntax.lemma(saying - 1).equals("as");
        if (!fits) {
            return Optional.empty();
        }
        boolean passive = syntax.hasChild(verb, "nsubj:pass");
        OptionalInt speaker = syntax.child(verb, passive ? "nsubj:pass" : "obj");
        OptionalInt medium = passive
                ? Stream.of(saying, verb)
                        .flatMap(by -> syntax.slot(by, "by").stream())
                        .mapToInt(i -> i)
                        .findFirst()
                : syntax.child(verb, "nsubj");
        return speaker.isPresent() ? Optional.of(new Quoted(verb, speaker.getAsInt(), medium)) : Optional.empty();
    }

    /** True for the quoting itself, of which the saying below it tells. */
    static boolean isQuoting(Syntax syntax, int verb) {
        return syntax.sentence().dependents(verb).stream()
                .anyMatch(child -> quoted(syntax, child)
                        .filter(quoted -> quoted.verb() == verb)
                        .isPresent());
    }

    /** Whom a source cites: "quoting three officials" beside its verb or right behind it. */
    OptionalInt cited(Syntax syntax, int cue, int source) {
        int behind = CueReader.subtree(syntax, source).length();
        return IntStream.range(0, syntax.sentence().tokens().size())
                .filter(i -> isCiting(syntax, i))
                .filter(i ->
                        hangsOn(syntax, i, cue) || hangsOn(syntax, i, source) || (i >= behind && i - behind < CLOSE))
                .flatMap(i -> IntStream.concat(
                        syntax.children(i, "obj").stream().mapToInt(object -> object),
                        syntax.is(i, "amod") ? IntStream.of(syntax.sentence().governor(i)) : IntStream.empty()))
                .filter(head -> head != source && phrases.isActor(syntax, head))
                .findFirst();
    }

    private static boolean isCiting(Syntax syntax, int i) {
        return i > 0
                && syntax.sentence().token(i).text().matches("citing|quoting")
                && syntax.sentence().token(i - 1).text().equals(",");
    }

    private static boolean hangsOn(Syntax syntax, int citing, int head) {
        return syntax.sentence().governor(citing) == head && !syntax.is(citing, "amod");
    }
}
