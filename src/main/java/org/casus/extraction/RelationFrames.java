package org.casus.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.extraction.RelationMention.Predicate;

/** The table of predicates that say how actors and places stand to each other. */
final class RelationFrames {
    private static final int ASPECT = 3;
    private static final int SUBJECT = 4;
    private static final int OBJECT = 5;
    private static final int COLUMNS = 7;

    private final Frames frames;
    private final Map<String, Predicate> predicates =
            Arrays.stream(Predicate.values()).collect(Collectors.toMap(Predicate::label, Function.identity()));

    RelationFrames(Nouns nouns) {
        frames = new Frames(
                nouns,
                List.of(Table.read("relations.tsv", COLUMNS).stream()
                        .map(this::frame)
                        .toList()));
    }

    private Frame frame(Table.Row row) {
        if (!predicates.containsKey(row.cell(2)) && !row.cell(2).equals(Frame.NONE)) {
            throw row.fault("no relation " + row.cell(2));
        }
        if (!row.cell(2).equals(Frame.NONE)) {
            Aspect.of(row, ASPECT);
        }
        return new Frame(
                row.cell(0),
                row.list(1, " ").stream()
                        .map(text -> Frame.condition(row, text))
                        .toList(),
                row.cell(2),
                row.list(SUBJECT, "|"),
                row.list(OBJECT, "|"),
                row);
    }

    /** The most specific frame that tells of a relation; of a verb, which may tell from where and to where, of each. */
    List<Frame> match(Syntax syntax, int token) {
        Stream<Frame> found = syntax.sentence().token(token).isVerb()
                ? frames.matches(syntax, token).stream()
                : frames.match(syntax, token).stream();
        return found.filter(frame -> !frame.meaning().equals(Frame.NONE)).toList();
    }

    Predicate predicate(Frame frame) {
        return Objects.requireNonNull(predicates.get(frame.meaning()));
    }

    static Aspect aspect(Frame frame) {
        return Aspect.of(frame.row(), ASPECT);
    }
}
