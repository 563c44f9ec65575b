package org.casus.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.casus.store.ExportTarget;

/** The files that a command writes; one that was there is replaced only when all are written. */
final class OutputFiles implements ExportTarget, AutoCloseable {
    private final Path place;
    private final long limit;
    private final String extension;
    private final boolean zipped;
    private final Map<Path, Path> parts = new LinkedHashMap<>();

    private OutputFiles(Path place, long limit, String extension, boolean zipped) {
        this.place = place;
        this.limit = limit;
        this.extension = extension;
        this.zipped = zipped;
    }

    /** One file, of this name; a fault is told before anything is put together for it. */
    static OutputFiles one(Path file, boolean zipped) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": a folder; name a file in it");
        } else if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return new OutputFiles(
                file, Long.MAX_VALUE, "", zipped || file.toString().endsWith(".gz"));
    }

    /** Files in a folder, which must be new or empty: no file of another export is to be taken for one of this. */
    static OutputFiles many(Path folder, long limit, String extension, boolean zipped) throws IOException {
        Files.createDirectories(folder);
        try (var found = Files.list(folder)) {
            if (found.findAny().isPresent()) {
                throw new IOException(folder + ": the folder is not empty");
            }
        }
        return new OutputFiles(folder, limit, "." + extension, zipped);
    }

    @Override
    public OutputStream next() throws IOException {
        Path file = extension.isEmpty()
                ? place
                : place.resolve("part-%05d%s%s".formatted(parts.size() + 1, extension, zipped ? ".gz" : ""));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        OutputStream out = new BufferedOutputStream(new Named(file, Files.newOutputStream(part)));
        // A process that is stopped closes nothing.
        part.toFile().deleteOnExit();
        parts.put(part, file);
        return zipped ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    @Override
    public long limit() {
        return limit;
    }

    /** All is written. */
    void done() throws IOException {
        for (Map.Entry<Path, Path> part : parts.entrySet()) {
            Files.move(part.getKey(), part.getValue(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        for (Path part : parts.keySet()) {
            Files.deleteIfExists(part);
        }
    }

    /** Says which file could not be written, as the words of the system do not. */
    private static final class Named extends FilterOutputStream {
        private final Path file;

        Named(Path file, OutputStream out) {
            super(out);
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException fault) {
                throw new IOException("cannot write %s: %s".formatted(file, fault.getMessage()), fault);
            }
        }
    }
}
