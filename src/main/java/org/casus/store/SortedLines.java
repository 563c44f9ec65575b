package org.casus.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Lines in the order of their bytes, each once, as {@code LC_ALL=C sort -u} has them; what does not fit in memory waits
 * in sorted files beside it.
 */
final class SortedLines implements AutoCloseable {
    /** Of these as much again is in memory while it is written. */
    private static final long IN_MEMORY = 64L << 20;
    /** What an array costs beside its bytes. */
    private static final int OVERHEAD = 24;

    /** Takes one line without its end. */
    interface Sink {
        void accept(byte[] line) throws IOException;
    }

    private final long inMemory;
    private final List<Path> runs = new ArrayList<>();
    private List<byte[]> lines = new ArrayList<>();
    private long bytes;
    private CompletableFuture<?> spilled = CompletableFuture.completedFuture(null);

    SortedLines() {
        this(IN_MEMORY);
    }

    SortedLines(long inMemory) {
        this.inMemory = inMemory;
    }

    void add(String line) throws IOException {
        byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
        lines.add(utf8);
        bytes += utf8.length + OVERHEAD;
        if (bytes > inMemory) {
            spill();
        }
    }

    void forEach(Sink sink) throws IOException {
        if (runs.isEmpty()) {
            lines.sort(Arrays::compareUnsigned);
            Unique unique = new Unique(sink);
            for (byte[] line : lines) {
                unique.accept(line);
            }
        } else {
            spill();
            awaitSpilled();
            merge(new Unique(sink));
        }
    }

    /** Sorts and writes on a thread of its own while more comes in. */
    private void spill() throws IOException {
        awaitSpilled();
        Path run = Files.createTempFile("casus-export", ".lines");
        // A process that is stopped closes nothing.
        run.toFile().deleteOnExit();
        runs.add(run);
        List<byte[]> full = lines;
        spilled = CompletableFuture.runAsync(() -> write(full, run));
        lines = new ArrayList<>();
        bytes = 0;
    }

    private void awaitSpilled() throws IOException {
        try {
            spilled.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof UncheckedIOException fault) {
                throw Objects.requireNonNull(fault.getCause());
            }
            throw failed;
        }
    }

    private static void write(List<byte[]> lines, Path run) {
        lines.sort(Arrays::compareUnsigned);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run)))) {
            out.writeInt(lines.size());
            for (byte[] line : lines) {
                out.writeInt(line.length);
                out.write(line);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(
                    new IOException("cannot sort in %s: %s".formatted(run.getParent(), fault.getMessage()), fault));
        }
    }

    private void merge(Sink sink) throws IOException {
        List<Run> open = new ArrayList<>();
        try {
            PriorityQueue<Run> next = new PriorityQueue<>(Comparator.comparing(Run::line, Arrays::compareUnsigned));
            for (Path path : runs) {
                Run run = new Run(path);
                open.add(run);
                if (run.advance()) {
                    next.add(run);
                }
            }
            for (Run run = next.poll(); run != null; run = next.poll()) {
                sink.accept(run.line());
                if (run.advance()) {
                    next.add(run);
                }
            }
        } finally {
            for (Run run : open) {
                run.in.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        spilled.handle((done, fault) -> true).join();
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }

    /** Drops a line that is the one before it again. */
    private static final class Unique implements Sink {
        private final Sink sink;
        private byte @Nullable [] before;

        Unique(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(byte[] line) throws IOException {
            if (before == null || !Arrays.equals(before, line)) {
                sink.accept(line);
            }
            before = line;
        }
    }

    private static final class Run {
        private final DataInputStream in;
        private int left;
        private byte[] line = {};

        Run(Path path) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
            left = in.readInt();
        }

        byte[] line() {
            return line;
        }

        boolean advance() throws IOException {
            if (left == 0) {
                return false;
            }
            left--;
            line = new byte[in.readInt()];
            in.readFully(line);
            return true;
        }
    }
}
