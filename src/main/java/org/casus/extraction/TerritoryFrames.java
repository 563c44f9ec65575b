package org.casus.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.extraction.TerritorialStatement.Relation;

/** The table of predicates of control, claim and recognition. */
final class TerritoryFrames {
    private static final int BY = 5;

    private final Frames frames;
    private final Map<String, Relation> relations =
            Arrays.stream(Relation.values()).collect(Collectors.toMap(Relation::label, Function.identity()));

    TerritoryFrames(Nouns nouns) {
        frames = new Frames(
                nouns,
                List.of(Table.read("territory.tsv", 7).stream().map(this::frame).toList()));
    }

    private Frame frame(Table.Row row) {
        if (!relations.containsKey(row.cell(2))) {
            throw row.fault("no relation " + row.cell(2));
        }
        return new Frame(
                row.cell(0),
                row.list(1, " ").stream()
                        .map(text -> Frame.condition(row, text))
                        .toList(),
                row.cell(2),
                row.list(3, "|"),
                row.list(4, "|"),
                row);
    }

    Optional<Frame> match(Syntax syntax, int token) {
        return frames.match(syntax, token);
    }

    Relation relation(Frame frame) {
        return Objects.requireNonNull(relations.get(frame.meaning()));
    }

    static List<String> by(Frame frame) {
        return frame.row().list(BY, "|");
    }
}
