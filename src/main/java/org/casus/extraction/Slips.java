package org.casus.extraction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.Dependency;
import org.casus.annotation.Sentence;

/** What the parser is known to get wrong, read as it is meant. */
record Slips(Syntax syntax) {
    /** What states do; troops threaten and demand as well. */
    private static final Set<String> CHARGES = WordClasses.of("blaming");

    private static final Set<String> TIME_CLAUSE = Set.of("after", "before", "since", "until", "as", "because");
    private static final Set<String> ABOUT = Set.of("around", "about", "over", "nearly", "under");

    /** "Peru says Chile must leave": the parser takes Chile for what is said. */
    OptionalInt swallowed(int verb, int governor) {
        return syntax.is(verb, "dep") && syntax.hasChild(verb, "aux")
                ? syntax.children(governor, "obj").stream()
                        .filter(object -> governor < object && object < verb)
                        .mapToInt(Integer::intValue)
                        .findFirst()
                : OptionalInt.empty();
    }

    /** "Kenya said a shell was fired at it": the parser takes the saying for the subject of what is said. */
    boolean isSubject(int saying) {
        Sentence sentence = syntax.sentence();
        return syntax.is(saying, "csubj")
                && saying < sentence.governor(saying)
                && syntax.hasChild(saying, "nsubj")
                && !syntax.hasChild(saying, "mark")
                && sentence.dependents(saying).stream()
                        .noneMatch(child -> sentence.token(child).pos().startsWith("W"));
    }

    /** Whose saying a verb has for its subject. */
    OptionalInt saying(int verb) {
        return first(syntax.children(verb, "csubj").stream().filter(this::isSubject));
    }

    /** "Kenya said a shell was fired at it": the shell, which hangs on the saying, right before the auxiliaries. */
    OptionalInt heldBySaying(int verb) {
        OptionalInt saying = saying(verb);
        OptionalInt auxiliary = syntax.child(verb, "aux");
        return saying.isEmpty() || auxiliary.isEmpty()
                ? OptionalInt.empty()
                : first(syntax.children(saying.getAsInt(), "obj").stream()
                        .filter(object -> CueReader.subtree(syntax, object).length() == auxiliary.getAsInt()));
    }

    /** "It was rebels who fired": the parser hangs what they did loosely on the rebels. */
    boolean isCleft(int verb) {
        int noun = syntax.sentence().governor(verb);
        return noun != Dependency.ROOT && syntax.is(verb, "dep") && isSaidOfIt(noun);
    }

    /** "It was Riga that fired": Riga, where the parser hangs what it did on the "that". */
    OptionalInt behindThat(int verb) {
        int that = syntax.sentence().governor(verb);
        // In a sentence that was not parsed, all are "dep" of nothing.
        int noun = that != Dependency.ROOT
                        && syntax.is(verb, "dep")
                        && syntax.is(that, "dep")
                        && syntax.lemma(that).equals("that")
                ? syntax.sentence().governor(that)
                : Dependency.ROOT;
        return noun != Dependency.ROOT && syntax.sentence().token(noun).isNoun() && isSaidOfIt(noun)
                ? OptionalInt.of(noun)
                : OptionalInt.empty();
    }

    /** Of whom it is said that it was, or was not, he who did what a verb tells. */
    OptionalInt cleft(int verb) {
        OptionalInt behind = behindThat(verb);
        int noun = syntax.sentence().governor(verb);
        boolean relative = noun != Dependency.ROOT
                && (syntax.is(verb, "dep") || syntax.sentence().relation(verb).equals("acl:relcl"))
                && isSaidOfIt(noun);
        return relative ? OptionalInt.of(noun) : behind;
    }

    private boolean isSaidOfIt(int noun) {
        return syntax.hasChild(noun, "cop")
                && syntax.children(noun, "nsubj").stream()
                        .anyMatch(it -> syntax.lemma(it).equals("it"));
    }

