package org.casus.extraction;

import java.util.BitSet;
import java.util.OptionalInt;
import org.casus.annotation.Sentence;

/** What the parser hangs below what somebody says, though he does not say it. */
record Outside(Syntax syntax) {

    /** Takes out of what a verb says what stands beside it. */
    void takeFrom(BitSet content, int saying) {
        for (int i = content.nextSetBit(0); i >= 0; i = content.nextSetBit(i + 1)) {
            if (isJoinedTo(i, saying) || isContrasted(i, saying) || isOccasion(i, saying)) {
                content.andNot(CueReader.subtree(syntax, i));
            }
        }
    }

    /** "Announced that it would strike and demanded talks": the demand. */
    private boolean isJoinedTo(int verb, int saying) {
        OptionalInt meant = syntax.slips().finite(verb);
        return meant.isPresent() && meant.getAsInt() == saying;
    }

    /** "Peru said it would send troops, while Chile recalled its envoy": what another did meanwhile. */
    boolean isContrasted(int verb, int saying) {
        Sentence sentence = syntax.sentence();
        int said = sentence.governor(verb);
        return syntax.is(verb, "advcl")
                && sentence.token(verb).pos().equals("VBD")
                && syntax.children(verb, "mark").stream().anyMatch(this::setsApart)
                && syntax.children(verb, "nsubj").stream().anyMatch(this::isNamed)
                && sentence.governor(said) == saying
                && isOfHimself(said);
    }

    /** "Agreed to free them after Chad lifted the embargo": a fact that went before, as plans have no past. */
    private boolean isOccasion(int verb, int saying) {
        int plan = syntax.sentence().governor(verb);
        return syntax.is(verb, "advcl")
                && Modality.wentBefore(syntax, verb)
                && syntax.sentence().governor(plan) == saying
                && !syntax.hasChild(plan, "aux")
                && syntax.children(plan, "mark").stream()
                        .anyMatch(to -> syntax.lemma(to).equals("to"));
    }

    private boolean setsApart(int mark) {
        return syntax.lemma(mark).matches("while|whereas")
                && mark > 0
                && syntax.sentence().token(mark - 1).text().equals(",");
    }

    /** The speaker's own plan: "said it would". */
    private boolean isOfHimself(int said) {
        return syntax.children(said, "nsubj").stream()
                        .anyMatch(subject -> syntax.sentence().token(subject).isPersonalPronoun())
                && syntax.hasChild(said, "aux");
    }

    private boolean isNamed(int subject) {
        return CueReader.subtree(syntax, subject).stream()
                .anyMatch(word -> syntax.sentence().nameAt(word).isPresent());
    }
}
