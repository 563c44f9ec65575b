package org.casus.article;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The readings of inputs, one after the other; each input is open while it is read, and its faults are readings. */
final class Readings extends AbstractIterator<Reading> implements Closeable {
    private static final ImmutableList<ArticleFormat> FORMATS =
            ImmutableList.of(new JsonLines(), new SavedHtml(), new PlainText());

    private final Iterator<Source> sources;
    private Iterator<Reading> current = Collections.emptyIterator();
    private String name = "";
    private @Nullable Input open;

    Readings(Iterator<Source> sources) {
        this.sources = sources;
    }

    @Override
    protected Reading computeNext() {
        Optional<Reading> next = nextOfOpen();
        while (next.isEmpty() && sources.hasNext()) {
            next = begin(sources.next()).or(this::nextOfOpen);
        }
        return next.orElseGet(this::end);
    }

    @SuppressWarnings("NullAway") // endOfData returns null by contract.
    private Reading end() {
        close();
        return endOfData();
    }

    /** The next reading of the open input. */
    private Optional<Reading> nextOfOpen() {
        try {
            return current.hasNext() ? Optional.of(current.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            close();
            IOException cause = e.getCause();
            return Optional.of(rejected(cause == null ? new IOException(e) : cause));
        }
    }

    /** Opens an input; a fault of the whole of it is the reading. */
    private Optional<Reading> begin(Source source) {
        close();
        name = source.name();
        try {
            Input input = source.opener().open();
            open = input;
            current = format(input).read(input);
            return Optional.empty();
        } catch (UnreadableArticle fault) {
            return Optional.of(new Draft(name).reject(fault));
        } catch (IOException e) {
            return Optional.of(rejected(e));
        }
    }

    private static ArticleFormat format(Input input) throws UnreadableArticle {
        if (input.isEmpty()) {
            throw new UnreadableArticle("empty", "an empty file");
        }
        Signature.refuse(input);
        return FORMATS.stream()
                .filter(format -> format.fits(input))
                .findFirst()
                .orElseThrow(() -> new UnreadableArticle(
                        "unknown-format",
                        "format .%s is not known; text (.txt), JSON Lines (.jsonl) and saved HTML (.html) are read"
                                .formatted(input.extension())));
    }

    private Reading rejected(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return new Draft(name).reject(new UnreadableArticle("missing", "no such file or folder"));
        }
        String words = fault instanceof AccessDeniedException ? "permission denied" : "cannot be read: " + words(fault);
        return new Draft(name).reject(new UnreadableArticle("unreadable", words));
    }

    private static String words(IOException fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        current = Collections.emptyIterator();
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // What had to be read has been read.
            }
            open = null;
        }
    }
}
