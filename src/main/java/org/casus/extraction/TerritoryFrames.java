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
    private static final int ASPECT = 3;
    private static final int TERRITORY = 4;
    private static final int HOLDER = 5;
    private static final int COLUMNS = 10;

    private final Frames frames;
    private final Map<String, Relation> relations =
            Arrays.stream(Relation.values()).collect(Collectors.toMap(Relation::label, Function.identity()));

    /** Slots of those who have to do with a territory, beside its holder. */
    enum Party {
        FORMER_HOLDER(6),
        RECOGNISED_BY(7),
        STATED_BY(8);

        private final int column;

        Party(int column) {
            this.column = column;
        }
    }

    TerritoryFrames(Nouns nouns) {
        frames = new Frames(
                nouns,
                List.of(Table.read("territory.tsv", COLUMNS).stream()
                        .map(this::frame)
                        .toList()));
    }

    private Frame frame(Table.Row row) {
        if (!relations.containsKey(row.cell(2)) && !row.cell(2).equals(Frame.NONE)) {
            throw row.fault("no relation " + row.cell(2));
        }
        Aspect.of(row, ASPECT);
        return new Frame(
                row.cell(0),
                row.list(1, " ").stream()
                        .map(text -> Frame.condition(row, text))
                        .toList(),
                row.cell(2),
                row.list(TERRITORY, "|"),
                row.list(HOLDER, "|"),
                row);
    }

    /** The most specific frame that tells of land. */
    Optional<Frame> match(Syntax syntax, int token) {
        return frames.match(syntax, token).filter(frame -> !frame.meaning().equals(Frame.NONE));
    }

    Relation relation(Frame frame) {
        return Objects.requireNonNull(relations.get(frame.meaning()));
    }

    static Aspect aspect(Frame frame) {
        return Aspect.of(frame.row(), ASPECT);
    }

    static List<String> slots(Frame frame, Party party) {
        return frame.row().list(party.column, "|");
    }
}
