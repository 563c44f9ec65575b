package org.casus.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;

/** Whether an article reports on sport, so that "England beat Samoa" tells of teams and not of lands. */
final class SportsReport {
    /** Distinct words of sport that make an article, or a sentence of it, a report on sport. */
    private static final int IN_ARTICLE = 4;

    private static final int IN_SENTENCE = 2;
    private static final Set<String> WHERE =
            Set.of("in", "from", "across", "near", "throughout", "outside", "to", "around", "of", "within");

    private static final Set<String> WORDS = Table.shipped("sports.tsv").rows().stream()
            .map(row -> row.need("word"))
            .collect(Collectors.toUnmodifiableSet());

    private final boolean sport;
    /** The sentences of sport, by their number. */
    private final Set<Integer> sentences = new HashSet<>();

    SportsReport(AnnotatedArticle article) {
        Set<String> all = new HashSet<>();
        for (Sentence sentence : article.sentences()) {
            Set<String> words = words(sentence);
            all.addAll(words);
            if (words.size() >= IN_SENTENCE) {
                sentences.add(sentence.index());
            }
        }
        sport = all.size() >= IN_ARTICLE;
    }

    /** Whether a name of a land or town is that of its team: not where something takes place. */
    boolean isTeam(Words name) {
        Sentence sentence = name.sentence();
        return (sport || sentences.contains(sentence.index()))
                && !isWhere(name)
                && !name.isInDateline()
                && !isBase(name);
    }

    private static Set<String> words(Sentence sentence) {
        return sentence.tokens().stream()
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .filter(WORDS::contains)
                .collect(Collectors.toSet());
    }

    /** "a Zurich-based body". */
    private static boolean isBase(Words name) {
        return Words.at(name.sentence(), name.end() + 1)
                .filter(token -> token.text().equals("based"))
                .isPresent();
    }

    private static boolean isWhere(Words name) {
        List<Token> tokens = name.sentence().tokens();
        int before = name.first() - 1;
        while (before >= 0 && tokens.get(before).text().equalsIgnoreCase("the")) {
            before--;
        }
        return before >= 0 && WHERE.contains(tokens.get(before).text().toLowerCase(Locale.ROOT));
    }
}
