package org.casus.pipeline;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.casus.article.Article;

/**
 * Which text came under which id in a run. Of each article two hashes of 64 bits are kept, some 16 to 40 bytes in all,
 * so that millions of articles fit where a hundred do.
 */
final class SeenTexts {
    private static final int START = 1024;

    /** What is known of an article's id. */
    enum Before {
        NOTHING,
        SAME_TEXT,
        OTHER_TEXT
    }

    /** Hash of an id and hash of a text in turn, each pair at the first free place after that of its id; 0 is free. */
    private long[] pairs = new long[START];

    private int size;

    /** Notes an article; the first of an id stays. */
    Before add(Article article) {
        long id = hash(article.id());
        long text = hash(article.text());
        int place = place(pairs, id);
        if (pairs[place] == id) {
            return pairs[place + 1] == text ? Before.SAME_TEXT : Before.OTHER_TEXT;
        }
        pairs[place] = id;
        pairs[place + 1] = text;
        size++;
        if (size > pairs.length / 3) {
            grow();
        }
        return Before.NOTHING;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(pairs.length, 2)];
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] != 0) {
                int place = place(larger, pairs[i]);
                larger[place] = pairs[i];
                larger[place + 1] = pairs[i + 1];
            }
        }
        pairs = larger;
    }

    /** Where an id stands, or would. */
    private static int place(long[] in, long id) {
        int last = in.length - 2;
        int place = (int) id & last;
        while (in[place] != 0 && in[place] != id) {
            place = (place + 2) & last;
        }
        return place;
    }

    private static long hash(String words) {
        long hash = Hashing.farmHashFingerprint64()
                .hashString(words, StandardCharsets.UTF_8)
                .asLong();
        return hash == 0 ? 1 : hash;
    }
}
