package org.casus.evaluation;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a phrase that say something; two phrases that share one are taken to mean the same. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_'-]+");
    private static final ImmutableSet<String> EMPTY = ImmutableSet.of(
            "the", "a", "an", "of", "in", "on", "and", "'s", "for", "to", "by", "with", "at", "from", "s");

    private Words() {}

    static boolean shared(String one, String other) {
        return !Sets.intersection(of(one), of(other)).isEmpty();
    }

    private static Set<String> of(String phrase) {
        return WORD.matcher(phrase.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(word -> !EMPTY.contains(word))
                .collect(Collectors.toSet());
    }
}
