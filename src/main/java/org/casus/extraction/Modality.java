package org.casus.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casus.annotation.Dependency;
import org.casus.annotation.Token;
import org.casus.extraction.Factuality.Certainty;
import org.casus.extraction.Factuality.Polarity;
import org.casus.extraction.Factuality.Tense;

/** Reads tense, modality and negation of a token's own words: its auxiliaries, adverbs, markers and arguments. */
final class Modality {
    private static final Set<String> WILL = Set.of("will", "wo", "'ll", "shall", "sha");
    /** What is likely to do this is not there yet. */
    private static final Set<String> OCCURRING = WordClasses.of("occurring");

    private static final Set<String> HAPPENING = WordClasses.of("happening");

    /** What was so came to be. */
    private static final Set<String> IMPLICATIVE = WordClasses.of("implicative");

    private static final Set<String> MAY =
            Set.of("may", "might", "could", "can", "must", "should", "ought", "ca", "need");
    private static final Set<String> ALLOWS = Set.of("may", "might", "could");
    private static final Set<String> OBLIGES = Set.of("must", "should", "ought");
    private static final Set<String> NEVER = Set.of("no", "neither", "nobody", "none", "nor");
    /** They leave open what they begin. */
    static final Set<String> OPEN = Set.of("if", "whether", "unless", "lest");

    private final Operators operators;

    Modality(Operators operators) {
        this.operators = operators;
    }

    Factuality read(Syntax syntax, int i, Factuality before) {
        Factuality factuality = tense(syntax, i, before);
        factuality = auxiliaries(syntax, i, factuality);
        for (int child : syntax.sentence().dependents(i)) {
            String lemma = syntax.lemma(child);
            boolean adverb = syntax.is(child, "advmod");
            Optional<Operators.Operator> modifier = adverb
                    ? operators.find(lemma + "/r")
                    : syntax.is(child, "amod") ? operators.find(lowerText(syntax, child) + "/a") : Optional.empty();
            if (modifier.isPresent()) {
                factuality = modifier.get().apply(factuality);
            }
            if (syntax.is(child, "mark") && OPEN.contains(lemma)) {
                factuality = factuality.atMost(Certainty.POSSIBLE);
            }
            boolean without = lemma.equals("without") && (syntax.is(child, "mark") || syntax.is(child, "case"));
            boolean ended = adverb && lemma.matches("longer|long|more") && isAfterNo(syntax, child);
            boolean no = (syntax.is(child, "det") || syntax.is(child, "cc:preconj") || isOfNor(syntax, i, child))
                    && NEVER.contains(lemma);
            if (without
                    || ended
                    || no
                    || isShortOf(syntax, child)
                    || isReplaced(syntax, i, child)
                    || emptyHanded(syntax, i, child)) {
                factuality = factuality.with(Polarity.NEGATIVE);
            }
        }
        if (isInvertedByNo(syntax, i)) {
            factuality = factuality.with(Polarity.NEGATIVE);
        }
        if (isSupposed(syntax, i) || isAny(syntax, i)) {
            factuality = factuality.atMost(Certainty.POSSIBLE);
        }
        boolean asked = syntax.sentence()
                .tokens()
                .get(syntax.sentence().tokens().size() - 1)
                .text()
                .equals("?");
        return asked ? factuality.atMost(Certainty.POSSIBLE) : factuality;
    }

    /** "Will fight until they win": what is awaited in the present tense has not come yet. */
    static boolean isAwaited(Syntax syntax, int verb) {
        boolean present = Stream.concat(Stream.of(verb), syntax.children(verb, "aux").stream())
                .anyMatch(word -> syntax.sentence().token(word).pos().matches("VB[ZP]"));
        return present
                && syntax.children(verb, "mark").stream()
                        .anyMatch(mark -> syntax.lemma(mark).matches("until|till"));
    }

    /** "Nor fired on them" of "neither attacked nor fired". */
    private static boolean isOfNor(Syntax syntax, int verb, int conjunction) {
        return syntax.is(conjunction, "cc")
                && syntax.is(verb, "conj")
                && syntax.lemma(conjunction).equals("nor");
    }

