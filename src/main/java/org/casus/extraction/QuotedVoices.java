package org.casus.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.casus.annotation.Sentence;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks where a sentence is a quotation and names no speaker itself: a quotation of several sentences has one
 * speaker, goes on within its paragraph, and is announced by "He said:" or taken up from the paragraph before.
 *
 * @param <V> a voice
 */
final class QuotedVoices<V> {
    private final String text;
    private final List<Sentence> sentences;
    private final Paragraphs paragraphs;
    private final Quotations quotations;
    private final IntFunction<Optional<V>> speakers;
    private final Map<Integer, V> voices = new HashMap<>();

    /** @param speakers by sentence: who is said there to speak, outside of quotation marks */
    QuotedVoices(
            String text,
            List<Sentence> sentences,
            Paragraphs paragraphs,
            Quotations quotations,
            IntFunction<Optional<V>> speakers) {
        this.text = text;
        this.sentences = sentences;
        this.paragraphs = paragraphs;
        this.quotations = quotations;
        this.speakers = speakers;
        for (int i = 0; i < sentences.size(); i++) {
            if (isQuoted(i) && speakers.apply(i).isEmpty()) {
                int sentence = i;
                before(i).or(() -> after(sentence)).ifPresent(voice -> voices.put(sentence, voice));
            }
        }
    }

    /** The speaker of a quoted sentence that names none. */
    Optional<V> at(int sentence) {
        return Optional.ofNullable(voices.get(sentence));
    }

    private boolean isQuoted(int i) {
        return quotations.covers(sentences.get(i).span());
    }

    private boolean hasQuotation(int i) {
        return quotations.isIn(sentences.get(i).span());
    }

    /** The voice of the sentence before: of the same quotation or paragraph, or that announces this one. */
    private Optional<V> before(int i) {
        if (i == 0) {
            return Optional.empty();
        }
        if (paragraphs.begins(i)) {
            boolean announced = ends(i - 1, ':') && !isQuoted(i - 1);
            boolean goesOn = opens(i) && after(i).isEmpty() && hasQuotation(i - 1);
            return announced || goesOn ? voice(i - 1) : Optional.empty();
        }
        return startsAnew(i) && after(i).isPresent()
                ? after(i)
                : voice(i - 1).filter(v -> hasQuotation(i - 1) || ends(i - 1, ':'));
    }

    /** A second quotation of the paragraph, which the words behind it give a speaker of its own. */
    private boolean startsAnew(int i) {
        return opens(i) && !sameQuotation(i - 1, i);
    }

    /** The speaker who is named later in the same quotation, or right behind it in the paragraph. */
    private Optional<V> after(int i) {
        for (int next = i + 1; next < sentences.size() && !paragraphs.begins(next); next++) {
            Optional<V> named = speakers.apply(next);
            if (named.isPresent() && (sameQuotation(i, next) || !startsWithMark(next))) {
                return named;
            }
            if (!sameQuotation(i, next)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<V> voice(int i) {
        return speakers.apply(i).or(() -> at(i));
    }

    private boolean sameQuotation(int one, int other) {
        @Nullable
        Span quotation = quotations.at(sentences.get(one).span().end() - 1).orElse(null);
        return quotation != null
                && quotation.equals(
                        quotations.at(sentences.get(other).span().begin()).orElse(null));
    }

    private boolean opens(int i) {
        return quotations.at(sentences.get(i).span().begin()).isPresent();
    }

    private boolean startsWithMark(int i) {
        int begin = sentences.get(i).span().begin();
        return quotations
                .at(begin)
                .filter(quotation -> quotation.begin() == begin)
                .isPresent();
    }

    private boolean ends(int i, char mark) {
        Span span = sentences.get(i).span();
        return text.charAt(span.end() - 1) == mark;
    }
}
