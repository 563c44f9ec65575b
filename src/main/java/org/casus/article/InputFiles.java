package org.casus.article;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Iterators;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A path to the inputs under it: itself, or the files of the folder and its folders in the order of their names. */
final class InputFiles extends AbstractIterator<Source> {
    private record Folder(Path path, Iterator<Path> entries) {}

    private final Path input;
    private final List<PathMatcher> included;
    private final List<PathMatcher> excluded;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private Iterator<Path> entries;
    private final AtomicLong read;
    private boolean foundAny;

    /** @param read told each byte of the files that is read */
    InputFiles(Path input, ReadingOptions options, AtomicLong read) {
        this.input = input;
        this.read = read;
        this.included = matchers(options.include());
        this.excluded = matchers(options.exclude());
        this.entries = Iterators.singletonIterator(input);
    }

    @Override
    protected Source computeNext() {
        Optional<Source> next = Optional.empty();
        while (next.isEmpty() && (entries.hasNext() || leave())) {
            next = entries.hasNext() ? visit(entries.next()) : Optional.empty();
        }
        if (next.isEmpty() && !foundAny) {
            next = Optional.of(Source.fault(input.toString(), "empty", "no file in the folder"));
        }
        foundAny = true;
        return next.orElseGet(this::end);
    }

    @SuppressWarnings("NullAway") // endOfData returns null by contract.
    private Source end() {
        return endOfData();
    }

    private boolean leave() {
        if (folders.isEmpty()) {
            return false;
        }
        folders.pop();
        entries = folders.isEmpty() ? Iterators.forArray() : folders.element().entries();
        return true;
    }

    private Optional<Source> visit(Path entry) {
        if (Files.isDirectory(entry)) {
            return enter(entry);
        }
        String name = entry.toString();
        if (!folders.isEmpty() && !isChosen(entry)) {
            return Optional.empty();
        }
        // What is named outright may be a pipe; one that merely lies in a folder would block for ever.
        if (!folders.isEmpty() && Files.exists(entry) && !Files.isRegularFile(entry)) {
            return Optional.of(Source.fault(name, "unreadable", "not a regular file"));
        }
        return Optional.of(new Source(name, () -> Input.open(entry, read)));
    }

    private boolean isChosen(Path file) {
        return (included.isEmpty() || matches(file, included)) && !matches(file, excluded);
    }

    private boolean matches(Path file, List<PathMatcher> matchers) {
        Path within = input.relativize(file);
        return matchers.stream().anyMatch(matcher -> matcher.matches(within) || matcher.matches(within.getFileName()));
    }

    /** The patterns, of which a wrong one is an {@link IllegalArgumentException}. */
    static List<PathMatcher> matchers(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
    }

    private Optional<Source> enter(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            if (isWithinItself(folder)) {
                return Optional.of(Source.fault(folder.toString(), "unreadable", "a link to a folder that it lies in"));
            }
            Iterator<Path> sorted = listed.filter(InputFiles::isShown)
                    .sorted(Comparator.comparing(InputFiles::fileName))
                    .toList()
                    .iterator();
            folders.push(new Folder(folder, sorted));
            entries = sorted;
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Source(folder.toString(), () -> {
                throw e;
            }));
        }
    }

    private boolean isWithinItself(Path folder) throws IOException {
        for (Folder above : folders) {
            if (Files.isSameFile(above.path(), folder)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShown(Path entry) {
        return !fileName(entry).startsWith(".");
    }

    private static String fileName(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
