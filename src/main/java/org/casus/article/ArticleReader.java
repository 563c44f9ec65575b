package org.casus.article;

import com.google.common.collect.Iterators;
import com.google.common.collect.Streams;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file, a folder or a stream of bytes to the readings in it: all formats that {@link Formats} names, packed or not.
 *
 * <p>The streams are lazy, keep the order of the input and hold one record at a time; the caller closes them. No fault
 * of the input is thrown: each is a {@link Reading.Rejected}, counted by one of the reasons {@code missing},
 * {@code unreadable}, {@code empty}, {@code unknown-format}, {@code binary}, {@code encoding}, {@code too-long},
 * {@code too-deep}, {@code malformed}, {@code no-text} and {@code language}.
 */
public final class ArticleReader {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final ReadingOptions options;
    private final Formats formats;
    private final JsonLines lines;
    private final AtomicLong read = new AtomicLong();

    /** Reads all files, and fields under their usual names. */
    public ArticleReader() {
        this(ReadingOptions.USUAL);
    }

    public ArticleReader(ReadingOptions options) {
        this.options = options;
        FieldNames names = new FieldNames(options.fields());
        this.formats = new Formats(names);
        this.lines = new JsonLines(names);
    }

    /**
     * Reads a file, or all files of a folder and its folders in the order of their names; hidden ones are skipped.
     * {@code -} is standard input, and {@code @list.txt} the inputs that are named in a file, one on each line.
     */
    public Stream<Reading> read(Path input) {
        return input.equals(STANDARD_INPUT)
                ? read(System.in, "standard input")
                : stream(new Readings(sources(input), formats));
    }

    private Iterator<Source> sources(Path input) {
        return InputList.isNamedBy(input) ? InputList.read(input, options, read) : new InputFiles(input, options, read);
    }

    /** Bytes of all files in the inputs, as they lie; empty where that cannot be known before they are read. */
    public OptionalLong size(Collection<Path> inputs) {
        if (inputs.stream().anyMatch(input -> input.equals(STANDARD_INPUT) || InputList.isNamedBy(input))) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(inputs.stream()
                .flatMap(input -> Streams.stream(new InputFiles(input, options, read)))
                .mapToLong(source -> new File(source.name()).length())
                .sum());
    }

    /** Bytes of files that have been read so far, as they lie; a little ahead of the readings. */
    public long bytesRead() {
        return read.get();
    }

    /** Reads bytes that have no file, such as standard input, under a name for messages; closing closes them. */
    public Stream<Reading> read(InputStream bytes, String name) {
        Source source = new Source(name, () -> Input.of(name, bytes));
        return stream(new Readings(Iterators.singletonIterator(source), formats));
    }

    /**
     * Reads one line of JSON Lines that was cut out of its file elsewhere; nothing for a blank one.
     *
     * @param place the file and the line's number, for messages
     */
    public Optional<Reading> readLine(byte[] line, String place) {
        return lines.readLine(line, new Draft(place));
    }

    private static Stream<Reading> stream(Readings readings) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(readings, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(readings::close);
    }
}
