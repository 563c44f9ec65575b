package org.casus.article;

import com.google.common.collect.Iterators;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file, a folder or a stream of bytes to the readings in it: plain text, JSON Lines and saved HTML, gzipped or not.
 *
 * <p>The streams are lazy, keep the order of the input and hold one record at a time; the caller closes them. No fault
 * of the input is thrown: each is a {@link Reading.Rejected}, counted by one of the reasons {@code missing},
 * {@code unreadable}, {@code empty}, {@code unknown-format}, {@code binary}, {@code encoding}, {@code too-long},
 * {@code too-deep}, {@code malformed}, {@code no-text} and {@code language}.
 */
public final class ArticleReader {
    /** Reads a file, or all files of a folder and its folders in the order of their names; hidden ones are skipped. */
    public Stream<Reading> read(Path input) {
        return stream(new Readings(new InputFiles(input)));
    }

    /** Reads bytes that have no file, such as standard input, under a name for messages; closing closes them. */
    public Stream<Reading> read(InputStream bytes, String name) {
        Source source = new Source(name, () -> Input.of(name, bytes));
        return stream(new Readings(Iterators.singletonIterator(source)));
    }

    private static Stream<Reading> stream(Readings readings) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(readings, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(readings::close);
    }
}