    /** "no longer controls it". */
    private static boolean isAfterNo(Syntax syntax, int i) {
        return i > 0 && syntax.lemma(i - 1).equals("no");
    }

    /** "gave no help", "nobody was hurt", "neither attacked". */
    private static boolean emptyHanded(Syntax syntax, int verb, int child) {
        boolean argument = syntax.is(child, "obj") || syntax.is(child, "nsubj");
        if (!argument || !syntax.sentence().token(verb).isVerb()) {
            return false;
        }
        return isNobody(syntax, child) || isNotOne(syntax, child);
    }

    /** "Nobody", "no country". */
    static boolean isNobody(Syntax syntax, int noun) {
        return NEVER.contains(syntax.lemma(noun))
                || Stream.of("det", "cc:preconj")
                        .flatMap(relation -> syntax.children(noun, relation).stream())
                        .anyMatch(word -> NEVER.contains(syntax.lemma(word)));
    }

    /** "Not a single state condemned it"; but "not only Kenya" did. */
    private static boolean isNotOne(Syntax syntax, int noun) {
        return syntax.children(noun, "advmod").stream()
                .anyMatch(word -> syntax.lemma(word).equals("not")
                        && syntax.lemma(word + 1).matches("a|one"));
    }

    /**
     * "Has yet to recognise them", "stopped short of condemning it", "came close to attacking them"; but "attacked
     * close to the border" did attack.
     */
    static boolean isShortOf(Syntax syntax, int adverb) {
        return syntax.is(adverb, "advmod")
                && ((syntax.lemma(adverb).equals("yet")
                                && syntax.lemma(adverb + 1).equals("to"))
                        || (syntax.lemma(adverb).equals("close")
                                && syntax.lemma(adverb + 1).equals("to")
                                && isGerund(syntax, adverb + 2))
                        || (syntax.lemma(adverb).equals("short")
                                && syntax.lemma(adverb + 1).equals("of")));
    }

    /** "Instead of attacking", "rather than attack". */
    private static boolean isReplaced(Syntax syntax, int i, int marker) {
        return marker + 1 < i
                && (syntax.lemma(marker) + " " + syntax.lemma(marker + 1)).matches("instead of|rather than")
                && IntStream.range(marker, i)
                        .noneMatch(between -> syntax.lemma(between).equals(","));
    }

    /** "Had they attacked". */
    static boolean isInverted(Syntax syntax, int verb) {
        OptionalInt subject = syntax.child(verb, "nsubj");
        OptionalInt first = syntax.child(verb, "aux");
        return subject.isPresent()
                && first.isPresent()
                && first.getAsInt() < subject.getAsInt()
                && lowerText(syntax, first.getAsInt()).equals("had");
    }

    private static boolean isGerund(Syntax syntax, int i) {
        return i < syntax.sentence().tokens().size()
                && syntax.sentence().token(i).pos().equals("VBG");
    }

    /** "Nor did they attack", "in no case have they attacked", "not once did they attack"; but "in no time" is soon. */
    private static boolean isInvertedByNo(Syntax syntax, int verb) {
        OptionalInt subject = syntax.child(verb, "nsubj");
        OptionalInt first = syntax.child(verb, "aux");
        if (subject.isEmpty() || first.isEmpty() || first.getAsInt() > subject.getAsInt()) {
            return false;
        }
        int auxiliary = first.getAsInt();
        String before = String.join(
                " ",
                IntStream.range(auxiliary - 3, auxiliary)
                        .mapToObj(syntax::lemma)
                        .toList());
        return before.matches("(.* )?(nor|neither|not once|(?!in no time)(in|at|by|on|under) no \\w+)");
    }

