package org.casus.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A user's table of actors and places, in the form of {@code actors.tsv}, held against what its columns may have. */
final class OwnTable {
    private static final Pattern DAY = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern ANY = Pattern.compile(".*");
    private static final int MOST_FAULTS = 20;

    /** What a cell may hold, by column. */
    private static final Map<String, Pattern> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("name", ANY);
        COLUMNS.put("aliases", ANY);
        COLUMNS.put("type", ANY);
        COLUMNS.put("country", Pattern.compile("[A-Z]{3}"));
        COLUMNS.put(
                "sector",
                Pattern.compile("GOV|MIL|REB|OPP|PTY|COP|JUD|LEG|SPY|MED|EDU|BUS|LAB|CRM|CVL|REF|REL|HLH|SET|UAF|ELI"));
        COLUMNS.put("qid", Pattern.compile("Q[1-9]\\d*"));
        COLUMNS.put("geonames", Pattern.compile("\\d+"));
        COLUMNS.put("from", DAY);
        COLUMNS.put("until", DAY);
        COLUMNS.put("lat", NUMBER);
        COLUMNS.put("lon", NUMBER);
        COLUMNS.put("wikipedia", ANY);
        COLUMNS.put("standsFor", ANY);
        COLUMNS.put("source", ANY);
    }

    private OwnTable() {}

    /** @throws IllegalArgumentException naming every row that is wrong */
    static Table read(Path file) throws IOException {
        Table table = Table.parse(file.toString(), Files.readAllLines(file));
        List<String> faults = new ArrayList<>();
        if (table.rows().isEmpty()) {
            faults.add(file + ": no rows; the first line names the columns: " + String.join(", ", COLUMNS.keySet()));
        }
        for (Table.Row row : table.rows()) {
            check(row, faults);
        }
        if (!faults.isEmpty()) {
            int more = faults.size() - MOST_FAULTS;
            throw new IllegalArgumentException(String.join(
                            "\n", faults.stream().distinct().limit(MOST_FAULTS).toList())
                    + (more > 0 ? "\nand %d more".formatted(more) : ""));
        }
        return table;
    }

    private static void check(Table.Row row, List<String> faults) {
        for (String column : row.columns()) {
            Pattern allowed = COLUMNS.get(column);
            if (allowed == null) {
                faults.add("%s: no column is called \"%s\": %s"
                        .formatted(row.file(), column, String.join(", ", COLUMNS.keySet())));
            } else {
                row.cell(column)
                        .filter(text -> !allowed.matcher(text).matches())
                        .ifPresent(
                                text -> faults.add("%s:%d: no %s: %s".formatted(row.file(), row.line(), column, text)));
            }
        }
        try {
            row.need("name");
            row.type();
        } catch (IllegalArgumentException fault) {
            faults.add(fault.getMessage());
        }
    }
}