    /** "Chad, which accuses Niger of it": the parser takes "which" for an object beside Niger. */
    boolean hasRelativeSubject(int verb) {
        List<Integer> objects = syntax.children(verb, "obj");
        return syntax.sentence().relation(verb).equals("acl:relcl")
                && objects.size() == 2
                && objects.get(0) == verb - 1
                && syntax.sentence().token(objects.get(0)).pos().matches("WDT|WP")
                && !syntax.hasChild(verb, "nsubj");
    }

    /** "Called for talks after a raid on a camp killed ten": the raid, which the parser hangs on the call. */
    OptionalInt ofTimeClause(int verb) {
        boolean loose = syntax.is(verb, "dep") || syntax.is(verb, "conj") || syntax.is(verb, "xcomp");
        int governor = syntax.sentence().governor(verb);
        if (!loose
                || governor < 0
                || !syntax.sentence().token(verb).pos().equals("VBD")
                || Stream.of("nsubj", "cc", "aux", "mark").anyMatch(own -> syntax.hasChild(verb, own))) {
            return OptionalInt.empty();
        }
        return first(syntax.children(governor, "obl").stream()
                .filter(noun -> governor < noun
                        && noun < verb
                        && TIME_CLAUSE.contains(syntax.preposition(noun))
                        && CueReader.subtree(syntax, noun).length() == verb));
    }

    /** "Dropped plans to expel him": the plans, where the parser hangs the infinitive on the verb before them. */
    OptionalInt planned(int infinitive) {
        OptionalInt to = syntax.child(infinitive, "mark");
        boolean open = syntax.is(infinitive, "xcomp") || syntax.is(infinitive, "advcl");
        if (!open || to.isEmpty() || !syntax.lemma(to.getAsInt()).equals("to")) {
            return OptionalInt.empty();
        }
        int plan = to.getAsInt() - 1;
        int verb = syntax.sentence().governor(infinitive);
        return syntax.children(verb, "obj").contains(plan) ? OptionalInt.of(plan) : OptionalInt.empty();
    }

    /** "Accusations from Riga of raiding a camp": the accusations, where the parser hangs the gerund on Riga. */
    OptionalInt charge(int gerund) {
        int party = syntax.sentence().governor(gerund);
        return isHungOn(gerund, "of")
                        && syntax.is(party, "nmod")
                        && syntax.preposition(party).matches("by|from")
                ? OptionalInt.of(syntax.sentence().governor(party))
                : OptionalInt.empty();
    }

    /** "Kept students from storming it": the keeping, where the parser hangs the gerund on the students. */
    OptionalInt kept(int gerund) {
        int party = syntax.sentence().governor(gerund);
        return isHungOn(gerund, "of|from") && syntax.is(party, "obj")
                ? OptionalInt.of(syntax.sentence().governor(party))
                : OptionalInt.empty();
    }

    /** "Suspected of killing a guard": the suspecting, where the parser hangs the gerund on the preposition. */
    OptionalInt behindPreposition(int gerund) {
        int preposition = syntax.sentence().governor(gerund);
        return syntax.is(gerund, "acl")
                        && preposition == gerund - 1
                        && syntax.is(preposition, "dep")
                        && syntax.sentence().token(preposition).pos().equals("IN")
                ? OptionalInt.of(syntax.sentence().governor(preposition))
                : OptionalInt.empty();
    }

    private boolean isHungOn(int gerund, String prepositions) {
        return (syntax.is(gerund, "acl") || syntax.is(gerund, "nmod"))
                && gerund > 0
                && syntax.sentence().token(gerund).pos().equals("VBG")
                && syntax.lemma(gerund - 1).matches(prepositions)
                && syntax.sentence().token(syntax.sentence().governor(gerund)).isNoun();
    }

    /** The verb that a verb is joined to, where the parser takes another for it. */
    OptionalInt finite(int verb) {
        return Stream.of(afterForce(verb), behindRelative(verb), behindOpen(verb), behindSpan(verb))
                .flatMapToInt(OptionalInt::stream)
                .findFirst();
    }