    /** "Were they to attack". */
    private static boolean isSupposed(Syntax syntax, int verb) {
        OptionalInt subject = syntax.child(verb, "nsubj");
        OptionalInt to = syntax.child(verb, "mark");
        if (subject.isEmpty() || to.isEmpty() || !syntax.lemma(to.getAsInt()).equals("to")) {
            return false;
        }
        int were = CueReader.subtree(syntax, subject.getAsInt()).nextSetBit(0) - 1;
        return were >= 0
                && subject.getAsInt() < to.getAsInt()
                && lowerText(syntax, were).equals("were");
    }

    /** "Would answer any attack": there need be none; "did not launch any" says that there was none. */
    private boolean isAny(Syntax syntax, int noun) {
        int verb = syntax.sentence().governor(noun);
        boolean denied = verb != Dependency.ROOT
                && syntax.children(verb, "advmod").stream()
                        .flatMap(word -> operators.find(syntax.lemma(word) + "/r").stream())
                        .anyMatch(operator -> operator.polarity() == Polarity.NEGATIVE);
        return !denied
                && syntax.sentence().token(noun).isNoun()
                && syntax.children(noun, "det").stream()
                        .anyMatch(word -> syntax.lemma(word).equals("any"));
    }

    private static String lowerText(Syntax syntax, int i) {
        return syntax.sentence().token(i).text().toLowerCase(Locale.ROOT);
    }

    private static Factuality tense(Syntax syntax, int i, Factuality before) {
        Token token = syntax.sentence().token(i);
        if (!token.isVerb()) {
            return before;
        }
        // "Norway to send troops", as headlines have it.
        if (syntax.sentence().governor(i) == Dependency.ROOT
                && token.pos().equals("VB")
                && syntax.children(i, "mark").stream()
                        .anyMatch(mark -> syntax.lemma(mark).equals("to"))) {
            return before.atMost(Certainty.PROBABLE).with(Tense.FUTURE);
        }
        List<Integer> auxiliaries = syntax.children(i, "aux");
        boolean past = token.pos().equals("VBD")
                || auxiliaries.stream()
                        .anyMatch(aux -> syntax.lemma(aux).equals("have")
                                || syntax.sentence().token(aux).pos().equals("VBD"));
        boolean present = token.pos().matches("VBZ|VBP")
                || auxiliaries.stream()
                        .anyMatch(aux -> syntax.sentence().token(aux).pos().matches("VBZ|VBP"));
        return past ? before.with(Tense.PAST) : present ? before.with(Tense.PRESENT) : before;
    }

    static Factuality auxiliaries(Syntax syntax, int i, Factuality before) {
        Factuality factuality = before;
        for (int aux : syntax.children(i, "aux")) {
            String word = lowerText(syntax, aux);
            if (WILL.contains(word)) {
                factuality = factuality.with(Tense.FUTURE);
            } else if (isUnreal(syntax, i, word)) {
                factuality = factuality
                        .atMost(Certainty.POSSIBLE)
                        .with(Polarity.NEGATIVE)
                        .with(Tense.PAST);
            } else if (word.equals("would") || word.equals("'d")) {
                factuality = factuality.atMost(Certainty.PROBABLE).with(Tense.FUTURE);
            } else if (MAY.contains(word)) {
                factuality = factuality.atMost(Certainty.POSSIBLE);
            }
        }
        return factuality;
    }

    /** "Would have attacked": did not; but "would have to attack" may. */
    private static boolean isUnreal(Syntax syntax, int verb, String auxiliary) {
        return auxiliary.equals("would")
                && syntax.children(verb, "aux").stream()
                        .anyMatch(aux -> lowerText(syntax, aux).equals("have")
                                && !syntax.lemma(aux + 1).equals("to"));
    }

