package org.casus.extraction;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.Sentence;

/** What the parser is known to get wrong, read as it is meant. */
record Slips(Syntax syntax) {
    private static final Set<String> ABOUT = Set.of("around", "about", "over", "nearly", "under");

    /** "Peru says Chile must leave": the parser takes Chile for what is said. */
    OptionalInt swallowed(int verb, int governor) {
        return syntax.is(verb, "dep") && syntax.hasChild(verb, "aux")
                ? syntax.children(governor, "obj").stream()
                        .filter(object -> governor < object && object < verb)
                        .mapToInt(Integer::intValue)
                        .findFirst()
                : OptionalInt.empty();
    }

    /** "Kenya said a shell was fired at it": the parser takes the saying for the subject of what is said. */
    boolean isSubject(int saying) {
        Sentence sentence = syntax.sentence();
        return syntax.is(saying, "csubj")
                && saying < sentence.governor(saying)
                && syntax.hasChild(saying, "nsubj")
                && !syntax.hasChild(saying, "mark")
                && sentence.dependents(saying).stream()
                        .noneMatch(child -> sentence.token(child).pos().startsWith("W"));
    }

    /** Whose saying a verb has for its subject. */
    OptionalInt saying(int verb) {
        return first(syntax.children(verb, "csubj").stream().filter(this::isSubject));
    }

    /** "Kenya said a shell was fired at it": the shell, which hangs on the saying, right before the auxiliaries. */
    OptionalInt heldBySaying(int verb) {
        OptionalInt saying = saying(verb);
        OptionalInt auxiliary = syntax.child(verb, "aux");
        return saying.isEmpty() || auxiliary.isEmpty()
                ? OptionalInt.empty()
                : first(syntax.children(saying.getAsInt(), "obj").stream()
                        .filter(object -> CueReader.subtree(syntax, object).length() == auxiliary.getAsInt()));
    }

    private static OptionalInt first(Stream<Integer> tokens) {
        return tokens.mapToInt(Integer::intValue).findFirst();
    }

    /** "Around 2,000 miners walked out": the parser takes the first word for a preposition. */
    OptionalInt countedSubject(int verb) {
        return syntax.children(verb, "obl").stream()
                .filter(head ->
                        head < verb && ABOUT.contains(syntax.preposition(head)) && syntax.hasChild(head, "nummod"))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** The object of a verb that seems to have none. */
    OptionalInt object(int verb) {
        return Stream.concat(ofClause(verb), behindDay(verb))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /**
     * "Deported seekers registered there", "welcomed his decision to resign": the parser makes a clause of the object.
     */
    private Stream<Integer> ofClause(int verb) {
        return syntax.sentence().dependents(verb).stream()
                .filter(clause -> syntax.is(clause, "xcomp") || syntax.is(clause, "ccomp"))
                .filter(clause -> isParticiple(clause) || isBareInfinitive(clause))
                .flatMap(clause -> syntax.children(clause, "nsubj").stream())
                .filter(object -> object > verb);
    }

    private boolean isParticiple(int clause) {
        return syntax.sentence().token(clause).pos().equals("VBN")
                && !syntax.hasChild(clause, "aux")
                && !syntax.hasChild(clause, "mark");
    }

    private boolean isBareInfinitive(int clause) {
        List<Integer> marks = syntax.children(clause, "mark");
        return marks.size() == 1 && syntax.lemma(marks.get(0)).equals("to");
    }

    /** "Lifted Friday a blockade": the parser hangs the object on the day. */
    private Stream<Integer> behindDay(int verb) {
        return syntax.children(verb, "obl").stream()
                .filter(syntax::inTime)
                .flatMap(day -> syntax.children(day, "dep").stream())
                .filter(thing -> syntax.sentence().token(thing).isNoun());
    }

    /**
     * The parser hangs what is meant on the article of "an additional $2 million", and on "16th century" of a Bible.
     */
    int amount(int object) {
        return syntax.sentence().token(object).isNoun() && !syntax.inTime(object)
                ? object
                : Stream.concat(Stream.of(object), syntax.children(object, "amod").stream())
                        .flatMap(word -> syntax.children(word, "dep").stream())
                        .filter(child -> syntax.isCurrency(child)
                                || syntax.sentence().token(child).isNoun())
                        .findFirst()
                        .orElse(object);
    }

    /** "Reached a deal with Chad to withdraw": the parser takes Chad for who withdraws. */
    boolean isMarked(int clause, String preposition) {
        List<String> marks =
                syntax.children(clause, "mark").stream().map(syntax::lemma).toList();
        return syntax.hasChild(clause, "nsubj")
                && marks.contains("to")
                && marks.contains(preposition)
                && !preposition.equals("to");
    }
}
