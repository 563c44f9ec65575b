package org.casus.annotation;

import java.util.Optional;

/**
 * The words by which somebody gives a thing its name: "what police called (a raid)".
 *
 * @param what where they begin
 * @param subject the head of who names it, or {@code what} where that is not told
 * @param verb the verb of naming
 * @param first the first word of the name
 * @param noun the head of the name
 */
record Naming(int what, int subject, int verb, int first, int noun) {
    private static final int LONGEST = 16;
    private static final String AUXILIARY = "is|was|has|have|had|been|being|are|were|later|then";
    private static final String AS = "describe[sd]?|describing|characteri[sz]e[sd]?|known|regard(s|ed)?|depicted";
    private static final String SAID = "sa(id|ys?)|claim(s|ed)?|believe[sd]?|alleged?|insist(s|ed)?|consider(s|ed)?";
    private static final String CALLED = "call(s|ed|ing)?|term(s|ed)?|dub(s|bed)?|label(s|led|ed)?";
    private static final String SUBJECT = "DT|NN.*|JJ|CD|POS|PRP\\$?|IN";
    private static final String NAME = "DT|NN.*|JJ.*|CD|POS|PRP\\$|VB[GN]|HYPH|RB";

    static Optional<Naming> at(Words words, int what) {
        if (!words.says(what, "what")) {
            return Optional.empty();
        }
        int verb = what + 1;
        while (verb - what < LONGEST && words.is(verb, SUBJECT)) {
            verb++;
        }
        int subject = verb - 1;
        while (words.is(verb, "VB.*|MD|RB") && words.says(verb, AUXILIARY)) {
            verb++;
        }
        boolean as = words.says(verb, AS) && words.says(verb + 1, "as");
        boolean said = words.says(verb, SAID) && words.says(verb + 1, PlainWording.BE);
        int first = as || said ? verb + 2 : verb + 1;
        int noun = head(words, first);
        return (as || said || words.says(verb, CALLED)) && noun >= first && words.is(noun, "NN.*")
                ? Optional.of(new Naming(what, subject, verb, first, noun))
                : Optional.empty();
    }

    /** The last word of the noun phrase; of "an attack targeting guards" the attack. */
    private static int head(Words words, int first) {
        int end = first;
        while (words.is(end, NAME) && !(end > first && words.is(end, "VB[GN]") && words.is(end - 1, "NN.*"))) {
            end++;
        }
        return end - 1;
    }

    /** What a word of the naming hangs on. */
    int above(int word) {
        return word > what && word < subject ? subject : verb;
    }

    /** How it hangs on that. */
    String relation(Words words, int word) {
        if (word == what) {
            return "dep";
        }
        if (word == subject) {
            return "nsubj";
        }
        return word < subject ? words.is(word, "DT") ? "det" : "compound" : words.is(word, "IN") ? "mark" : "aux";
    }
}