    /**
     * "Attacks targeting convoys may be crimes": any, of which there need be none; but "missiles fired at Riga may be
     * Iranian" were fired, and "rebels attacking Riga may win" are there.
     */
    static boolean isGeneric(Syntax syntax, int participle) {
        int noun = syntax.sentence().governor(participle);
        if (noun == Dependency.ROOT
                || !syntax.is(participle, "acl")
                || !syntax.sentence().token(participle).pos().equals("VBG")) {
            return false;
        }
        boolean bare = syntax.sentence().token(noun).pos().equals("NNS")
                && !syntax.acts(noun)
                && syntax.children(participle, "obl").stream().noneMatch(syntax::inTime)
                && Stream.of("det", "nummod", "nmod:poss").noneMatch(own -> syntax.hasChild(noun, own));
        int verb = syntax.sentence().governor(noun);
        return bare
                && syntax.is(noun, "nsubj")
                && syntax.children(verb, "aux").stream().anyMatch(aux -> MAY.contains(lowerText(syntax, aux)));
    }

    /**
     * "A war between them is likely": what is said of an act by an adjective. One that "is likely to anger Riga", or
     * "was possible because they helped", is a fact.
     */
    static boolean hasOdds(Syntax syntax, int act) {
        int adjective = syntax.sentence().governor(act);
        boolean said = syntax.is(act, "nsubj")
                && syntax.sentence().token(adjective).pos().startsWith("JJ")
                && syntax.hasChild(adjective, "cop");
        if (!said) {
            return false;
        }
        boolean came = IMPLICATIVE.contains(syntax.lemma(adjective))
                && syntax.children(adjective, "cop").stream()
                        .anyMatch(be -> syntax.sentence().token(be).pos().equals("VBD"));
        return !came
                && syntax.children(adjective, "xcomp").stream()
                        .allMatch(verb -> OCCURRING.contains(syntax.lemma(verb)));
    }

    /** "Would free them in return for the release of two": what is given for it is as sure as what is done. */
    static OptionalInt exchange(Syntax syntax, int node) {
        int trade = syntax.sentence().governor(node);
        boolean given = syntax.is(node, "nmod")
                && syntax.preposition(node).equals("for")
                && syntax.lemma(trade).matches("return|exchange")
                && syntax.preposition(trade).equals("in")
                && syntax.sentence().governor(trade) != Dependency.ROOT;
        return given ? OptionalInt.of(syntax.sentence().governor(trade)) : OptionalInt.empty();
    }

    /**
     * The verb that tells whether an act that is its subject comes about: "talks will resume", "talks are to begin";
     * but a raid that "did not break the siege" was one.
     */
    static OptionalInt occurrence(Syntax syntax, int act) {
        if (!syntax.sentence().relation(act).equals("nsubj")) {
            return OptionalInt.empty();
        }
        int verb = syntax.sentence().governor(act);
        return IntStream.concat(
                        IntStream.of(verb),
                        syntax.children(verb, "xcomp").stream().mapToInt(Integer::intValue))
                .filter(word -> HAPPENING.contains(syntax.lemma(word))
                        || (syntax.lemma(word).equals("take")
                                && syntax.children(word, "obj").stream()
                                        .anyMatch(object -> syntax.lemma(object).matches("place|effect"))))
                .filter(word ->
                        !syntax.hasChild(word, "obj") || syntax.lemma(word).equals("take"))
                .findFirst();
    }

    /** True for what must or should be done. */
    static boolean obliges(Syntax syntax, int verb) {
        return syntax.children(verb, "aux").stream().anyMatch(aux -> OBLIGES.contains(lowerText(syntax, aux)));
    }

    /** "After rebels advanced", "since they left", "as they fled": what was done by then. */
    static boolean wentBefore(Syntax syntax, int clause) {
        return isPastClause(syntax, clause)
                && syntax.children(clause, "mark").stream()
                        .anyMatch(mark -> syntax.lemma(mark).matches("after|as|since"));
    }

    /** "Rebels advanced": a past with a subject of its own. */
    static boolean isPastClause(Syntax syntax, int clause) {
        return syntax.sentence().token(clause).pos().matches("VB[DN]") && syntax.hasChild(clause, "nsubj");
    }

    /** "May", "might", "could". */
    static boolean allows(Syntax syntax, int verb) {
        return syntax.children(verb, "aux").stream().anyMatch(aux -> ALLOWS.contains(lowerText(syntax, aux)));
    }
}
