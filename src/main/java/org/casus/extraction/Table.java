package org.casus.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table of rules: tab-separated lines, {@code #} comments, {@code -} for an empty cell. */
final class Table {
    private Table() {}

    /**
     * One line of a table.
     *
     * @param folder where a user's own table lies, for faults; what a row finds must not hang on it
     * @param place the name of its file, and its line
     */
    record Row(String folder, String place, List<String> cells) {
        String cell(int i) {
            return cells.get(i);
        }

        Optional<String> optional(int i) {
            return cells.get(i).equals("-") ? Optional.empty() : Optional.of(cells.get(i));
        }

        /** The parts of a cell; empty for {@code -}. */
        List<String> list(int i, String separator) {
            return optional(i)
                    .map(cell -> List.of(cell.split(Pattern.quote(separator))))
                    .orElse(List.of());
        }

        /** For who looks for the line: its file with folder, and its number. */
        String where() {
            return folder + place;
        }

        IllegalArgumentException fault(String what) {
            return new IllegalArgumentException(where() + ": " + what);
        }
    }

    /**
     * Reads a table that stands beside this class.
     *
     * @throws IllegalArgumentException naming file and line where a row has not that many columns
     */
    static List<Row> read(String name, int columns) {
        InputStream in = Table.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read("", name, lines, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * Reads a user's own table.
     *
     * @throws IllegalArgumentException naming file and line where a row has not that many columns
     */
    static List<Row> read(Path file, int columns) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String name = String.valueOf(file.getFileName());
            String folder = file.toString().substring(0, file.toString().length() - name.length());
            return read(folder, name, lines, columns);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": no such file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read as UTF-8 text", e);
        }
    }

    private static List<Row> read(String folder, String name, BufferedReader lines, int columns) throws IOException {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Row row = new Row(folder, name + ":" + number, List.of(line.split("\t", -1)));
            if (row.cells.size() != columns) {
                throw row.fault("%d columns, not %d".formatted(row.cells.size(), columns));
            }
            rows.add(row);
        }
        return rows;
    }
}