    /** "Condemned the raid, in which two died, and agreed to help": who condemned agreed, not who died. */
    private OptionalInt behindRelative(int verb) {
        Sentence sentence = syntax.sentence();
        int clause = sentence.governor(verb);
        boolean joined = syntax.is(verb, "conj")
                && sentence.relation(clause).equals("acl:relcl")
                && sentence.token(verb).pos().matches("VB[DZPN]")
                && !syntax.hasChild(verb, "nsubj")
                && syntax.children(clause, "conj").size() == 1
                && syntax.children(verb, "cc").stream()
                        .anyMatch(and -> syntax.lemma(and - 1).equals(","));
        int noun = joined ? sentence.governor(clause) : Dependency.ROOT;
        if (!joined || !syntax.lemma(noun + 1).equals(",")) {
            return OptionalInt.empty();
        }
        while (noun != Dependency.ROOT && (syntax.is(noun, "nmod") || syntax.is(noun, "appos"))) {
            noun = sentence.governor(noun);
        }
        int above = sentence.governor(noun);
        boolean behind = above != Dependency.ROOT
                && above < noun
                && sentence.token(above).isVerb();
        return behind ? OptionalInt.of(above) : OptionalInt.empty();
    }

    /**
     * "Accused them of arming rebels and demanded a halt", "announced that it would strike and demanded talks": who
     * accused or announced did, as neither gerund nor infinitive has a past beside it; but "did not stop and fired"
     * has.
     */
    private OptionalInt behindOpen(int verb) {
        Sentence sentence = syntax.sentence();
        int act = sentence.governor(verb);
        boolean joined = syntax.is(verb, "conj")
                && sentence.token(verb).pos().equals("VBD")
                && sentence.token(act).pos().matches("VBG?")
                && !syntax.hasChild(verb, "nsubj")
                && !syntax.hasChild(verb, "aux")
                && syntax.children(act, "aux").stream()
                        .noneMatch(did -> syntax.lemma(did).matches("do|be"));
        int above = joined ? sentence.governor(act) : Dependency.ROOT;
        while (above != Dependency.ROOT && sentence.token(above).pos().matches("VBG?")) {
            above = sentence.governor(above);
        }
        boolean past = above != Dependency.ROOT
                && (sentence.token(above).pos().equals("VBD")
                        || (sentence.token(above).pos().equals("VBN") && syntax.hasChild(above, "nsubj")));
        return past ? OptionalInt.of(above) : OptionalInt.empty();
    }

    /** "Left two days after signing a deal": who left signed, where the parser hangs the gerund on the days. */
    private OptionalInt behindSpan(int gerund) {
        Sentence sentence = syntax.sentence();
        int days = sentence.governor(gerund);
        boolean behind = days != Dependency.ROOT
                && syntax.is(gerund, "dep")
                && sentence.token(gerund).pos().equals("VBG")
                && syntax.lemma(gerund - 1).matches("after|before")
                && sentence.token(days).isNoun()
                && days == gerund - 2;
        int above = behind ? sentence.governor(days) : Dependency.ROOT;
        while (above != Dependency.ROOT && sentence.token(above).isNoun()) {
            above = sentence.governor(above);
        }
        return above != Dependency.ROOT && sentence.token(above).isVerb() ? OptionalInt.of(above) : OptionalInt.empty();
    }

    /** "Denied that its troops had fired and accused Riga": who denied, as troops make no charges. */
    private OptionalInt afterForce(int verb) {
        int act = syntax.sentence().governor(verb);
        if (!syntax.is(verb, "conj") || !CHARGES.contains(syntax.lemma(verb)) || !syntax.is(act, "ccomp")) {
            return OptionalInt.empty();
        }
        boolean force = !syntax.hasChild(verb, "nsubj")
                && !syntax.hasChild(verb, "aux")
                && syntax.hasChild(act, "mark")
                && syntax.children(act, "nsubj").stream().anyMatch(subject -> syntax.isA(subject, "force"));
        return force ? OptionalInt.of(syntax.sentence().governor(act)) : OptionalInt.empty();
    }

