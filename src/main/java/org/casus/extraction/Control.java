package org.casus.extraction;

import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.annotation.Dependency;
import org.casus.annotation.Token;

/** Who does what a verb says, and to whom it is done: through passives, control, relative clauses and gaps. */
record Control(Syntax syntax) {
    private static final int DEEPEST = 8;
    private static final Set<String> SUBJECT_CONTROL = verbs("subject-control.tsv");

    /** "Called on Oslo to withdraw". */
    private static final Set<String> ASKED = Set.of(
            "call on", "call upon", "appeal to", "plead with", "prevail on", "prevail upon", "rely on", "count on");

    private static final Set<String> ASKING = Set.of("whether", "how", "when", "where", "yet");

    /** What these verbs are done to is somebody else's: plans, bids and calls. */
    private static final Set<String> OF_OTHERS = WordClasses.of("countering");

    private static final Set<String> INTENDED = WordClasses.of("intended");

    private static final Set<String> SUGGESTED = WordClasses.of("suggested");

    private static final Set<String> OBJECT_CONTROL =
            Set.of("of", "for", "from", "into", "with", "against", "over", "about");

    static Set<String> verbs(String table) {
        return Table.read(table, 1).stream().map(row -> row.cell(0)).collect(Collectors.toUnmodifiableSet());
    }

    /** The subject that a reader understands: its own, or one that it inherits. */
    OptionalInt subject(int verb) {
        return subject(verb, DEEPEST);
    }

    private OptionalInt subject(int verb, int depth) {
        OptionalInt own = syntax.child(verb, "nsubj");
        if (own.isPresent() && !syntax.slips().isDay(verb) && !syntax.sums().isPaid(verb)) {
            return OptionalInt.of(antecedentOfRelative(verb, own.getAsInt()));
        }
        OptionalInt cleft = syntax.slips().behindThat(verb);
        if (cleft.isPresent()) {
            return cleft;
        }
        if (syntax.slips().hasRelativeSubject(verb)) {
            return OptionalInt.of(syntax.sentence().governor(verb));
        }
        OptionalInt after = syntax.slips().ofTimeClause(verb);
        if (after.isPresent()) {
            return after;
        }
        OptionalInt held = syntax.slips().heldBySaying(verb);
        if (held.isPresent()) {
            return held;
        }
        OptionalInt counted = syntax.slips().countedSubject(verb);
        int governor =
                syntax.slips().finite(verb).orElseGet(() -> syntax.sentence().governor(verb));
        if (counted.isPresent() || governor == Dependency.ROOT || depth == 0) {
            return counted;
        }
        Token above = syntax.sentence().token(governor);
        OptionalInt swallowed = syntax.slips().swallowed(verb, governor);
        if (swallowed.isPresent()) {
            return swallowed;
        }
        OptionalInt plan = syntax.slips().planned(verb);
        if (plan.isPresent()) {
            OptionalInt planner = syntax.child(plan.getAsInt(), "nmod:poss");
            if (planner.isPresent() && INTENDED.contains(syntax.lemma(plan.getAsInt()))) {
                return planner;
            }
            if (isOfOthers(plan.getAsInt())
                    || (planner.isPresent() && SUGGESTED.contains(syntax.lemma(plan.getAsInt())))) {
                return OptionalInt.empty();
            }
        }
        OptionalInt listed = ofWhomItIsToBeDone(verb);
        if (listed.isPresent()) {
            return listed;
        }
        if (syntax.is(verb, "xcomp") || syntax.slips().isComplement(verb)) {
            return controller(governor, depth);
        }
        OptionalInt charge = syntax.slips().charge(verb);
        if (charge.isPresent()) {
            return ofNounModifier(verb, charge.getAsInt(), depth);
        }
        if (syntax.is(verb, "nmod") && syntax.slips().kept(verb).isPresent()) {
            return OptionalInt.of(governor);
        }
        OptionalInt suspecting = syntax.slips().behindPreposition(verb);
        if (suspecting.isPresent()) {
            return patient(suspecting.getAsInt());
        }
        if (syntax.is(verb, "acl") || syntax.passive().isPostposed(verb)) {
            int outcome = ofWhatOutcome(verb, governor);
            return outcome >= 0 ? subject(outcome, depth - 1) : ofNounModifier(verb, governor, depth);
        }
        boolean adverbial = syntax.is(verb, "advcl") || (syntax.is(verb, "obl") && isGerund(verb));
        if (adverbial && hasObjectControl(verb) && patient(governor).isPresent()) {
            return patient(governor);
        }
        boolean participle = (syntax.is(verb, "advcl") || syntax.is(verb, "dep"))
                && !syntax.hasChild(verb, "mark")
                && syntax.sentence().token(verb).pos().equals("VBG");
        if (participle && syntax.passive().isPassive(governor)) {
            return agent(governor);
        }
        boolean inherits = syntax.is(verb, "conj")
                || adverbial
                || ((syntax.is(verb, "ccomp") || syntax.is(verb, "dep"))
                        && (!syntax.hasChild(verb, "mark") || isAsked(verb, governor)));
        return inherits && !above.isNoun() ? subject(governor, depth - 1) : OptionalInt.empty();
    }

