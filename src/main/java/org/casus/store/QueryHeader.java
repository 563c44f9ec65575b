package org.casus.store;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code #+} lines at the head of a query, as grlc has them: a summary, a description, tags, and defaults and
 * values of parameters; and the view that {@code #defaultView:} asks for, as Wikidata's query service has it.
 */
record QueryHeader(
        String summary,
        String description,
        List<String> tags,
        String view,
        Map<String, String> defaults,
        Map<String, List<String>> values) {
    private static final Pattern LINE = Pattern.compile("#\\+\\s?(.*)");
    private static final Pattern KEY = Pattern.compile("(\\w+):\\s*(.*)");
    private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*)");
    private static final Pattern VIEW = Pattern.compile("#\\s*defaultView:\\s*(\\w+).*");
    private static final CharMatcher QUOTES = CharMatcher.anyOf("\"'");

    QueryHeader {
        tags = List.copyOf(tags);
        defaults = Map.copyOf(defaults);
        values = Map.copyOf(values);
    }

    static QueryHeader read(String query) {
        Map<String, String> scalars = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        String key = "";
        for (String line : query.lines().toList()) {
            Matcher header = LINE.matcher(line);
            if (!header.matches()) {
                continue;
            }
            Matcher item = ITEM.matcher(header.group(1));
            Matcher entry = KEY.matcher(header.group(1));
            if (item.matches()) {
                lists.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(item.group(1).strip());
            } else if (entry.matches()) {
                key = entry.group(1);
                scalars.put(key, entry.group(2).strip());
            }
        }
        return new QueryHeader(
                unquoted(scalars.getOrDefault("summary", "")),
                unquoted(scalars.getOrDefault("description", "")),
                tags(scalars, lists),
                view(query),
                defaults(lists),
                values(lists));
    }

    private static List<String> tags(Map<String, String> scalars, Map<String, List<String>> lists) {
        List<String> tags = new ArrayList<>(lists.getOrDefault("tags", List.of()));
        String inline = CharMatcher.anyOf("[]").removeFrom(scalars.getOrDefault("tags", ""));
        for (String tag : Splitter.on(',').omitEmptyStrings().trimResults().split(inline)) {
            tags.add(tag);
        }
        return tags.stream().map(QueryHeader::unquoted).toList();
    }

    private static String view(String query) {
        return query.lines()
                .map(VIEW::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .findFirst()
                .orElse("Table");
    }

    /** Of the list, an item that ends in a colon is a parameter, and those below it are its values. */
    private static Map<String, List<String>> values(Map<String, List<String>> lists) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String item : lists.getOrDefault("enumerate", List.of())) {
            if (item.endsWith(":")) {
                current = values.computeIfAbsent(item.substring(0, item.length() - 1), name -> new ArrayList<>());
            } else {
                current.add(unquoted(item));
            }
        }
        return values;
    }

    private static Map<String, String> defaults(Map<String, List<String>> lists) {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (String item : lists.getOrDefault("defaults", List.of())) {
            Matcher entry = KEY.matcher(item);
            if (entry.matches()) {
                defaults.put(entry.group(1), unquoted(entry.group(2).strip()));
            }
        }
        return defaults;
    }

    private static String unquoted(String value) {
        return QUOTES.trimFrom(value);
    }
}
