package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.casus.extraction.Factuality.Tense;
import org.casus.extraction.RelationMention.Predicate;

/** Reads how actors and places stand to each other: "Oslo, the capital of Norway", "the group's leader". */
final class RelationReader {
    private static final String APPOSED = "appos";

    private final RelationFrames frames;
    private final Lands lands;
    private final FactualityReader factuality;
    private final Phrases phrases;
    private final AttributionReader attribution;
    private final PeriodReader periods;
    private final NumberReader numbers;

    RelationReader(
            RelationFrames frames,
            Lands lands,
            FactualityReader factuality,
            Phrases phrases,
            AttributionReader attribution,
            PeriodReader periods,
            NumberReader numbers) {
        this.frames = frames;
        this.lands = lands;
        this.factuality = factuality;
        this.phrases = phrases;
        this.attribution = attribution;
        this.periods = periods;
        this.numbers = numbers;
    }

    List<RelationMention> read(Syntax syntax) {
        List<RelationMention> found = new ArrayList<>();
        for (Token token : syntax.sentence().tokens()) {
            frames.match(syntax, token.index()).forEach(frame -> read(syntax, token.index(), frame, found));
        }
        return found;
    }

    private void read(Syntax syntax, int trigger, Frame frame, List<RelationMention> found) {
        Predicate predicate = frames.predicate(frame);
        List<Integer> objects = predicate == Predicate.CONNECTS
                ? ends(syntax, trigger, frame.target())
                : fillers(syntax, trigger, frame.target(), isToPlace(predicate));
        List<Integer> subjects = fillers(syntax, trigger, frame.source(), predicate.isFromPlace());
        // "The leaders of Chad and Niger, A and B": who is whose is not told by the parse.
        boolean crossed = subjects.size() > 1 && objects.size() > 1 && isApposed(syntax, trigger);
        for (int subject : crossed ? List.<Integer>of() : subjects) {
            for (int object : objects) {
                if (subject != object && fits(syntax, frame, subject, object)) {
                    found.add(relation(syntax, trigger, frame, subject, object));
                }
            }
        }
    }

    /** Rebels too have a capital. */
    private static boolean isToPlace(Predicate predicate) {
        return predicate.isToPlace() && predicate != Predicate.DE_FACTO_CAPITAL_OF;
    }

    private static boolean isApposed(Syntax syntax, int trigger) {
        return !syntax.slot(trigger, APPOSED).isEmpty();
    }

    /** "Sons of X" names each of the sons: what stands in apposition to a plural may be several. */
    private static List<Integer> slot(Syntax syntax, int trigger, String slot) {
        List<Integer> heads = syntax.slot(trigger, slot);
        boolean several =
                slot.equals(APPOSED) && syntax.sentence().token(trigger).pos().equals("NNS");
        return several
                ? heads.stream()
                        .flatMap(head -> syntax.withConjuncts(head).stream())
                        .distinct()
                        .toList()
                : heads;
    }

    /** "The corridor links X to Y" has two. */
    private List<Integer> ends(Syntax syntax, int trigger, List<String> slots) {
        return slots.stream()
                .flatMap(slot -> fillers(syntax, trigger, List.of(slot), true).stream())
                .distinct()
                .toList();
    }

    /** What fills the first of the slots that holds somebody, or somewhere. */
    private List<Integer> fillers(Syntax syntax, int trigger, List<String> slots, boolean place) {
        for (String slot : slots) {
            List<Integer> all = slot(syntax, trigger, slot);
            // "thousands of families" are one subject, and its number.
            List<Integer> fillers = all.stream()
                    .filter(head -> !all.contains(syntax.sentence().governor(head)) || syntax.is(head, "conj"))
                    .filter(head -> place ? isNamedPlace(syntax, head) : phrases.isActor(syntax, head))
                    .distinct()
                    .toList();
            if (!fillers.isEmpty()) {
                return fillers;
            }
        }
        return List.of();
    }

    /** Of "the capital of the country" nothing can be kept; "the Lachin corridor" has a name in it. */
    private boolean isNamedPlace(Syntax syntax, int head) {
        Sentence sentence = syntax.sentence();
        boolean named = sentence.nameAt(head).isPresent()
                || syntax.children(head, "compound").stream()
                        .anyMatch(part -> sentence.nameAt(part).isPresent());
        return named && lands.isLand(syntax, head);
    }

    /** Somebody whom only a noun describes is worth keeping where many fled or live somewhere. */
    private boolean fits(Syntax syntax, Frame frame, int subject, int object) {
        Sentence sentence = syntax.sentence();
        return switch (frames.predicate(frame)) {
            case DISPLACED_FROM, FLED_TO, LIVES_IN -> true;
            case HEADQUARTERED_IN -> isOrganisation(sentence, subject);
            case MEMBER_OF ->
                isNamed(sentence, subject)
                        && isNamed(sentence, object)
                        && (RelationFrames.aspect(frame) != Aspect.ENDS || isOrganisation(sentence, object));
            case FOUNDED_BY, SUBSIDIARY_OF, PART_OF, LED_BY, ALLIED_WITH ->
                isNamed(sentence, subject) && isNamed(sentence, object);
            case SPOUSE_OF, CHILD_OF, SIBLING_OF, RELATIVE_OF ->
                isPerson(sentence, subject) && isPerson(sentence, object);
            case CAPITAL_OF, DE_FACTO_CAPITAL_OF, LOCATED_IN, BORDERS, CONNECTS -> true;
        };
    }

    /** One leaves a union, and a town too. */
    private boolean isOrganisation(Sentence sentence, int head) {
        return phrases.mention(sentence, head).resolved().kind() == Mention.Kind.ORGANISATION;
    }

    private boolean isNamed(Sentence sentence, int head) {
        return phrases.mention(sentence, head).resolved().name() != null;
    }

    private boolean isPerson(Sentence sentence, int head) {
        Mention meant = phrases.mention(sentence, head).resolved();
        return meant.kind() == Mention.Kind.PERSON && meant.name() != null;
    }

    private RelationMention relation(Syntax syntax, int trigger, Frame frame, int subject, int object) {
        Sentence sentence = syntax.sentence();
        boolean verb = sentence.token(trigger).isVerb();
        boolean copula = syntax.hasChild(trigger, "cop");
        Factuality put = verb || copula
                ? factuality.read(syntax, trigger, null, i -> Optional.empty()).factuality()
                : Factuality.FACT.with(Tense.PRESENT);
        return new RelationMention(
                phrases.mention(sentence, subject),
                frames.predicate(frame),
                phrases.mention(sentence, object),
                numbers.of(syntax, subject).orElse(null),
                verb || copula
                        ? periods.read(syntax, trigger, RelationFrames.aspect(frame), put)
                        : periods.inPassing(syntax),
                put,
                attribution.at(syntax, trigger),
                sentence.index(),
                frame.row().place() + " " + syntax.lemma(trigger));
    }
}
