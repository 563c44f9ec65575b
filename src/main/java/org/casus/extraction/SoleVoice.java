package org.casus.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;

/**
 * Who has the word throughout a text: the body whose statement it is by its heading and that calls itself "we", or who
 * is interviewed, in the answers of an interview of "Q:" and "A:". Nobody asserts a question.
 */
final class SoleVoice {
    private static final int TOP = 3;
    private static final int FEWEST = 2;
    private static final Set<String> STATEMENTS = WordClasses.of("statement");
    /** A release of hostages is no statement. */
    private static final Set<String> RELEASED = WordClasses.of("press");

    private static final List<String> BY = List.of("of", "by", "from");
    private static final Set<String> QUESTION = Set.of("Q", "Question");
    private static final Set<String> ANSWER = Set.of("A", "Answer");

    /**
     * Where the voice is named.
     *
     * @param head token of the sentence
     */
    record Named(int sentence, int head) {}

    private final Map<Integer, Named> bySentence = new HashMap<>();

    SoleVoice(List<Syntax> syntaxes, Paragraphs paragraphs, Phrases phrases) {
        long answers = syntaxes.stream()
                .filter(syntax -> isLabelled(syntax.sentence(), ANSWER))
                .count();
        if (answers >= FEWEST) {
            interviewed(syntaxes).ifPresent(voice -> answers(syntaxes, paragraphs, voice));
        } else if (syntaxes.stream().anyMatch(SoleVoice::isOurs)) {
            heading(syntaxes, paragraphs, phrases)
                    .ifPresent(voice -> syntaxes.stream()
                            .map(syntax -> syntax.sentence().index())
                            .filter(index -> index > voice.sentence())
                            .forEach(index -> bySentence.put(index, voice)));
        }
    }

    Optional<Named> at(int sentence) {
        return Optional.ofNullable(bySentence.get(sentence));
    }

    private void answers(List<Syntax> syntaxes, Paragraphs paragraphs, Named voice) {
        boolean answering = false;
        for (Syntax syntax : syntaxes) {
            Sentence sentence = syntax.sentence();
            if (paragraphs.begins(sentence.index())) {
                answering = isLabelled(sentence, ANSWER);
            }
            if (answering) {
                bySentence.put(sentence.index(), voice);
            }
        }
    }

    private static boolean isLabelled(Sentence sentence, Set<String> labels) {
        return sentence.tokens().size() > 2
                && labels.contains(sentence.token(0).text())
                && sentence.token(1).text().equals(":");
    }

    /** The first person of whom something is told before the questions begin. */
    private static Optional<Named> interviewed(List<Syntax> syntaxes) {
        return syntaxes.stream()
                .takeWhile(syntax -> !isLabelled(syntax.sentence(), QUESTION) && !isLabelled(syntax.sentence(), ANSWER))
                .flatMap(syntax -> syntax.sentence().names().stream()
                        .filter(name -> name.type() == EntityMention.Type.PERSON)
                        .map(name -> Phrases.headOf(syntax.sentence(), name))
                        .filter(head -> syntax.is(head, "nsubj"))
                        .map(head -> new Named(syntax.sentence().index(), head)))
                .findFirst();
    }

    /**
     * "Statement of the ministry of foreign affairs", as a line of its own; but not "Chad rejects statement of ...".
     */
    private static Optional<Named> heading(List<Syntax> syntaxes, Paragraphs paragraphs, Phrases phrases) {
        return syntaxes.stream()
                .limit(TOP)
                .filter(syntax -> isLine(syntax.sentence(), syntaxes.size(), paragraphs))
                .flatMap(syntax -> syntax.sentence().tokens().stream()
                        .map(token -> token.index())
                        .filter(token -> isTitle(syntax, token))
                        .flatMap(statement -> BY.stream().flatMap(by -> syntax.slot(statement, by).stream()))
                        .filter(head -> phrases.isActor(syntax, head))
                        .map(head -> new Named(syntax.sentence().index(), head)))
                .findFirst();
    }

    private static boolean isTitle(Syntax syntax, int statement) {
        String lemma = syntax.lemma(statement);
        return STATEMENTS.contains(lemma)
                && (!lemma.equals("release") || RELEASED.contains(syntax.lemma(statement - 1)))
                && syntax.sentence().tokens().stream()
                        .noneMatch(token -> token.pos().matches("VB[DZP]|MD")
                                || (token.index() < statement && token.pos().equals("IN")));
    }

    private static boolean isLine(Sentence sentence, int sentences, Paragraphs paragraphs) {
        int last = sentence.tokens().size() - 1;
        int next = sentence.index() + 1;
        return paragraphs.begins(sentence.index())
                && next < sentences
                && paragraphs.begins(next)
                && !sentence.token(last).text().equals(".");
    }

    private static boolean isOurs(Syntax syntax) {
        return syntax.sentence().tokens().stream()
                .anyMatch(token -> token.text().matches("(?i)we|our"));
    }
}
