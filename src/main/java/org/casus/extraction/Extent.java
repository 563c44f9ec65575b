package org.casus.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.Sentence;
import org.casus.article.Span;

/**
 * The tokens of a noun phrase, without relative clauses.
 *
 * @param end exclusive
 */
record Extent(int first, int end) {
    private static final Set<String> OUTSIDE = Set.of(
            "case",
            "cc",
            "cc:preconj",
            "conj",
            "acl:relcl",
            "acl",
            "mark",
            "cop",
            "advcl",
            "parataxis",
            "nsubj",
            "aux",
            "ccomp",
            "dep",
            "discourse",
            "obl",
            "csubj",
            "nsubj:pass",
            "aux:pass",
            "advmod",
            "expl");
    private static final Set<String> IN_PASSING =
            Set.of("acl:relcl", "advcl", "parataxis", "ccomp", "dep", "discourse");

    /** What hangs on a head, as far as it stands together. */
    static Extent of(Sentence sentence, int head) {
        boolean[] inside = new boolean[sentence.tokens().size()];
        include(sentence, head, inside);
        int first = head;
        int last = head;
        while (first > 0 && inside[first - 1]) {
            first--;
        }
        while (last + 1 < inside.length && inside[last + 1]) {
            last++;
        }
        while (first < head && isPunctuation(sentence, first)) {
            first++;
        }
        while (last > head && isPunctuation(sentence, last) && !isClosing(sentence, last)) {
            last--;
        }
        return new Extent(first, last + 1);
    }

    Span span(Sentence sentence) {
        return new Span(
                sentence.token(first).span().begin(),
                sentence.token(end - 1).span().end());
    }

    /** The last of "the Southern Front (SF)". */
    private static boolean isClosing(Sentence sentence, int i) {
        return sentence.token(i).text().equals(")")
                && i > 1
                && sentence.token(i - 2).text().equals("(");
    }

    private static boolean isPunctuation(Sentence sentence, int i) {
        return !Character.isLetterOrDigit(sentence.token(i).text().codePointAt(0));
    }

    private static void include(Sentence sentence, int head, boolean[] inside) {
        inside[head] = true;
        sentence.nameAt(head).ifPresent(name -> Arrays.fill(inside, name.first(), name.end(), true));
        ownModifiers(sentence, head).forEach(modifier -> includeAll(sentence, modifier, inside));
        boolean numbered = sentence.token(head).pos().equals("CD");
        for (int child : sentence.dependents(head)) {
            String relation = sentence.relation(child);
            boolean when = sentence.times().stream().anyMatch(time -> time.first() <= child && child < time.end());
            // "Accused the paper of backing rebels": the paper alone, where the parser hangs the gerund on it.
            boolean gerund =
                    relation.equals("nmod") && sentence.token(child).pos().equals("VBG");
            if (!when
                    && !gerund
                    && !isResult(sentence, head, child)
                    && (!OUTSIDE.contains(relation) || (numbered && relation.equals("advmod")))) {
                includeAll(sentence, child, inside);
            }
        }
    }

    /** "Shot dead five people", "set free the crew": what becomes of them stands in front of the whole phrase. */
    private static boolean isResult(Sentence sentence, int head, int child) {
        int next = child + 1;
        return List.of("amod", "compound").contains(sentence.relation(child))
                && child - 1 == sentence.governor(head)
                && next < head
                && sentence.governor(next) == head
                && List.of("det", "nummod", "nmod:poss").contains(sentence.relation(next));
    }

    /** "Shan" of the guerrillas in "a Shan guerrilla stronghold", which the parser hangs on the stronghold. */
    private static Stream<Integer> ownModifiers(Sentence sentence, int head) {
        boolean modifier = sentence.relation(head).equals("compound")
                && sentence.token(head).isNoun()
                && !sentence.token(head).isProper();
        return !modifier
                ? Stream.empty()
                : sentence.dependents(sentence.governor(head)).stream()
                        .filter(other ->
                                other < head && List.of("compound", "amod").contains(sentence.relation(other)));
    }

    /** What stands inside the phrase, with its own prepositions and conjuncts, but not what is told in passing. */
    private static void includeAll(Sentence sentence, int node, boolean[] inside) {
        inside[node] = true;
        sentence.dependents(node).stream()
                .filter(child -> !IN_PASSING.contains(sentence.relation(child)) || isPartOfWord(sentence, node, child))
                .forEach(child -> includeAll(sentence, child, inside));
    }

    /** "Russian" of "Russian-annexed", "facto" of "de facto". */
    private static boolean isPartOfWord(Sentence sentence, int node, int child) {
        boolean hyphenated =
                child == node - 2 && sentence.token(child + 1).text().equals("-");
        return sentence.relation(child).equals("dep") && (hyphenated || child == node + 1);
    }
}
