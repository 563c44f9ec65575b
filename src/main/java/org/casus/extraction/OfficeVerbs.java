package org.casus.extraction;

import java.util.List;
import java.util.Optional;

/** The table of verbs that bring people into offices and out of them. */
final class OfficeVerbs {
    private static final int ASPECT = 2;
    private static final int PERSON = 3;
    private static final int OTHER = 4;

    private final Frames frames;

    /** What a verb says of those in two of its slots; the other one's is the opposite. */
    record Change(Aspect aspect, String person, Optional<String> other, String place) {}

    OfficeVerbs(Nouns nouns) {
        frames = new Frames(
                nouns,
                List.of(Table.read("office-verbs.tsv", 6).stream()
                        .map(OfficeVerbs::frame)
                        .toList()));
    }

    private static Frame frame(Table.Row row) {
        Aspect.of(row, ASPECT);
        return new Frame(
                row.cell(0),
                row.list(1, " ").stream()
                        .map(text -> Frame.condition(row, text))
                        .toList(),
                row.cell(ASPECT),
                List.of(row.cell(PERSON)),
                row.list(OTHER, "|"),
                row);
    }

    Optional<Change> at(Syntax syntax, int verb) {
        return frames.match(syntax, verb)
                .map(frame -> new Change(
                        Aspect.of(frame.row(), ASPECT),
                        frame.row().cell(PERSON),
                        frame.row().optional(OTHER),
                        frame.row().place()));
    }
}
