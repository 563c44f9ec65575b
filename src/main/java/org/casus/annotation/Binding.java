package org.casus.annotation;

import java.util.Set;

/** What grammar forbids: "he" is not the "him" of the same verb, nor "his adviser" his own adviser. */
final class Binding {
    private static final Set<String> ARGUMENTS =
            Set.of("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod");
    private static final Set<String> INSIDE = Set.of("nmod:poss", "nmod", "compound", "det");

    private Binding() {}

    /** Whether the pronoun cannot stand for the referent, which stands in the same sentence. */
    static boolean forbids(Sentence sentence, Referent referent, int pronoun) {
        int head = referent.head();
        if (head >= pronoun || holds(sentence, head, pronoun)) {
            return true;
        }
        String relation = sentence.relation(pronoun);
        boolean sameVerb = sentence.governor(head) == sentence.governor(pronoun);
        return (sameVerb && ARGUMENTS.contains(relation) && ARGUMENTS.contains(sentence.relation(head)))
                || isUnderstoodSubject(sentence, head, pronoun);
    }

    /**
     * "The junta expelled the mission, accusing it of spying", "met him and thanked him": nobody does so to himself.
     */
    private static boolean isUnderstoodSubject(Sentence sentence, int head, int pronoun) {
        int verb = sentence.governor(pronoun);
        if (verb < 1
                || !sentence.relation(pronoun).equals("obj")
                || !sentence.relation(head).equals("nsubj")) {
            return false;
        }
        boolean participle = sentence.token(verb).pos().equals("VBG")
                && sentence.token(verb - 1).text().equals(",");
        boolean joined = sentence.relation(verb).equals("conj")
                && sentence.dependents(verb).stream()
                        .noneMatch(child -> sentence.relation(child).startsWith("nsubj"));
        return (participle || joined) && sentence.governor(head) == sentence.governor(verb);
    }

    /** Whether the pronoun stands in the referent's own noun phrase. */
    private static boolean holds(Sentence sentence, int head, int pronoun) {
        int up = pronoun;
        while (INSIDE.contains(sentence.relation(up))) {
            up = sentence.governor(up);
            if (up == head) {
                return true;
            }
            if (up == Dependency.ROOT) {
                return false;
            }
        }
        return false;
    }
}
