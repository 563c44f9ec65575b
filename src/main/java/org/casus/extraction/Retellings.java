package org.casus.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.jspecify.annotations.Nullable;

/**
 * Makes one event of what an article tells more than once: the same type, factuality and parties, at no other time or
 * place; and of an act of force and the harm that its own sentence says it did. Cautious: in doubt they stay two.
 */
final class Retellings {
    /** More events than news has in one article; a text that was made to hurt may have tens of thousands. */
    private static final int LOOK_BACK = 1000;

    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those", "its", "their");

    private static final Set<String> KILLED = WordClasses.of("killed");
    private static final Set<String> WOUNDED = WordClasses.of("wounded");

    private final AnnotatedArticle article;
    private final Map<String, String> replaced = new HashMap<>();

    Retellings(AnnotatedArticle article) {
        this.article = article;
    }

    /** In the order of the text; what spoke of a retelling speaks of the event itself. */
    List<EventMention> merge(List<EventMention> events) {
        List<EventMention> merged = new ArrayList<>();
        for (EventMention event : events) {
            OptionalInt told = IntStream.range(Math.max(0, merged.size() - LOOK_BACK), merged.size())
                    .filter(earlier -> isRetelling(merged.get(earlier), event))
                    .findFirst();
            if (told.isPresent()) {
                EventMention whole = merged.get(told.getAsInt()).with(event);
                replaced.put(event.id(), whole.id());
                merged.set(told.getAsInt(), whole);
            } else {
                merged.add(event);
            }
        }
        merged.replaceAll(event -> {
            String spokenOf = event.spokenOf();
            return spokenOf == null ? event : event.speakingOf(replaced.getOrDefault(spokenOf, spokenOf));
        });
        return merged;
    }

    private boolean isRetelling(EventMention first, EventMention second) {
        if (first.type() != second.type()
                || !first.factuality().equals(second.factuality())
                || !Objects.equals(first.spokenOf(), second.spokenOf())
                || first.trigger().equals(second.trigger())
                || differ(first.time(), second.time())
                || differ(first.place(), second.place())) {
            return false;
        }
        boolean together = first.sentence() == second.sentence();
        if (together && isHarm(first, second)) {
            return true;
        }
        if (together && isToll(first, second)) {
            return true;
        }
        if (together && isPartOfMeeting(first, second)) {
            return true;
        }
        boolean sameSource = isSame(first.source(), second.source());
        boolean sameTarget = isSame(first.target(), second.target());
        if (together) {
            return (sameSource && (sameTarget || second.target() == null)) || (sameTarget && second.source() == null);
        }
        return sameSource && sameTarget && (isSameWord(first, second) || isDefinite(second));
    }

    /** "shelled the town, killing three": the dead are the shelling's. */
    private boolean isHarm(EventMention act, EventMention harm) {
        if (act.type() != EventType.ASSAULT
                || act.source() == null
                || (harm.source() != null && !isSame(act.source(), harm.source()))) {
            return false;
        }
        Sentence sentence = article.sentences().get(act.sentence());
        int done = Phrases.headOf(sentence, act.trigger());
        int node = Phrases.headOf(sentence, harm.trigger());
        boolean participle = sentence.token(node).pos().equals("VBG");
        while (sentence.relation(node).equals("conj")
                && sentence.governor(node) > done
                && sentence.token(sentence.governor(node)).pos().equals("VBG")) {
            node = sentence.governor(node);
        }
        return participle && (sentence.governor(node) == done || sentence.governor(node) == sentence.governor(done));
    }

    /** "Killed a guard and wounded two others": one act of one actor; whom it wounded is counted with it. */
    private boolean isToll(EventMention killing, EventMention wounding) {
        Sentence sentence = article.sentences().get(killing.sentence());
        int killed = Phrases.headOf(sentence, killing.trigger());
        int wounded = Phrases.headOf(sentence, wounding.trigger());
        Mention others = wounding.target();
        return killing.type() == EventType.ASSAULT
                && KILLED.contains(lemma(killing))
                && WOUNDED.contains(lemma(wounding))
                && sentence.relation(wounded).equals("conj")
                && sentence.governor(wounded) == killed
                && others != null
                && others.sentence() == killing.sentence()
                && (sentence.token(others.head()).lemma().equals("other")
                        || sentence.token(others.head()).pos().equals("CD"))
                && (wounding.source() == null || isSame(killing.source(), wounding.source()));
    }

    /** "met him to discuss", "held talks during a visit": one meeting. */
    private boolean isPartOfMeeting(EventMention meeting, EventMention part) {
        if (meeting.type() != EventType.CONSULT
                || (part.source() != null && !isSame(meeting.source(), part.source()))) {
            return false;
        }
        Sentence sentence = article.sentences().get(meeting.sentence());
        int head = Phrases.headOf(sentence, meeting.trigger());
        int node = Phrases.headOf(sentence, part.trigger());
        String relation = sentence.relation(node);
        int governor = sentence.governor(node);
        boolean below = governor == head || (governor >= 0 && governor == sentence.governor(head));
        return below && (relation.equals("xcomp") || relation.equals("advcl") || relation.startsWith("obl"));
    }

    private static boolean isSame(@Nullable Mention first, @Nullable Mention second) {
        if (first == null || second == null) {
            return false;
        }
        return first.resolved().equals(second.resolved())
                || (first.name() != null && first.text().equals(second.text()));
    }

    private static boolean differ(@Nullable EventTime first, @Nullable EventTime second) {
        if (first == null
                || second == null
                || first.basis() != EventTime.Basis.TEXT
                || second.basis() != EventTime.Basis.TEXT) {
            return false;
        }
        return !Objects.equals(first.earliest(), second.earliest()) || !Objects.equals(first.latest(), second.latest());
    }

    private static boolean differ(@Nullable EventPlace first, @Nullable EventPlace second) {
        return first != null
                && second != null
                && first.basis() == EventPlace.Basis.TEXT
                && second.basis() == EventPlace.Basis.TEXT
                && !isSame(first.mention(), second.mention());
    }

    private boolean isSameWord(EventMention first, EventMention second) {
        return lemma(first).equals(lemma(second));
    }

    private String lemma(EventMention event) {
        return trigger(event).lemma().toLowerCase(Locale.ROOT);
    }

    private boolean isDefinite(EventMention event) {
        Sentence sentence = article.sentences().get(event.sentence());
        Token trigger = trigger(event);
        return trigger.isNoun()
                && sentence.dependents(trigger.index()).stream()
                        .map(child -> sentence.token(child).text().toLowerCase(Locale.ROOT))
                        .anyMatch(DEFINITE::contains);
    }

    private Token trigger(EventMention event) {
        Sentence sentence = article.sentences().get(event.sentence());
        return sentence.token(Phrases.headOf(sentence, event.trigger()));
    }
}
