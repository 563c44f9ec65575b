package org.casus.extraction;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * "Reports that an activist had been shot turned out to be false": what was reported did not happen. Read off the words
 * in their order, as the parser mostly loses the verb behind such a clause.
 */
final class Refutation {
    private static final Set<String> REPORTS = WordClasses.of("hearsay");
    private static final Set<String> TURNING_OUT = Set.of("be", "prove", "turn");

    private final Operators operators;

    Refutation(Operators operators) {
        this.operators = operators;
    }

    /** Whether an act stands in a clause that the sentence goes on to call untrue. */
    boolean refutes(Syntax syntax, int act) {
        int that = act - 1;
        while (that > 0
                && !syntax.lemma(that).equals("that")
                && !syntax.lemma(that).equals(";")) {
            that--;
        }
        boolean reported = that > 0
                && syntax.lemma(that).equals("that")
                && REPORTS.contains(syntax.lemma(that - 1))
                // "Amid reports that ..., the statement was false" calls the statement so.
                && !syntax.hasChild(that - 1, "case");
        return reported
                && IntStream.range(act + 1, syntax.sentence().tokens().size())
                        .takeWhile(i -> !syntax.lemma(i).matches("[;.]|that"))
                        .anyMatch(i -> isUntrue(syntax, i) && isAsserted(syntax, act, i));
    }

    /** "False" and, of what is reported, "wrong"; but not "unable to". */
    private boolean isUntrue(Syntax syntax, int adjective) {
        String lemma = syntax.lemma(adjective);
        return !syntax.lemma(adjective + 1).equals("to")
                && operators
                        .find(lemma + "_report/a")
                        .or(() -> operators.find(lemma + "/a"))
                        .filter(operator -> operator.polarity() == Factuality.Polarity.NEGATIVE)
                        .isPresent();
    }

    /** "Turned out to be", "proved", "were completely"; but "are not false", nor anything behind another verb. */
    private static boolean isAsserted(Syntax syntax, int act, int untrue) {
        int verb = untrue - 1;
        while (verb > act
                && (syntax.sentence().token(verb).pos().equals("RB")
                        || syntax.lemma(verb).matches("out|to"))) {
            if (syntax.lemma(verb).equals("not")) {
                return false;
            }
            verb--;
        }
        return verb > act
                && TURNING_OUT.contains(syntax.lemma(verb))
                && IntStream.range(act + 1, verb).noneMatch(i -> isMainVerb(syntax, i));
    }

    /** "Reports that it fell spread before the first proved wrong"; but not "that it fell and burned were false". */
    private static boolean isMainVerb(Syntax syntax, int i) {
        return syntax.sentence().token(i).pos().matches("VB[DZP]")
                && syntax.sentence().token(i - 1).pos().matches("NN.*|CD|RB|,")
                && !TURNING_OUT.contains(syntax.lemma(i))
                && !syntax.lemma(i).equals("have");
    }
}
