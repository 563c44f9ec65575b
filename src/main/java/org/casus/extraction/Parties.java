package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.casus.annotation.Sentence;

/** Finds the responsible party behind what fills a slot: "Azerbaijan's operation" is Azerbaijan's doing. */
final class Parties {
    private static final int DEEPEST = 3;
    /** "Kyiv's bombardment by Russian guns" is theirs: who is named with "by" comes before whose it is. */
    private static final List<String> DOERS = List.of("by", "poss", "owner", "of", "comp", "from");

    private static final List<String> BEHIND =
            List.of("by", "poss", "owner", "of", "comp", "from", "between", "for", "against", "on", "in");

    /** "Condemned a raid on Hama": not on whom it was. */
    private static final List<String> BLAMED = List.of("by", "poss", "owner", "of", "comp", "from", "between", "in");

    private final Phrases phrases;

    Parties(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Heads of those who act, in the first of the slots that holds any: behind "a bomb in Kabul" there is nobody. */
    List<Integer> acting(Syntax syntax, int predicate, List<String> slots) {
        return in(syntax, predicate, slots, noun -> DOERS);
    }

    /** Heads of the parties in the first of the slots that holds any. */
    List<Integer> in(Syntax syntax, int predicate, List<String> slots) {
        return in(syntax, predicate, slots, noun -> BEHIND);
    }

    /**
     * The same of who is to blame for what fills them.
     *
     * @param suffering the slots of a noun in which stands whom it is done to
     */
    List<Integer> blamed(Syntax syntax, int predicate, List<String> slots, IntFunction<List<String>> suffering) {
        return in(
                syntax,
                predicate,
                slots,
                noun -> BLAMED.stream()
                        .filter(slot -> !suffering.apply(noun).contains(slot))
                        .toList());
    }

    private List<Integer> in(Syntax syntax, int predicate, List<String> slots, IntFunction<List<String>> behind) {
        for (String slot : slots) {
            List<Integer> found = new ArrayList<>();
            List<Integer> fillers = slot.equals("clause") ? actors(syntax, predicate) : syntax.slot(predicate, slot);
            for (int filler : fillers) {
                behind(syntax, filler, DEEPEST, behind)
                        .filter(head -> !found.contains(head))
                        .ifPresent(found::add);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Who is to act in a clause is the party that it is about: "demanded that Ankara reopen the border". */
    private static List<Integer> actors(Syntax syntax, int predicate) {
        return syntax.slot(predicate, "clause").stream()
                .flatMapToInt(clause -> syntax.control().subject(clause).stream())
                .boxed()
                .toList();
    }

    /** True for a name, a demonym, or a noun of people or institutions; not for a pronoun. */
    boolean isParty(Syntax syntax, int head) {
        return !syntax.sentence().token(head).isPersonalPronoun() && acts(syntax, head);
    }

    /** True where both stand for the same: "the premier" and "him". */
    boolean isSame(Syntax syntax, int head, int other) {
        Mention mention = phrases.mention(syntax.sentence(), head).resolved();
        return mention.equals(phrases.mention(syntax.sentence(), other).resolved());
    }

    /** True for a pronoun that stands for nothing known: in what somebody says, it is often the speaker. */
    boolean isUnresolved(Syntax syntax, int head) {
        Sentence sentence = syntax.sentence();
        return sentence.token(head).isPersonalPronoun()
                && phrases.mention(sentence, head).antecedent() == null;
    }

    /** "Police said he fled": he is not the police, as they may be. */
    boolean agree(Syntax syntax, int pronoun, int speaker) {
        Mention.Kind kind =
                phrases.mention(syntax.sentence(), speaker).resolved().kind();
        boolean several = kind == Mention.Kind.GROUP
                || kind == Mention.Kind.POPULATION
                || syntax.sentence().token(speaker).pos().matches("NNP?S")
                || syntax.withConjuncts(speaker).size() > 1;
        boolean body = kind == Mention.Kind.ORGANISATION || kind == Mention.Kind.PLACE;
        return switch (syntax.lemma(pronoun)) {
            case "he", "she", "him", "her" -> kind == Mention.Kind.PERSON && !several;
            case "it" -> kind != Mention.Kind.PERSON && !several;
            case "they", "them" -> several || body || speaksForOthers(syntax, speaker);
            default -> true;
        };
    }

    /** A spokesman. */
    private static boolean speaksForOthers(Syntax syntax, int speaker) {
        return syntax.isA(speaker, "representing")
                || syntax.sentence().dependents(speaker).stream().anyMatch(title -> syntax.isA(title, "representing"));
    }

    /** "The Afghan army" is named as well as Kabul. */
    boolean isNamed(Syntax syntax, int head) {
        return syntax.sentence().nameAt(head).isPresent()
                || syntax.slot(head, "comp").stream()
                        .anyMatch(modifier -> syntax.sentence().nameAt(modifier).isPresent());
    }

    /** Without the sources, their own words and what is theirs: "its troops" are not whom it acts upon. */
    List<Integer> others(Syntax syntax, List<Integer> heads, List<Integer> sources) {
        return heads.stream()
                .filter(head ->
                        sources.stream().noneMatch(source -> source.equals(head) || isModifier(syntax, head, source)))
                .filter(head -> sources.isEmpty()
                        || !isOwn(syntax, head)
                        || isOurs(syntax, head)
                        || isOfAnother(syntax, head, sources))
                .toList();
    }

    /** "Rebels detained our officers" are not their own; "we sent our troops" are ours. */
    private static boolean isOurs(Syntax syntax, int head) {
        Sentence sentence = syntax.sentence();
        return syntax.children(head, "nmod:poss").stream()
                        .anyMatch(poss -> sentence.token(poss).isFirstPerson())
                && sentence.tokens().subList(0, head).stream()
                        .noneMatch(token -> token.pos().equals("PRP") && token.isFirstPerson());
    }

    /** "Said its soldiers were killed by Chadian shells": whose they are was told before, and is not who shelled. */
    private static boolean isOfAnother(Syntax syntax, int head, List<Integer> sources) {
        return sources.stream().allMatch(source -> source > head && isByWhom(syntax, source));
    }

    private static boolean isByWhom(Syntax syntax, int source) {
        return syntax.preposition(source).equals("by")
                || syntax.preposition(syntax.sentence().governor(source)).equals("by");
    }

    /** "Afghan" of the government in "an Afghan government offensive". */
    private boolean isModifier(Syntax syntax, int head, int source) {
        Extent words = Extent.of(syntax.sentence(), source);
        return head < source && words.first() <= head && (syntax.is(head, "amod") || syntax.is(head, "compound"));
    }

    static boolean isOwn(Syntax syntax, int head) {
        return isPossessive(syntax, head)
                || (syntax.isA(head, "force")
                        && syntax.children(head, "nmod:poss").stream().anyMatch(poss -> isPossessive(syntax, poss)));
    }

    private static boolean isPossessive(Syntax syntax, int i) {
        return syntax.sentence().token(i).pos().equals("PRP$");
    }

    private boolean acts(Syntax syntax, int head) {
        // "A drone attack on Kyiv": whosever the drones were.
        if (syntax.sentence().relation(head).matches("compound|amod")
                && syntax.isA(head, "weapon")
                && !syntax.isA(head, "force")) {
            return false;
        }
        boolean adjective = syntax.sentence().token(head).pos().startsWith("JJ");
        return phrases.isActor(syntax, head) && (!adjective || phrases.actsAsAdjective(syntax, head));
    }

    /** "The media law" is not the media's. */
    static boolean isTopic(Syntax syntax, int law, int modifier) {
        return modifier < law
                && syntax.is(modifier, "compound")
                && syntax.isA(law, "law")
                && syntax.sentence().nameAt(modifier).isEmpty()
                && !syntax.sentence().token(modifier).isProper();
    }

    Optional<Integer> behind(Syntax syntax, int head, int depth) {
        return behind(syntax, head, depth, noun -> BEHIND);
    }

    private Optional<Integer> behind(Syntax syntax, int head, int depth, IntFunction<List<String>> slots) {
        Sentence sentence = syntax.sentence();
        if (phrases.isQuantity(sentence, head)) {
            Optional<Integer> counted =
                    syntax.prepositional(head, "of").stream().findFirst();
            if (counted.isPresent()) {
                return depth == 0 ? Optional.empty() : behind(syntax, counted.get(), depth - 1, slots);
            }
        }
        if (acts(syntax, head)) {
            return Optional.of(head);
        }
        if (depth == 0 || sentence.token(head).pos().startsWith("JJ")) {
            return Optional.empty();
        }
        for (String slot : slots.apply(head)) {
            for (int filler : syntax.slot(head, slot)) {
                if (PlaceReader.isVenue(syntax, head, filler) || isTopic(syntax, head, filler)) {
                    continue;
                }
                Optional<Integer> found = behind(syntax, filler, depth - 1, slots);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
