package org.casus.article;

import com.google.common.collect.Iterators;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A text that names inputs, one on each line; blank lines and those that begin with # say nothing. */
final class InputList {
    private static final String MARK = "@";
    private static final String STANDARD_INPUT = "-";

    private InputList() {}

    static boolean isNamedBy(Path input) {
        return input.toString().startsWith(MARK);
    }

    /** The inputs that the list names, in its order; a list that cannot be read is one input with that fault. */
    static Iterator<Source> read(Path input, ReadingOptions options, AtomicLong read) {
        String list = input.toString().substring(MARK.length());
        try {
            Iterator<String> names = lines(list).iterator();
            return Iterators.concat(Iterators.transform(names, name -> sources(list, name, options, read)));
        } catch (IOException e) {
            return Iterators.singletonIterator(new Source(list, () -> {
                throw e;
            }));
        }
    }

    private static Iterator<Source> sources(String list, String name, ReadingOptions options, AtomicLong read) {
        try {
            return new InputFiles(Path.of(name), options, read);
        } catch (InvalidPathException e) {
            return Iterators.singletonIterator(Source.fault(list, "missing", "names what no file can be called"));
        }
    }

    private static List<String> lines(String list) throws IOException {
        List<String> lines = list.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .lines()
                        .toList()
                : Files.readAllLines(Path.of(list));
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
