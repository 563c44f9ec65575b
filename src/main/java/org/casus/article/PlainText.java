package org.casus.article;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/**
 * A text file, one article: perhaps a header of {@code key: value} lines and a blank line, then the text. The text is
 * kept as it is, with its line ends; only a byte order mark goes.
 */
final class PlainText implements ArticleFormat {
    private static final ImmutableSet<String> EXTENSIONS = ImmutableSet.of("", "txt", "text", "md");

    @Override
    public boolean fits(Input input) {
        return EXTENSIONS.contains(input.extension());
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException {
        Draft draft = input.draft();
        try {
            String content = Encoding.decodeText(input.readRecord());
            int begin = readHeader(content, draft);
            return Iterators.singletonIterator(draft.accept(content.substring(begin)));
        } catch (UnreadableArticle fault) {
            return Iterators.singletonIterator(draft.reject(fault));
        }
    }

    /** Where the text begins; the values of the header go into the draft once it has shown to be one. */
    private static int readHeader(String content, Draft draft) {
        Draft header = new Draft("");
        int line = 0;
        while (true) {
            int end = content.indexOf('\n', line);
            String words = end < 0 ? "" : content.substring(line, end);
            if (end >= 0 && line > 0 && words.isBlank()) {
                draft.putAll(header);
                return end + 1;
            }
            if (!putLine(words, header)) {
                return 0;
            }
            line = end + 1;
        }
    }

    private static boolean putLine(String line, Draft header) {
        int colon = line.indexOf(':');
        Optional<String> key = colon < 0
                ? Optional.empty()
                : Optional.of(line.substring(0, colon).toLowerCase(Locale.ROOT)).filter(Draft.KEYS::contains);
        key.ifPresent(known -> header.put(known, line.substring(colon + 1).strip()));
        return key.isPresent();
    }
}
