package org.casus.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was taken from one article, to be asked for facts. */
final class Account {
    private final Fields article;
    private final Map<String, String> names = new HashMap<>();

    Account(Fields article) {
        this.article = article;
        for (Fields entity : entities()) {
            entity.optionalText("id")
                    .ifPresent(id -> names.put(id, entity.optionalText("name").orElse("")));
        }
    }

    List<Fields> entities() {
        return article.optionalList("entities");
    }

    List<Fields> events() {
        return article.optionalList("events");
    }

    List<Fields> statements() {
        return article.optionalList("statements");
    }

    List<Fields> territory() {
        return article.optionalList("territory");
    }

    List<Fields> offices() {
        return article.optionalList("offices");
    }

    /** Whether a pattern, if there is one, is found in a participant's words or the name that it stands for. */
    boolean isNamed(Optional<Pattern> pattern, Optional<Fields> participant) {
        return pattern.isEmpty()
                || participant
                        .filter(party -> pattern.get().matcher(words(party)).find())
                        .isPresent();
    }

    boolean isOnTheWordOf(Optional<Pattern> speaker, Fields told) {
        return speaker.isEmpty()
                || told.optionalList("attribution").stream().anyMatch(voice -> isNamed(speaker, Optional.of(voice)));
    }

    private String words(Fields party) {
        String entity = party.optionalText("entity").orElse("");
        return party.optionalText("text").orElse("") + " | " + names.getOrDefault(entity, "");
    }
}
