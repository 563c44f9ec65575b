package org.casus.article;

import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record says of itself beside its text, and where it stands; it ends as the one reading of that record. */
final class Draft {
    /** When a crawl came by, which is a date for want of a better one. */
    static final String CRAWLED = "crawled";

    /** What may be said of an article. */
    static final ImmutableSet<String> KEYS = ImmutableSet.of("id", "title", "date", "publisher", "url", "language");

    /** Letters between these are shown in another order than they are read in. */
    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202d;

    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202e;
    private static final int MAX_TEXT = 1_000_000;
    private static final int SHORT_TEXT = 200;

    private final String place;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> around = new HashMap<>();

    /** A draft of a record within something that says of it what is known; the record itself knows better. */
    Draft(String place, Draft known) {
        this(place);
        around.putAll(known.values);
    }

    /** A draft of the record that stands in the named file, or in its named line. */
    Draft(String place) {
        this.place = place;
    }

    /** Notes a value; a blank one says nothing. */
    void put(String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(key, value);
        }
    }

    /** Notes a value that a better source has not said. */
    void putIfAbsent(String key, @Nullable String value) {
        if (!values.containsKey(key)) {
            put(key, value);
        }
    }

    void putAll(Draft other) {
        values.putAll(other.values);
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).or(() -> Optional.ofNullable(around.get(key)));
    }

    Reading accept(String text) {
        try {
            refuseUnfit(text);
            for (String key : KEYS) {
                refuseUnwritable(value(key).orElse(""));
            }
        } catch (UnreadableArticle fault) {
            return reject(fault);
        }
        String url = url();
        String publisher = value("publisher").orElse(null);
        Optional<String> date = value("date").flatMap(ArticleDate::iso);
        Optional<String> crawled = value(CRAWLED).flatMap(ArticleDate::iso);
        Article article = new Article(
                ownId().orElseGet(() -> hash(String.valueOf(publisher) + "\n" + text)),
                text,
                value("title").orElse(null),
                date.or(() -> crawled).orElse(null),
                date.isEmpty() && crawled.isPresent() ? Article.DateBasis.CRAWL : Article.DateBasis.ARTICLE,
                publisher,
                url,
                language());
        return new Reading.Accepted(article, onOneLine(place));
    }

    Reading reject(UnreadableArticle fault) {
        String line = onOneLine(place + ": " + fault.fault());
        return new Reading.Rejected(ownId().orElseGet(() -> hash(place)), fault.reason(), line);
    }

    private static String onOneLine(String words) {
        return words.replaceAll("\\p{Cntrl}+", " ");
    }

    /** The id that came with the record, else its address. */
    private Optional<String> ownId() {
        return value("id").or(() -> Optional.ofNullable(url()));
    }

    private static String hash(String content) {
        String hex =
                Hashing.sha256().hashString(content, StandardCharsets.UTF_8).toString();
        return "a-" + hex.substring(0, 32);
    }

    private void refuseUnfit(String text) throws UnreadableArticle {
        if (text.isBlank()) {
            throw new UnreadableArticle("no-text", "no text");
        }
        if (text.length() > MAX_TEXT) {
            throw new UnreadableArticle(
                    "too-long", "a text of %d characters, which no article has".formatted(text.length()));
        }
        refuseUnwritable(text);
        if (text.length() >= SHORT_TEXT) {
            refuseForeign(text);
        }
    }

    /** What a text says of its language is believed, and what it is written in too. */
    private void refuseForeign(String text) throws UnreadableArticle {
        String declared = language();
        Optional<String> foreign =
                declared != null && !isEnglish(declared) ? Optional.of(declared) : ForeignText.language(text);
        if (foreign.isPresent()) {
            String name = Locale.forLanguageTag(foreign.get()).getDisplayLanguage(Locale.ENGLISH);
            throw new UnreadableArticle(
                    "language",
                    "written in %s, and English alone is read".formatted(name.isEmpty() ? foreign.get() : name));
        }
    }

    /** JSON can escape what no file can hold. */
    private static void refuseUnwritable(String text) throws UnreadableArticle {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE) {
                throw new UnreadableArticle("encoding", "half a surrogate pair at character %d".formatted(at));
            }
            if (character == 0) {
                throw new UnreadableArticle("binary", "binary data, not text: a NUL at character %d".formatted(at));
            }
            if (character == LEFT_TO_RIGHT_OVERRIDE || character == RIGHT_TO_LEFT_OVERRIDE) {
                throw new UnreadableArticle(
                        "override", "an override of the direction of writing at character %d".formatted(at));
            }
            at += Character.charCount(character);
        }
    }

    /** Only an address that can be one: what is no URI could not stand in a graph. */
    private @Nullable String url() {
        String given = value("url").orElse("");
        try {
            URI address = new URI(given.strip());
            return address.isAbsolute() && !address.isOpaque() ? address.toString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private @Nullable String language() {
        return value("language").map(given -> given.strip().replace('_', '-')).orElse(null);
    }

    private static boolean isEnglish(String language) {
        String first = language.toLowerCase(Locale.ROOT).split("-", 2)[0];
        return first.equals("en") || first.equals("eng") || first.equals("english");
    }
}
