package org.casus.extraction;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;

/** Finds who has the word where a sentence begins with a name and a colon. */
final class SpeakerLabels {
    private static final int LONGEST = 6;

    private final Phrases phrases;

    SpeakerLabels(Phrases phrases) {
        this.phrases = phrases;
    }

    /** "MINISTER: We shall go on.", "Poll: Voters want peace": the line of a transcript or a headline. */
    Optional<Cue> read(Syntax syntax, int i) {
        Sentence sentence = syntax.sentence();
        if (!sentence.token(i).text().equals(":")
                || i == 0
                || i > LONGEST
                || i + 2 >= sentence.tokens().size()) {
            return Optional.empty();
        }
        List<Token> label = sentence.tokens().subList(0, i);
        int head = i - 1;
        boolean names = label.stream().allMatch(token -> token.pos().matches("NN.*|JJ|``|DT|POS"))
                && (sentence.nameAt(head).isPresent() || syntax.isA(head, "document") || phrases.isActor(syntax, head));
        BitSet content = new BitSet();
        content.set(i + 1, sentence.tokens().size());
        return names && !syntax.inTime(head) && !Labels.isNobody(label) && !isDateline(syntax, i) && !isTopic(syntax, i)
                ? Optional.of(new Cue(i, Statement.Kind.SAY, true, head, content))
                : Optional.empty();
    }

    /** "NAIROBI: Kenya has ...": where it was written, as some papers put it. */
    private static boolean isDateline(Syntax syntax, int colon) {
        return colon < syntax.sentence().datelineEnd() && syntax.nameHasClass(colon - 1, "place");
    }

    /**
     * "Syria: Kurdish forces clash": where or of what it is; but "Ukraine: We will not give in" is what Ukraine says.
     */
    private static boolean isTopic(Syntax syntax, int colon) {
        List<Token> said = syntax.sentence()
                .tokens()
                .subList(colon + 1, syntax.sentence().tokens().size());
        return syntax.nameHasClass(colon - 1, "place")
                && said.stream()
                        .noneMatch(token -> token.isFirstPerson() || token.pos().matches("``|''"));
    }
}
