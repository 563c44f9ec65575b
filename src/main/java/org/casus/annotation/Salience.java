package org.casus.annotation;

import java.util.Set;

/** How strongly a referent offers itself to a pronoun: nearness, subjecthood, and likeness of role. */
final class Salience {
    /** How much better than the next entity the best must be. */
    static final int MARGIN = 10;

    private static final int[] NEARNESS = {100, 70, 35, 15};
    private static final Set<String> SPEECH = Set.of(
            "say",
            "tell",
            "add",
            "warn",
            "announce",
            "note",
            "explain",
            "claim",
            "insist",
            "argue",
            "write",
            "state",
            "declare",
            "admit",
            "acknowledge",
            "vow",
            "ask",
            "describe",
            "call");

    private static final Set<String> REASON_VERBS = WordList.read("reason-verbs.txt");
    private static final Set<String> REASONS = Set.of("over", "for", "because", "after", "following");
    private static final Set<String> SIDES = Set.of("with", "on", "against", "from", "to");

    private Salience() {}

    static int of(Referent referent, Pronoun pronoun, Sentence there, Sentence here, int token) {
        int distance = here.index() - there.index();
        String relation = there.relation(referent.head());
        boolean subject = relation.startsWith("nsubj");
        int score = NEARNESS[distance] + role(relation);
        score += referent.named() ? 25 : 0;
        score += isMain(there, referent.head()) ? 15 : 0;
        boolean pronounIsSubject = here.relation(token).startsWith("nsubj");
        score += subject && pronounIsSubject ? 20 : 0;
        score += subject && pronounIsSubject && speaks(there, referent.head()) && speaks(here, token) ? 25 : 0;
        score += distance == 0 && subject && isOfItsClause(here, referent.head(), token) ? 30 : 0;
        score += distance == 0 && describes(here, referent.head(), token) ? 60 : 0;
        score += distance == 0 ? Math.max(0, 10 - (token - referent.head()) / 3) : 0;
        score += distance == 0 && hasReason(here, referent.head(), token) ? 130 : 0;
        score += fit(referent, pronoun);
        return score;
    }

    private static int role(String relation) {
        return switch (relation) {
            case "nsubj" -> 60;
            case "nsubj:pass" -> 55;
            case "obj", "iobj" -> 30;
            case "nmod:poss" -> 20;
            case "obl", "obl:agent" -> 15;
            case "conj", "appos" -> 15;
            default -> 0;
        };
    }

    private static int fit(Referent referent, Pronoun pronoun) {
        return switch (pronoun) {
            case HE, SHE -> referent.gender() == pronoun.gender() ? 15 : 0;
            case THEY -> (referent.plural() ? 0 : -60) + (referent.kind() == Nouns.Kind.THING ? -15 : 0);
            case IT -> referent.kind() == Nouns.Kind.THING && !referent.named() ? -5 : 0;
        };
    }

    private static boolean isMain(Sentence sentence, int token) {
        int governor = sentence.governor(token);
        return governor == Dependency.ROOT || sentence.governor(governor) == Dependency.ROOT;
    }

    private static boolean speaks(Sentence sentence, int subject) {
        int verb = sentence.governor(subject);
        return verb != Dependency.ROOT && SPEECH.contains(sentence.token(verb).lemma());
    }

    /** Whether the pronoun stands in a clause that describes the head: "rebels who laid down their arms". */
    private static boolean describes(Sentence sentence, int head, int token) {
        for (int up = token; up != Dependency.ROOT; up = sentence.governor(up)) {
            if (sentence.relation(up).startsWith("acl")) {
                return sentence.governor(up) == head;
            }
        }
        return false;
    }

    /** "Cut ties with Chad over its raids": whom the verb is about is who gives the reason. */
    private static boolean hasReason(Sentence sentence, int head, int possessive) {
        int reason = sentence.governor(possessive);
        if (!sentence.relation(possessive).equals("nmod:poss")
                || !sentence.relation(reason).matches("obl|nmod")
                || !isMarked(sentence, reason, REASONS)) {
            return false;
        }
        int verb = sentence.governor(reason);
        while (verb != Dependency.ROOT && sentence.relation(verb).matches("obj|obl|nmod")) {
            verb = sentence.governor(verb);
        }
        boolean other = sentence.relation(head).equals("obj")
                || (sentence.relation(head).matches("obl|nmod") && isMarked(sentence, head, SIDES));
        return verb != Dependency.ROOT
                && REASON_VERBS.contains(sentence.token(verb).lemma())
                && verb < head
                && other
                && governs(sentence, verb, head);
    }

    private static boolean isMarked(Sentence sentence, int noun, Set<String> prepositions) {
        return sentence.dependents(noun).stream()
                .anyMatch(word -> sentence.relation(word).equals("case")
                        && prepositions.contains(sentence.token(word).lemma()));
    }

    /** "Canada was asked, and Norway said that it would": "it" is told of by Norway, whatever was asked before. */
    private static boolean isOfItsClause(Sentence sentence, int subject, int token) {
        int verb = sentence.governor(subject);
        for (int up = token; up != Dependency.ROOT && up != verb; up = sentence.governor(up)) {
            boolean another = sentence.relation(up).equals("conj")
                    && sentence.dependents(up).stream()
                            .anyMatch(child -> sentence.relation(child).startsWith("nsubj"));
            if (another) {
                return false;
            }
        }
        return governs(sentence, verb, token);
    }

    private static boolean governs(Sentence sentence, int verb, int token) {
        for (int up = token; up != Dependency.ROOT; up = sentence.governor(up)) {
            if (up == verb) {
                return true;
            }
        }
        return false;
    }
}