    /** "A list of envoys to be expelled": wherever the parser hangs it. */
    private OptionalInt ofWhomItIsToBeDone(int verb) {
        int noun = verb - 3;
        boolean behind = noun >= 0
                && syntax.lemma(verb - 1).equals("be")
                && syntax.lemma(verb - 2).equals("to")
                && (syntax.is(verb, "advcl") || syntax.is(verb, "acl"))
                && syntax.sentence().token(noun).isNoun()
                && syntax.acts(noun);
        return behind ? OptionalInt.of(noun) : OptionalInt.empty();
    }

    /** "Is considering whether to lift sanctions": who considers may lift them; so with "has yet to lift". */
    private boolean isAsked(int verb, int governor) {
        return syntax.children(verb, "mark").stream()
                        .anyMatch(mark -> syntax.lemma(mark).equals("to"))
                && IntStream.range(governor, verb).anyMatch(i -> ASKING.contains(syntax.lemma(i)));
    }

    /** "accused them of hiding", "stopped them from leaving": the object of the verb above acts. */
    private boolean hasObjectControl(int verb) {
        return syntax.children(verb, isGerund(verb) ? "case" : "mark").stream()
                .anyMatch(mark -> OBJECT_CONTROL.contains(syntax.lemma(mark)));
    }

    /**
     * "Accused them of raiding the camp", "thanked them for calling for calm": the parser takes such verbs for nouns.
     */
    private boolean isGerund(int verb) {
        return syntax.sentence().token(verb).pos().equals("VBG")
                && syntax.hasChild(verb, "case")
                && (syntax.hasChild(verb, "obj")
                        || syntax.hasChild(verb, "xcomp")
                        || syntax.children(verb, "case").stream()
                                .anyMatch(mark -> syntax.lemma(mark).equals("for")));
    }

    private OptionalInt controller(int governor, int depth) {
        OptionalInt asked = asked(governor);
        if (asked.isPresent()) {
            return asked;
        }
        OptionalInt object = patient(governor);
        if (!syntax.passive().isPassive(governor)
                && object.isPresent()
                && isAnimate(object.getAsInt())
                && !SUBJECT_CONTROL.contains(syntax.lemma(governor))) {
            return object;
        }
        return subject(governor, depth - 1);
    }

    /** "Called on Oslo to withdraw", "appealed to Oslo to withdraw": whoever is asked acts. */
    private OptionalInt asked(int verb) {
        boolean particle = syntax.particle(verb)
                .filter(word -> ASKED.contains(syntax.lemma(verb) + " " + word))
                .isPresent();
        return particle
                ? syntax.child(verb, "obj")
                : syntax.children(verb, "obl").stream()
                        .filter(party -> !syntax.inTime(party))
                        .filter(party -> ASKED.contains(syntax.lemma(verb) + " " + syntax.preposition(party)))
                        .mapToInt(Integer::intValue)
                        .findFirst();
    }

    /** "Launched raids to free them": raids free nobody. */
    private boolean isAnimate(int object) {
        Token token = syntax.sentence().token(object);
        return !token.isNoun() || token.isProper() || syntax.acts(object) || syntax.isA(object, "quantity");
    }

    /** "the troops attacking", "is in jail, arrested in May", "a plan to seize", "in a bid to seize". */
    private OptionalInt ofNounModifier(int verb, int noun, int depth) {
        boolean infinitive = syntax.children(verb, "mark").stream()
                .anyMatch(mark -> syntax.lemma(mark).equals("to"));
        boolean past = !syntax.sentence().token(verb).pos().equals("VBG");
        OptionalInt placed = syntax.child(noun, "nsubj");
        if (past && placed.isPresent() && isBehindComma(verb)) {
            return placed;
        }
        if (!infinitive && syntax.acts(noun)) {
            return OptionalInt.of(noun);
        }
        // "Protests calling for his resignation": whoever protests calls, not he.
        if (!infinitive && (past || syntax.isA(noun, "protest"))) {
            return OptionalInt.of(noun);
        }
        OptionalInt possessor = syntax.child(noun, "nmod:poss");
        if (possessor.isPresent()) {
            return possessor;
        }
        int above = syntax.sentence().governor(noun);
        boolean done = above != Dependency.ROOT
                && !(infinitive && isOfOthers(noun))
                && (syntax.is(noun, "obj")
                        || (infinitive
                                && syntax.is(noun, "obl")
                                && syntax.preposition(noun).equals("in")));
        return done ? subject(above, depth - 1) : infinitive ? OptionalInt.empty() : OptionalInt.of(noun);
    }

