package org.casus.annotation;

import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.time.SUTime;
import edu.stanford.nlp.time.TimeAnnotations.TimexAnnotation;
import edu.stanford.nlp.time.TimeExpressionExtractorImpl;
import edu.stanford.nlp.time.Timex;
import edu.stanford.nlp.util.ArrayCoreMap;
import edu.stanford.nlp.util.CoreMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/** Finds temporal expressions with SUTime, which it asks only about what stands near a temporal word. */
final class TimeFinder {
    private static final Pattern DAY = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

    private static final Pattern COLLAPSE = Pattern.compile("fall (?:of|from) (?!\\d)");

    /** In years; the warming of 2100 is still spoken of. */
    private static final int FARTHEST_PLAN = 100;

    private static final Pattern COUNTED = Pattern.compile(
            "(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)( straight| consecutive| successive)?"
                    + " (day|night|week|month|year)");

    private static final String RALLY = "march";
    /** Words of a time that is counted from the one before it. */
    private static final Set<String> SECOND = Set.of("same", "later", "earlier");

    /** SUTime keeps state while it reads a sentence: there is one for each of the threads that read at once. */
    private final Queue<TimeExpressionExtractorImpl> idle = new ConcurrentLinkedQueue<>();

    /** Loads SUTime's rules for one thread; others load theirs when they need them. */
    TimeFinder() {
        idle.add(load());
    }

    private static TimeExpressionExtractorImpl load() {
        Properties properties = new Properties();
        properties.setProperty("sutime.markTimeRanges", "false");
        properties.setProperty("sutime.includeNested", "false");
        properties.setProperty("sutime.binders", "0");
        return new TimeExpressionExtractorImpl("sutime", properties);
    }

    /** The expressions of a sentence. */
    List<TimeExpression> find(String text, @Nullable String published, List<CoreLabel> labels, List<Token> tokens) {
        List<TimeExpression> found = new ArrayList<>();
        BitSet near = TemporalWords.near(tokens);
        int end = 0;
        for (int from = near.nextSetBit(0); from >= 0; from = near.nextSetBit(end)) {
            end = near.nextClearBit(from);
            found.addAll(read(text, published, labels.subList(from, end), tokens));
        }
        return found;
    }

    /** The expressions among some words of a sentence, whose tokens all are given. */
    List<TimeExpression> read(String text, @Nullable String published, List<CoreLabel> labels, List<Token> tokens) {
        @Nullable LocalDate day = day(published);
        List<TimeExpression> found = new ArrayList<>();
        for (CoreMap expression : extract(labels, day)) {
            Timex timex = expression.get(TimexAnnotation.class);
            Span span = new Span(
                    expression.get(CharacterOffsetBeginAnnotation.class),
                    expression.get(CharacterOffsetEndAnnotation.class));
            List<TimeExpression> parts = parts(text, published, within(labels, span), tokens);
            if (timex.value() == null || parts.size() > 1) {
                found.addAll(parts);
            } else if (!isNoTime(text, span) && !isFigure(timex.value(), day)) {
                found.add(expression(text, day, tokens, span, timex.value()));
            }
        }
        if (day == null || labels.isEmpty()) {
            return found;
        }
        int from = tokenAt(tokens, labels.get(0).beginPosition());
        return MissedDays.mend(found, tokens, from, from + labels.size(), new NewsTime(day));
    }

    /** "On 21 May, the same day" and "in 2007, and a day later" are one time to SUTime; each of the two has a value. */
    private List<TimeExpression> parts(
            String text, @Nullable String published, List<CoreLabel> labels, List<Token> tokens) {
        List<String> words = labels.stream().map(CoreLabel::word).toList();
        int comma = words.lastIndexOf(",");
        if (comma < 0 || Collections.disjoint(words, SECOND)) {
            return List.of();
        }
        List<TimeExpression> found = new ArrayList<>(read(text, published, labels.subList(0, comma), tokens));
        found.addAll(read(text, published, labels.subList(comma + 1, labels.size()), tokens));
        return found;
    }

    private static List<CoreLabel> within(List<CoreLabel> labels, Span span) {
        return labels.stream()
                .filter(label -> span.begin() <= label.beginPosition() && label.endPosition() <= span.end())
                .toList();
    }

    /**
     * "After the fall of Aleppo" is no autumn, "a solidarity march" no month, and "for a third week" no week of this
     * month; "the fall of 2019" is one, and SUTime reads it to the year.
     */
    private static boolean isNoTime(String text, Span span) {
        String words = span.of(text);
        return words.equals(RALLY)
                || COUNTED.matcher(words).matches()
                || (words.equals("fall")
                        && COLLAPSE.matcher(text)
                                .region(span.begin(), text.length())
                                .lookingAt());
    }

    /** "2500" is a count, or a year of which there is no news yet. */
    private static boolean isFigure(String value, @Nullable LocalDate day) {
        String begin = TimeBounds.of(value).earliest();
        return day != null && begin != null && Integer.parseInt(begin.substring(0, 4)) - day.getYear() > FARTHEST_PLAN;
    }

    private static int tokenAt(List<Token> tokens, int begin) {
        int first = 0;
        while (tokens.get(first).span().end() <= begin) {
            first++;
        }
        return first;
    }

    private List<CoreMap> extract(List<CoreLabel> labels, @Nullable LocalDate day) {
        CoreMap sentence = new ArrayCoreMap();
        List<CoreLabel> copies = new ArrayList<>(labels.size());
        labels.forEach(label -> copies.add(new CoreLabel(label)));
        sentence.set(TokensAnnotation.class, copies);
        TimeExpressionExtractorImpl extractor = idle.poll();
        if (extractor == null) {
            extractor = load();
        }
        List<CoreMap> found = extractor.extractTimeExpressionCoreMaps(
                sentence, day == null ? null : day.toString(), new SUTime.TimeIndex());
        // One that failed is not used again: nobody knows its state.
        idle.add(extractor);
        return found;
    }

    private static TimeExpression expression(
            String text, @Nullable LocalDate day, List<Token> tokens, Span span, String value) {
        int first = tokenAt(tokens, span.begin());
        int end = first;
        while (end < tokens.size() && tokens.get(end).span().begin() < span.end()) {
            end++;
        }
        String words = span.of(text);
        TimeBounds bounds =
                day == null ? TimeBounds.of(value) : new NewsTime(day).resolve(words, value, Tense.at(tokens, first));
        return new TimeExpression(
                first, end, span, words, value, bounds.earliest(), bounds.latest(), bounds.precision());
    }

    /** The day of publication; an article may come with a date of another form, which then tells nothing. */
    static @Nullable LocalDate day(@Nullable String published) {
        Matcher matcher = DAY.matcher(Objects.requireNonNullElse(published, ""));
        String day = matcher.lookingAt() ? TimeBounds.of(matcher.group()).earliest() : null;
        return day == null ? null : LocalDate.parse(day);
    }
}
