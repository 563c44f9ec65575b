package org.casus.extraction;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** The most specific frame that token {@code i} and what fills its slots match. */
    Optional<Frame> match(Syntax syntax, int i) {
        Optional<String> particle = syntax.particle(i);
        if (particle.isPresent()) {
            Optional<Frame> found = match(syntax, i, key(syntax, i, "_" + particle.get()));
            if (found.isPresent()) {
                return found;
            }
        }
        return match(syntax, i, key(syntax, i, ""));
    }

    /** The frames that it and its slots match, the most specific of each meaning; none after one of no meaning. */
    List<Frame> matches(Syntax syntax, int i) {
        Map<String, Frame> byMeaning = new LinkedHashMap<>();
        for (Frame frame : frames.get(key(syntax, i, ""))) {
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

    private static String key(Syntax syntax, int i, String particle) {
        Token token = syntax.sentence().token(i);
        return token.lemma().toLowerCase(Locale.ROOT) + particle + "/" + partOfSpeech(token);
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
        Token token = syntax.sentence().token(filler);
        String lemma = token.lemma().toLowerCase(Locale.ROOT);
        if (condition.lemmas().contains(lemma)) {
            return true;
        }
        if (filler > 0
                && condition
                        .lemmas()
                        .contains(syntax.sentence().token(filler - 1).lemma().toLowerCase(Locale.ROOT) + "_" + lemma)) {
            return true;
        }
        return condition.classes().stream()
                .anyMatch(type -> nouns.isA(syntax.sentence(), filler, type) || syntax.nameHasClass(filler, type));
    }
}
