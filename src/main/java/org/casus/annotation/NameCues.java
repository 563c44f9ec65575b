package org.casus.annotation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words of {@code name-cues.tsv}, by which a place or body is known: "the shelling of ...", "... fighters". */
final class NameCues {
    private final List<Cue> cues;

    private NameCues(List<Cue> cues) {
        this.cues = cues;
    }

    static NameCues load() {
        return new NameCues(WordList.rows("name-cues.tsv").stream()
                .map(row -> new Cue(
                        EntityMention.Type.valueOf(row.get(0)),
                        row.get(1),
                        Set.of(row.get(2).split(" "))))
                .toList());
    }

    /** What a person's name is instead, if a word beside it tells. */
    Optional<EntityMention.Type> type(EntityMention name, List<Token> sentence) {
        return name.type() == EntityMention.Type.PERSON
                ? cues.stream()
                        .filter(cue -> cue.tells(name, sentence))
                        .map(Cue::type)
                        .findFirst()
                : Optional.empty();
    }

    private record Cue(EntityMention.Type type, String where, Set<String> lemmas) {
        boolean tells(EntityMention name, List<Token> sentence) {
            boolean alone = name.end() == sentence.size()
                    || !sentence.get(name.end()).pos().matches("NN.*|POS|JJ|HYPH");
            return switch (where) {
                case "behind" -> stands(name.end(), "NN", sentence);
                case "verb" -> alone && stands(name.first() - 1, "VB", sentence);
                // "The group Lagos founded" is no Lagos.
                case "noun" ->
                    alone
                            && stands(name.first() - 1, "NN", sentence)
                            && !sentence.get(name.first() - 1).pos().endsWith("S")
                            && (name.end() == sentence.size()
                                    || !sentence.get(name.end()).pos().matches("VB.*|MD|RB"));
                default ->
                    alone
                            && name.first() > 1
                            && sentence.get(name.first() - 1)
                                    .text()
                                    .toLowerCase(Locale.ROOT)
                                    .equals(where)
                            && stands(name.first() - 2, "", sentence);
            };
        }

        private boolean stands(int at, String tag, List<Token> sentence) {
            return at >= 0
                    && at < sentence.size()
                    && sentence.get(at).pos().startsWith(tag)
                    && lemmas.contains(sentence.get(at).lemma().toLowerCase(Locale.ROOT));
        }
    }
}
