package org.casus.article;

import com.google.common.collect.AbstractIterator;
import com.google.common.io.ByteStreams;
import com.google.common.io.CountingInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A ZIP archive: the readings of the files in it, in their order. Nothing is written, whatever path a file claims. */
final class Zip implements ArticleFormat {
    private static final int MAX_ENTRIES = 1_000_000;

    private final Formats formats;

    Zip(Formats formats) {
        this.formats = formats;
    }

    @Override
    public boolean fits(Input input) {
        return new String(input.head(), StandardCharsets.ISO_8859_1).startsWith("PK\u0003\u0004");
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException, UnreadableArticle {
        return new Readings(new Entries(input), formats);
    }

    private static final class Entries extends AbstractIterator<Source> {
        private final Input input;
        private final ZipInputStream zip;
        private final Unpacking unpacked;
        private int count;

        Entries(Input input) {
            this.input = input;
            CountingInputStream packed = new CountingInputStream(input.bytes());
            zip = new ZipInputStream(packed);
            unpacked = new Unpacking(zip, packed::getCount);
        }

        @Override
        @SuppressWarnings("NullAway") // endOfData returns null by contract.
        protected Source computeNext() {
            try {
                // What is left of one that unpacks to too much is not worth the time.
                ZipEntry entry = unpacked.isRefused() ? null : nextEntry();
                return entry == null ? endOfData() : source(entry);
            } catch (IllegalArgumentException e) {
                throw new UncheckedIOException(new ZipException("a name in it is no text"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private @Nullable ZipEntry nextEntry() throws IOException {
            if (++count > MAX_ENTRIES) {
                throw new RefusedInput("too-long", "more than %d files in it".formatted(MAX_ENTRIES));
            }
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && isNoInput(entry)) {
                skipRest();
                entry = zip.getNextEntry();
            }
            return entry;
        }

        private static boolean isNoInput(ZipEntry entry) {
            return !climbs(entry.getName()) && (entry.isDirectory() || isHidden(entry.getName()));
        }

        /** To the end of an entry: the archive would do so by itself, without looking at how much that is. */
        private void skipRest() throws IOException {
            ByteStreams.exhaust(unpacked);
        }

        private Source source(ZipEntry entry) {
            String name = input.name() + "!" + entry.getName();
            if (climbs(entry.getName())) {
                return Source.fault(name, "path", "a path that leads out of the archive");
            }
            return new Source(
                    name,
                    () -> input.within(name, new FilterInputStream(unpacked) {
                        @Override
                        public void close() throws IOException {
                            skipRest();
                        }
                    }));
        }

        private static boolean climbs(String path) {
            return path.startsWith("/")
                    || path.startsWith("\\")
                    || path.matches("^[A-Za-z]:.*")
                    || Arrays.asList(path.split("[/\\\\]", -1)).contains("..");
        }

        private static boolean isHidden(String path) {
            return path.startsWith("__MACOSX/")
                    || path.substring(path.lastIndexOf('/') + 1).startsWith(".");
        }
    }
}
