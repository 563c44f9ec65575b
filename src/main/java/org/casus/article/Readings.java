package org.casus.article;

import com.google.common.collect.AbstractIterator;
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
    private final Formats formats;
    private final Iterator<Source> sources;
    private Iterator<Reading> current = Collections.emptyIterator();
    private String name = "";
    private @Nullable Input open;

    Readings(Iterator<Source> sources, Formats formats) {
        this.formats = formats;
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
            if (current.hasNext()) {
                return Optional.of(current.next());
            }
            // Before the next is looked for: in an archive both come from one stream.
            close();
            return Optional.empty();
        } catch (UncheckedIOException e) {
            close();
            return Optional.of(rejected(cause(e)));
        }
    }

    /** Opens an input; a fault of the whole of it is the reading. */
    private Optional<Reading> begin(Source source) {
        close();
        name = source.name();
        try {
            Input input = source.opener().open();
            open = input;
            current = formats.of(input).read(input);
            return current.hasNext()
                    ? Optional.empty()
                    : Optional.of(new Draft(name).reject(new UnreadableArticle("empty", "no article in it")));
        } catch (UnreadableArticle fault) {
            return Optional.of(new Draft(name).reject(fault));
        } catch (IOException e) {
            return Optional.of(rejected(e));
        } catch (UncheckedIOException e) {
            close();
            return Optional.of(rejected(cause(e)));
        }
    }

    private Reading rejected(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return new Draft(name).reject(new UnreadableArticle("missing", "no such file or folder"));
        }
        if (fault instanceof RefusedInput refused) {
            return new Draft(name).reject(refused.fault());
        }
        String words = fault instanceof AccessDeniedException ? "permission denied" : "cannot be read: " + words(fault);
        return new Draft(name).reject(new UnreadableArticle("unreadable", words));
    }

    private static IOException cause(UncheckedIOException fault) {
        IOException cause = fault.getCause();
        return cause == null ? new IOException(fault) : cause;
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
