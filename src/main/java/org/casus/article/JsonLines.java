package org.casus.article;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON Lines, one article on each line, blank lines skipped; or one object that fills a file. */
final class JsonLines implements ArticleFormat {
    private static final ImmutableSet<String> LINES = ImmutableSet.of("jsonl", "ndjson");
    private static final Pattern BEGINS_OBJECT = Pattern.compile("^\\s*\\{\\s*[\"}]");

    private final FieldNames names;

    JsonLines(FieldNames names) {
        this.names = names;
    }

    @Override
    public boolean fits(Input input) {
        String extension = input.extension();
        return LINES.contains(extension)
                || extension.equals("json")
                || BEGINS_OBJECT.matcher(input.headText()).find();
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException, UnreadableArticle {
        if (isOneObject(input)) {
            return Iterators.singletonIterator(readObject(input));
        }
        Encoding encoding = Encoding.ofMark(input.head()).orElse(Encoding.UTF_8);
        if (!encoding.charset().equals(StandardCharsets.UTF_8)) {
            throw new UnreadableArticle("encoding", encoding.charset() + ", but JSON Lines are UTF-8");
        }
        return Streams.stream(new LineReader(input.bytes(), Input.MAX_RECORD_BYTES))
                .flatMap(line -> readLine(line.bytes, line.cut, input.draft(line.number)).stream())
                .iterator();
    }

    /** Whether the first line is only the beginning of an object. */
    private static boolean isOneObject(Input input) {
        String first = input.headText().stripLeading();
        int end = first.indexOf('\n');
        return !LINES.contains(input.extension())
                && end >= 0
                && !first.substring(0, end).stripTrailing().endsWith("}");
    }

    private Reading readObject(Input input) throws IOException {
        Draft draft = input.draft();
        try {
            return draft.accept(JsonArticle.read(Encoding.decodeText(input.readRecord()), names, draft));
        } catch (UnreadableArticle fault) {
            return draft.reject(fault);
        }
    }

    /** The reading of one line, none where it is blank. */
    Optional<Reading> readLine(byte[] line, Draft draft) {
        return readLine(line, line.length > Input.MAX_RECORD_BYTES, draft);
    }

    private Optional<Reading> readLine(byte[] line, boolean cut, Draft draft) {
        if (isBlank(line)) {
            return Optional.empty();
        }
        try {
            return Optional.of(draft.accept(JsonArticle.read(decode(line, cut, draft), names, draft)));
        } catch (UnreadableArticle fault) {
            return Optional.of(draft.reject(fault));
        }
    }

    /**
     * The characters of a line; where they cannot be had, its id is still read, as a record keeps it also when
     * rejected.
     */
    private String decode(byte[] line, boolean cut, Draft draft) throws UnreadableArticle {
        Encoding encoding = Encoding.ofMark(line).orElse(Encoding.UTF_8);
        try {
            if (cut) {
                throw new UnreadableArticle("too-long", "a line longer than 10 MB, which no article is");
            }
            return encoding.decode(line);
        } catch (UnreadableArticle fault) {
            JsonArticle.readIfPossible(encoding.decodeAnyway(line), names, draft);
            throw fault;
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