    /** "Is considering closing it": the parser takes the gerund right behind a verb for a clause about a noun. */
    boolean isComplement(int gerund) {
        return syntax.is(gerund, "acl")
                && syntax.sentence().governor(gerund) == gerund - 1
                && syntax.sentence().token(gerund - 1).isVerb();
    }

    /** "The claim that Riga shelled a town": the parser takes "that" for an object, though there is another. */
    boolean isContent(int clause) {
        int noun = syntax.sentence().governor(clause);
        return syntax.sentence().relation(clause).equals("acl:relcl")
                && noun < clause
                && syntax.lemma(noun + 1).equals("that")
                && syntax.children(clause, "obj").size() > 1
                && syntax.children(clause, "obj").contains(noun + 1);
    }

    private static OptionalInt first(Stream<Integer> tokens) {
        return tokens.mapToInt(Integer::intValue).findFirst();
    }

    /** "Around 2,000 miners walked out": the parser takes the first word for a preposition. */
    OptionalInt countedSubject(int verb) {
        return syntax.children(verb, "obl").stream()
                .filter(head ->
                        head < verb && ABOUT.contains(syntax.preposition(head)) && syntax.hasChild(head, "nummod"))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** The object of a verb that seems to have none. */
    OptionalInt object(int verb) {
        return Stream.of(described(verb), ofClause(verb), behindDay(verb))
                .flatMap(objects -> objects)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** "Arrested what the ministry described as spies": spies, and not the ministry. */
    private Stream<Integer> described(int verb) {
        return syntax.children(verb, "ccomp").stream()
                .filter(clause -> isWhat(clause))
                .flatMap(clause -> syntax.children(clause, "obl").stream())
                .filter(thing -> syntax.preposition(thing).equals("as"));
    }

    private boolean isWhat(int clause) {
        return syntax.children(clause, "obj").stream()
                .anyMatch(what -> what < clause && syntax.lemma(what).equals("what"));
    }

    /**
     * "Deported seekers registered there", "left ten people dead", "welcomed his decision to resign": the parser makes
     * a clause of the object.
     */
    private Stream<Integer> ofClause(int verb) {
        return syntax.sentence().dependents(verb).stream()
                .filter(clause -> syntax.is(clause, "xcomp") || syntax.is(clause, "ccomp"))
                .filter(clause -> !isWhat(clause))
                .filter(clause -> isParticiple(clause) || isAdjective(clause) || isBareInfinitive(clause))
                .flatMap(clause -> Stream.of("nsubj", "dep").flatMap(part -> syntax.children(clause, part).stream()))
                .filter(object -> object > verb
                        && (syntax.is(object, "nsubj")
                                || syntax.sentence().token(object).isNoun()));
    }

    /** "Shot down nine of twelve drones": the parser hangs the particle on the drones. */
    Optional<Integer> particle(int verb) {
        int next = verb + 1;
        boolean astray = syntax.lemma(next).matches("down|off|out|up")
                && syntax.is(next, "advmod")
                && syntax.sentence().governor(next) > next;
        return astray
                        && syntax.sentence().token(verb).isVerb()
                        && !syntax.lemma(next + 1).equals("to")
                ? Optional.of(next)
                : Optional.empty();
    }

    /** "Ordered nine ministers jailed": what somebody wants done to the object. */
    List<Integer> done(int verb) {
        return syntax.children(verb, "xcomp").stream()
                .filter(this::isParticiple)
                .filter(participle ->
                        syntax.children(participle, "nsubj").stream().anyMatch(object -> object > verb))
                .toList();
    }

    private boolean isParticiple(int clause) {
        return (syntax.sentence().token(clause).pos().equals("VBN") || isTakenForPast(clause))
                && !syntax.hasChild(clause, "aux")
                && !syntax.hasChild(clause, "mark");
    }

    /** "Intercepted missiles fired by rebels", "a rocket launched from Gaza", "ordered nine ministers jailed". */
    private boolean isTakenForPast(int clause) {
        int verb = syntax.sentence().governor(clause);
        if (!syntax.sentence().token(clause).pos().equals("VBD") || verb == Dependency.ROOT) {
            return false;
        }
        boolean byThem = syntax.children(clause, "obl").stream()
                .anyMatch(party -> syntax.preposition(party).equals("by"));
        return isFired(clause)
                || ((byThem || syntax.lemma(verb).equals("order"))
                        && syntax.passive().isWithoutAuxiliary(clause));
    }

    private boolean isFired(int clause) {
        return syntax.lemma(clause).matches("fire|launch")
                && !syntax.hasChild(clause, "obj")
                && syntax.children(clause, "nsubj").stream().anyMatch(subject -> syntax.isA(subject, "weapon"));
    }

    /** Participles that tell of a noun, also where the parser makes a clause of both. */
    List<Integer> participles(int noun) {
        int clause = syntax.sentence().governor(noun);
        boolean reduced = syntax.is(noun, "nsubj")
                && (syntax.is(clause, "ccomp") || syntax.is(clause, "xcomp") || syntax.is(clause, "dep"))
                && syntax.sentence().governor(clause) < noun
                && isParticiple(clause)
                && (isFired(clause) || syntax.passive().isWithoutAuxiliary(clause));
        return reduced ? List.of(clause) : syntax.children(noun, "acl");
    }

    private boolean isAdjective(int clause) {
        return syntax.sentence().token(clause).pos().startsWith("JJ")
                && syntax.is(clause, "xcomp")
                && !syntax.hasChild(clause, "cop")
                && !syntax.hasChild(clause, "mark");
    }

    private boolean isBareInfinitive(int clause) {
        List<Integer> marks = syntax.children(clause, "mark");
        return marks.size() == 1 && syntax.lemma(marks.get(0)).equals("to");
    }

    /** "Freed hostages held by pirates": the hostages, which the parser hangs on what was done to them. */
    OptionalInt modified(int verb) {
        return first(syntax.children(verb, "dep").stream()
                .filter(participle ->
                        participle > verb && isParticiple(participle) && !syntax.hasChild(participle, "obj"))
                .flatMap(participle -> syntax.sentence().dependents(participle).stream()
                        .filter(noun -> noun > verb && noun < participle)
                        .filter(noun -> noun == participle - 1
                                ? syntax.is(noun, "nsubj") || syntax.is(noun, "dep")
                                : syntax.is(noun, "nsubj") && syntax.passive().isWithoutAuxiliary(participle))
                        .filter(noun -> syntax.sentence().token(noun).isNoun())));
    }

    /** "Lifted Friday a blockade", "denounced as a crime the raid": the parser hangs the object on what goes before. */
    private Stream<Integer> behindDay(int verb) {
        return syntax.children(verb, "obl").stream()
                .filter(before ->
                        syntax.inTime(before) || syntax.preposition(before).equals("as"))
                .flatMap(day -> syntax.children(day, "dep").stream())
                .filter(thing -> syntax.sentence().token(thing).isNoun());
    }

    /** "Called her on Friday to explain": the parser takes the day for who explains. */
    boolean isDay(int infinitive) {
        return syntax.children(infinitive, "mark").stream().map(syntax::lemma).anyMatch("to"::equals)
                && syntax.children(infinitive, "nsubj").stream().allMatch(syntax::inTime);
    }

    /** "Reached a deal with Chad to withdraw": the parser takes Chad for who withdraws. */
    boolean isMarked(int clause, String preposition) {
        List<String> marks =
                syntax.children(clause, "mark").stream().map(syntax::lemma).toList();
        return syntax.children(clause, "nsubj").stream().anyMatch(party -> !syntax.inTime(party))
                && marks.contains("to")
                && marks.contains(preposition)
                && (!preposition.equals("to") || syntax.sums().hasRecipient(clause));
    }
}
