package org.casus.extraction;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.Token;

/** A table of frames, found by their predicate and held against a sentence. */
final class Frames {
    private final ListMultimap<String, Frame> frames = ArrayListMultimap.create();
    private final Nouns nouns;

    /**
     * Frames of which those of an earlier table win over those of a later one.
     *
     * @throws IllegalArgumentException naming file and line of a row that could never match
     */
    Frames(Nouns nouns, List<List<Frame>> tables) {
        this.nouns = nouns;
        for (List<Frame> table : tables) {
            table.forEach(this::check);
            checkOnce(table);
            table.stream()
                    .sorted(Comparator.comparingInt(Frame::specificity).reversed())
                    .forEach(frame -> frames.put(frame.predicate(), frame));
        }
    }

    private void check(Frame frame) {
        if (!frame.predicate().matches("[^/\\s]+/[vna]")) {
            throw frame.row().fault("not lemma/v, lemma/n or lemma/a: " + frame.predicate());
        }
        for (Frame.Condition condition : frame.conditions()) {
            for (String type : condition.classes()) {
                if (!nouns.hasClass(type)) {
                    throw frame.row().fault("no class of nouns @" + type);
                }
            }
        }
    }

    /** A row with the conditions of an earlier one would never be reached. */
    private static void checkOnce(List<Frame> table) {
        Map<Object, Frame> first = new HashMap<>();
        for (Frame frame : table) {
            Object key = List.of(frame.predicate(), Set.copyOf(frame.conditions()));
            Frame earlier = first.putIfAbsent(key, frame);
            if (earlier != null) {
                throw frame.row()
                        .fault("the same conditions as in " + earlier.row().where());
            }
        }
    }

    /**
     * The most specific frame that token {@code i} and what fills its slots match: with all of its word, then alone.
     */
    Optional<Frame> match(Syntax syntax, int i) {
        Token token = syntax.sentence().token(i);
        String part = "/" + partOfSpeech(token);
        return syntax.particle(i)
                .flatMap(particle -> match(syntax, i, syntax.lemma(i) + "_" + particle + part))
                .or(() -> match(syntax, i, syntax.whole(i) + part))
                .or(() -> match(syntax, i, syntax.lemma(i) + part));
    }

    /** The frames that it and its slots match, the most specific of each meaning; none after one of no meaning. */
    List<Frame> matches(Syntax syntax, int i) {
        Map<String, Frame> byMeaning = new LinkedHashMap<>();
        for (Frame frame : frames.get(
                syntax.lemma(i) + "/" + partOfSpeech(syntax.sentence().token(i)))) {
            if (!byMeaning.containsKey(Frame.NONE)
                    && frame.conditions().stream().allMatch(condition -> holds(syntax, i, condition))) {
                byMeaning.putIfAbsent(frame.meaning(), frame);
            }
        }
        return List.copyOf(byMeaning.values());
    }

    private Optional<Frame> match(Syntax syntax, int i, String key) {
        for (Frame frame : frames.get(key)) {
            if (frame.conditions().stream().allMatch(condition -> holds(syntax, i, condition))) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    static String partOfSpeech(Token token) {
        return token.isVerb() ? "v" : token.isNoun() ? "n" : token.pos().startsWith("JJ") ? "a" : "-";
    }

    private boolean holds(Syntax syntax, int predicate, Frame.Condition condition) {
        List<Integer> fillers = syntax.slot(predicate, condition.slot());
        if (condition.absent() || condition.any()) {
            return fillers.isEmpty() == condition.absent();
        }
        return fillers.stream().anyMatch(filler -> fills(syntax, filler, condition));
    }

    private boolean fills(Syntax syntax, int filler, Frame.Condition condition) {
        String lemma = syntax.lemma(filler);
        if (Stream.of(lemma, syntax.whole(filler), syntax.lemma(filler - 1) + "_" + lemma)
                .anyMatch(condition.lemmas()::contains)) {
            return true;
        }
        return condition.classes().stream()
                .anyMatch(type -> nouns.isA(syntax.sentence(), filler, type) || syntax.nameHasClass(filler, type));
    }
}
