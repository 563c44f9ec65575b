package org.casus.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of one record as they come: its text, and what goes into its draft. */
final class Fields {
    /** How many fields, and how much of a name, are told where none is the text. */
    private static final int MOST_TOLD = 8;

    private static final int LONGEST_TOLD = 30;

    private final FieldNames names;
    private final Draft draft;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private @Nullable String text;
    private boolean refused;

    Fields(FieldNames names, Draft draft) {
        this.names = names;
        this.draft = draft;
    }

    FieldNames names() {
        return names;
    }

    /** Takes a value, unless a field of a better name has one. */
    void put(String path, String value) {
        if (unknown.size() < MOST_TOLD && names.find(path).isEmpty()) {
            unknown.add("\"" + path.substring(0, Math.min(path.length(), LONGEST_TOLD)) + "\"");
        }
        names.find(path).filter(this::isBest).ifPresent(meaning -> {
            boolean says = !value.isBlank();
            if (meaning.key().equals(FieldNames.TEXT)) {
                text = says || text == null ? value : text;
            } else {
                draft.put(meaning.key(), value);
            }
            if (says) {
                ranks.put(meaning.key(), meaning.rank());
            }
        });
    }

    private boolean isBest(FieldNames.Meaning meaning) {
        return meaning.rank() <= ranks.getOrDefault(meaning.key(), Integer.MAX_VALUE);
    }

    /** Notes that what should be text is something else. */
    void refuseText() {
        refused = true;
    }

    String text() throws UnreadableArticle {
        if (refused) {
            throw new UnreadableArticle("malformed", "\"%s\" is not a string".formatted(names.text()));
        }
        return Optional.ofNullable(text).orElseThrow(() -> new UnreadableArticle("no-text", withoutText()));
    }

    /** Whoever calls the text otherwise, or has a table without a header, sees it by what is there. */
    private String withoutText() {
        String none = "no \"%s\"".formatted(names.text());
        return unknown.isEmpty()
                ? none
                : "%s, but %s; --map text=NAME says which is the text".formatted(none, String.join(", ", unknown));
    }
}
