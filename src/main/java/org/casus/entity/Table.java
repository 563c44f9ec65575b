package org.casus.entity;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table that a user can read and change: tab-separated, a line of column names first, {@code #} begins a comment. */
final class Table {
    private static final Splitter TABS = Splitter.on('\t');
    private static final Splitter BARS = Splitter.on('|').trimResults().omitEmptyStrings();

    private final List<Row> rows;

    private Table(List<Row> rows) {
        this.rows = rows;
    }

    List<Row> rows() {
        return rows;
    }

    /** The table of that name beside this class. */
    static Table shipped(String file) {
        return parse(file, lines(file));
    }

    /** The lines of the table of that name beside this class. */
    static List<String> lines(String file) {
        InputStream stream = Table.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("no table %s in the program".formatted(file));
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static Table parse(String file, List<String> lines) {
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = TABS.splitToList(line);
            if (columns.isEmpty()) {
                columns = cells;
            } else if (cells.size() > columns.size()) {
                throw new IllegalArgumentException(
                        "%s:%d: %d columns, not %d: %s".formatted(file, i + 1, cells.size(), columns.size(), line));
            } else {
                rows.add(new Row(file, i + 1, columns, cells));
            }
        }
        return new Table(List.copyOf(rows));
    }

    /** One line; cells left off at its end are empty. */
    record Row(String file, int line, List<String> columns, List<String> cells) {
        Optional<String> cell(String column) {
            int i = columns.indexOf(column);
            return i < 0 || i >= cells.size() || cells.get(i).isBlank()
                    ? Optional.empty()
                    : Optional.of(cells.get(i).strip());
        }

        String need(String column) {
            return cell(column)
                    .orElseThrow(() -> new IllegalArgumentException("%s:%d: no %s".formatted(file, line, column)));
        }

        EntityType type() {
            String type = need("type");
            return Arrays.stream(EntityType.values())
                    .filter(known -> known.name().equals(type))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("%s:%d: no type of entity: %s".formatted(file, line, type)));
        }

        List<String> list(String column) {
            return cell(column).map(BARS::splitToList).orElse(List.of());
        }

        Optional<Double> number(String column) {
            return cell(column).map(text -> {
                try {
                    return Double.valueOf(text);
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(
                            "%s:%d: %s is no number: %s".formatted(file, line, column, text), e);
                }
            });
        }
    }
}