    /** "Rejected a plan to send envoys": it was not who rejected it that planned. */
    boolean isOfOthers(int plan) {
        int verb = syntax.sentence().governor(plan);
        return verb != Dependency.ROOT
                && syntax.is(plan, "obj")
                && OF_OTHERS.contains(syntax.lemma(verb))
                && !isAnimate(plan)
                && !syntax.hasChild(plan, "nmod:poss");
    }

    /**
     * The verb of "raided a convoy near the border, leaving ten dead", where the parser hangs it on the border; or -1.
     */
    private int ofWhatOutcome(int verb, int noun) {
        boolean apart = isSetApart(verb) || isInPlace(verb, noun);
        int above = noun;
        while (apart && (syntax.is(above, "nmod") || syntax.is(above, "conj"))) {
            above = syntax.sentence().governor(above);
        }
        boolean complement = apart && (syntax.is(above, "obj") || syntax.is(above, "obl"));
        return complement ? syntax.sentence().governor(above) : -1;
    }

    /** "Crossed into Sudan seeking asylum": Sudan seeks nothing. */
    private boolean isInPlace(int verb, int noun) {
        return syntax.sentence().token(verb).pos().equals("VBG")
                && syntax.is(noun, "obl")
                && syntax.preposition(noun).matches("in|into|to|at|from|near")
                && syntax.nameHasClass(noun, "place");
    }

    /**
     * The verb whose outcome a participle after a comma tells, wherever the parser hangs it: "shelled the town, killing
     * two"; or {@link Dependency#ROOT}.
     */
    int cause(int participle) {
        int governor = syntax.sentence().governor(participle);
        if (governor == Dependency.ROOT || participle < governor || !isSetApart(participle)) {
            return Dependency.ROOT;
        }
        int verb = syntax.is(participle, "acl")
                ? ofWhatOutcome(participle, governor)
                : syntax.is(participle, "advcl") || syntax.is(participle, "dep") ? governor : Dependency.ROOT;
        return verb != Dependency.ROOT && syntax.sentence().token(verb).isVerb() ? verb : Dependency.ROOT;
    }

    /** "Blocked the road, demanding his release". */
    boolean isSetApart(int verb) {
        return syntax.sentence().token(verb).pos().equals("VBG") && isBehindComma(verb);
    }

    private boolean isBehindComma(int token) {
        return token > 0 && syntax.sentence().token(token - 1).text().equals(",");
    }

    private int antecedentOfRelative(int verb, int subject) {
        return (syntax.is(verb, "acl:relcl") || syntax.slips().isCleft(verb)) && isRelative(subject)
                ? syntax.sentence().governor(verb)
                : subject;
    }

    private boolean isRelative(int i) {
        return syntax.sentence().token(i).pos().matches("WDT|WP");
    }

    OptionalInt agent(int verb) {
        return syntax.passive().isPassive(verb)
                ? syntax.prepositional(verb, "by").stream()
                        .mapToInt(Integer::intValue)
                        .findFirst()
                : subject(verb);
    }

    OptionalInt patient(int verb) {
        if (syntax.passive().isPassive(verb)) {
            return syntax.passive().isGiven(verb) ? syntax.child(verb, "obj") : subject(verb);
        }
        boolean second = syntax.slips().isContent(verb) || syntax.slips().hasRelativeSubject(verb);
        OptionalInt object = syntax.children(verb, "obj").stream()
                .mapToInt(Integer::intValue)
                .skip(second ? 1 : 0)
                .findFirst();
        if (object.isPresent()) {
            return OptionalInt.of(syntax.sums().amount(antecedentOfRelative(verb, object.getAsInt())));
        }
        OptionalInt released = syntax.slips().modified(verb);
        if (released.isPresent()) {
            return released;
        }
        OptionalInt meant = syntax.slips().object(verb);
        if (meant.isPresent()) {
            return meant;
        }
        boolean gap = syntax.is(verb, "acl:relcl")
                && syntax.children(verb, "nsubj").stream().anyMatch(s -> !isRelative(s));
        if (gap && !syntax.hasChild(verb, "xcomp") && !syntax.hasChild(verb, "ccomp")) {
            return OptionalInt.of(syntax.sentence().governor(verb));
        }
        OptionalInt shared =
                syntax.is(verb, "conj") ? syntax.child(syntax.sentence().governor(verb), "obj") : OptionalInt.empty();
        if (shared.isPresent() && shared.getAsInt() > verb) {
            return shared;
        }
        // "attacked and burned the village": the last of the verbs has the object of all.
        return syntax.children(verb, "conj").stream()
                .filter(next ->
                        syntax.sentence().token(next).isVerb() && !syntax.hasChild(next, "nsubj") && next - verb <= 3)
                .flatMap(next -> syntax.children(next, "obj").stream())
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** To whom something is given, denied or sent: "gave them visas", "were denied visas". */
    OptionalInt recipient(int verb) {
        return syntax.passive().isGiven(verb) && syntax.passive().isPassive(verb)
                ? subject(verb)
                : syntax.child(verb, "iobj");
    }
}
