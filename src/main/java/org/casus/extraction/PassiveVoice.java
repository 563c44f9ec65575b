package org.casus.extraction;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.Dependency;
import org.casus.annotation.Token;

/** Tells which verbs are passive, with or without the auxiliary that says so. */
final class PassiveVoice {
    /** Without an object these are participles, whatever the tagger says. */
    private static final Set<String> NEEDS_OBJECT = Control.verbs("transitives.tsv");

    /** "Was given a visa": the subject of their passive may be who gets it. */
    private static final Set<String> GIVING =
            Set.of("give", "deny", "grant", "offer", "award", "promise", "refuse", "lend", "hand", "sell", "send");

    /** What stands behind a preposition that has no noun. */
    private static final String NOTHING_BEHIND = "[.]|during|in|near|outside|off|by|while|over|from|after|as";

    private final Syntax syntax;

    PassiveVoice(Syntax syntax) {
        this.syntax = syntax;
    }

    /** Whether it is one of those whose passive may have who gets it for its subject, and has an object. */
    boolean isGiven(int verb) {
        return GIVING.contains(syntax.lemma(verb)) && syntax.hasChild(verb, "obj");
    }

    boolean isPassive(int verb) {
        // "Is engaged in talks": in form alone.
        if (syntax.lemma(verb).equals("engage")
                && syntax.children(verb, "obl").stream()
                        .noneMatch(party -> syntax.preposition(party).equals("by"))) {
            return false;
        }
        if (syntax.hasChild(verb, "nsubj:pass") || syntax.hasChild(verb, "aux:pass")) {
            return true;
        }
        if (syntax.hasChild(verb, "nsubj")) {
            return isStranded(verb) || isWithoutAuxiliary(verb) || isBesidePassive(verb) || isCircumstance(verb);
        }
        if (!isParticiple(verb) || syntax.hasChild(verb, "aux")) {
            return false;
        }
        int governor = syntax.sentence().governor(verb);
        return isPostposed(verb)
                || (syntax.is(verb, "acl") && (!syntax.hasChild(verb, "obj") || isGiven(verb)))
                || syntax.is(verb, "advcl")
                || (syntax.is(verb, "conj") && governor != Dependency.ROOT && isPassive(governor));
    }

    /** "With ten rebels killed". */
    private boolean isCircumstance(int verb) {
        return syntax.sentence().token(verb).pos().equals("VBN")
                && NEEDS_OBJECT.contains(syntax.lemma(verb))
                && Stream.of("obj", "aux").noneMatch(own -> syntax.hasChild(verb, own))
                && syntax.children(verb, "mark").stream()
                        .anyMatch(mark -> syntax.lemma(mark).equals("with"));
    }

    /**
     * "Police shot at during a traffic stop": somebody shot at the police; but rebels who fought on in the hills
     * fought.
     */
    boolean isStranded(int verb) {
        int behind = verb + 2;
        List<Token> tokens = syntax.sentence().tokens();
        return behind <= tokens.size()
                && tokens.get(verb).pos().matches("VBN|VBD")
                && (syntax.lemma(verb + 1).equals("at")
                        || (syntax.lemma(verb + 1).matches("on|upon")
                                && syntax.lemma(verb).equals("fire")))
                && (behind == tokens.size() || syntax.lemma(behind).matches(NOTHING_BEHIND))
                && Stream.of("obj", "aux").noneMatch(own -> syntax.hasChild(verb, own));
    }

    /** "Dozens killed in blast", "the convoy attacked by militants": those are not who did it. */
    boolean isWithoutAuxiliary(int verb) {
        boolean shotDead = syntax.children(verb, "xcomp").stream()
                .anyMatch(outcome -> syntax.lemma(outcome).equals("dead") && !syntax.hasChild(outcome, "nsubj"));
        boolean byOthers = syntax.children(verb, "obl").stream()
                .anyMatch(party -> syntax.preposition(party).equals("by") && syntax.acts(party));
        return syntax.sentence().token(verb).pos().matches("VBN|VBD")
                && (byOthers || shotDead || NEEDS_OBJECT.contains(syntax.lemma(verb)))
                && (shotDead || !syntax.hasChild(verb, "xcomp"))
                && syntax.slips().modified(verb).isEmpty()
                && List.of("obj", "iobj", "ccomp", "aux", "conj", "compound:prt").stream()
                        .noneMatch(relation -> syntax.hasChild(verb, relation));
    }

    /** "Two were killed and six wounded". */
    private boolean isBesidePassive(int verb) {
        return syntax.is(verb, "conj")
                && syntax.sentence().token(verb).pos().equals("VBN")
                && NEEDS_OBJECT.contains(syntax.lemma(verb))
                && Stream.of("obj", "aux", "ccomp", "xcomp").noneMatch(own -> syntax.hasChild(verb, own))
                && isPassive(syntax.sentence().governor(verb));
    }

    /** "Two men suspected of theft": the parser takes some such participles for adjectives. */
    boolean isPostposed(int participle) {
        return syntax.is(participle, "amod")
                && syntax.sentence().token(participle).pos().equals("VBN")
                && syntax.sentence().governor(participle) < participle;
    }

    /** "disputed" of "the valley, disputed between both," is often tagged as a past. */
    private boolean isParticiple(int verb) {
        String pos = syntax.sentence().token(verb).pos();
        return pos.equals("VBN")
                || (pos.equals("VBD")
                        && syntax.sentence().relation(verb).equals("acl")
                        && syntax.children(verb, "obl").stream()
                                .anyMatch(party -> syntax.preposition(party).matches("by|between")));
    }
}
