package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.annotation.TimeExpression;
import org.casus.extraction.Factuality.Polarity;
import org.casus.extraction.TerritorialStatement.Relation;
import org.jspecify.annotations.Nullable;

/** Reads statements about whose land a territory is, each with its own voice. */
final class TerritoryReader {
    private final TerritoryFrames frames;
    private final FactualityReader factuality;
    private final Phrases phrases;
    private final Parties parties;
    private final AttributionReader attribution;
    private final TimeReader times;

    TerritoryReader(
            TerritoryFrames frames,
            FactualityReader factuality,
            Phrases phrases,
            AttributionReader attribution,
            TimeReader times) {
        this.frames = frames;
        this.factuality = factuality;
        this.phrases = phrases;
        this.parties = new Parties(phrases);
        this.attribution = attribution;
        this.times = times;
    }

    List<TerritorialStatement> read(Syntax syntax) {
        List<TerritorialStatement> found = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        for (int i = 0; i < syntax.sentence().tokens().size(); i++) {
            Optional<Frame> frame = frames.match(syntax, i);
            int trigger = i;
            Optional<Integer> territory = frame.flatMap(f -> territory(syntax, trigger, f));
            boolean within = syntax.sentence().token(i).isNoun()
                    && told.contains(syntax.sentence().governor(i));
            if (frame.isPresent() && territory.isPresent() && !within) {
                found.add(statement(syntax, i, frame.get(), territory.get()));
                told.add(i);
            }
        }
        return found;
    }

    /** What fills the first of the frame's slots for the territory, as it stands: a land need not act. */
    private static Optional<Integer> territory(Syntax syntax, int trigger, Frame frame) {
        return frame.source().stream()
                .flatMap(slot -> syntax.slot(trigger, slot).stream())
                .findFirst();
    }

    private TerritorialStatement statement(Syntax syntax, int trigger, Frame frame, int territory) {
        Relation relation = frames.relation(frame);
        Factuality put =
                factuality.read(syntax, trigger, null, i -> Optional.empty()).factuality();
        boolean refused = relation == Relation.RECOGNISED_AS_INDEPENDENT && put.polarity() == Polarity.NEGATIVE;
        Optional<TimeExpression> time = times.toldAt(syntax, trigger);
        boolean until = time.filter(t -> isUntil(syntax, t)).isPresent();
        return new TerritorialStatement(
                "t" + syntax.sentence().token(trigger).span().begin(),
                refused ? Relation.NOT_RECOGNISED : relation,
                phrases.mention(syntax.sentence(), territory),
                party(syntax, trigger, frame.target()),
                relation == Relation.CLAIMS ? party(syntax, trigger, frame.target()) : null,
                party(syntax, trigger, TerritoryFrames.by(frame)),
                until ? null : time.map(TimeExpression::earliest).orElse(null),
                until ? time.map(TimeExpression::latest).orElse(null) : null,
                null,
                refused ? put.with(Polarity.POSITIVE) : put,
                attribution.at(syntax, trigger),
                syntax.sentence().index(),
                frame.row().place() + " " + syntax.lemma(trigger));
    }

    private static boolean isUntil(Syntax syntax, TimeExpression time) {
        return time.first() > 0 && syntax.lemma(time.first() - 1).matches("until|till|before");
    }

    private @Nullable Mention party(Syntax syntax, int trigger, List<String> slots) {
        return parties.in(syntax, trigger, slots).stream()
                .findFirst()
                .map(head -> phrases.mention(syntax.sentence(), head))
                .orElse(null);
    }
}
