package org.casus.article;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A text to the language that it is in, where that is surely another than English. */
final class ForeignText {
    /** What the beginning does not tell, the rest seldom does. */
    private static final int ENOUGH = 3000;

    private static final double SURE = 0.95;

    /** A sixth of English words are among these, which no other great language writes. */
    private static final ImmutableSet<String> ENGLISH = ImmutableSet.of(
            "the", "and", "with", "from", "said", "that", "which", "this", "were", "are", "his", "their", "they", "its",
            "been", "would", "who", "about", "after", "but");

    private static final double ENGLISH_SHARE = 0.06;

    private static final Splitter WORDS =
            Splitter.on(CharMatcher.forPredicate(Character::isLetter).negate()).omitEmptyStrings();

    private ForeignText() {}

    /** The tag of the language. */
    static Optional<String> language(String text) {
        String begin = text.substring(0, Math.min(text.length(), ENOUGH));
        return isEnglish(begin)
                ? Optional.empty()
                : Profiles.DETECTOR.getProbabilities(begin).stream()
                        .filter(guess -> guess.getProbability() > SURE)
                        .map(ForeignText::tag)
                        .filter(tag -> !tag.equals("en"))
                        .findFirst();
    }

    private static String tag(DetectedLanguage guess) {
        return guess.getLocale().getLanguage();
    }

    /** Counting words costs a hundredth of what the detector does, and nearly every text is settled by it. */
    private static boolean isEnglish(String text) {
        List<String> words = WORDS.splitToList(text.toLowerCase(Locale.ROOT));
        return words.stream().filter(ENGLISH::contains).count() >= ENGLISH_SHARE * words.size();
    }

    /** Read when the first text is in doubt. */
    private static final class Profiles {
        static final LanguageDetector DETECTOR = detector();

        private static LanguageDetector detector() {
            try {
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                        .seed(0)
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
