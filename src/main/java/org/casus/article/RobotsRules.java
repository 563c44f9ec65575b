package org.casus.article;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A robots.txt as <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a> reads it: what a robot may fetch. */
final class RobotsRules {
    /** Of a file that is not there. */
    static final RobotsRules NONE = new RobotsRules();

    private static final int MAX_LINES = 20_000;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    private record Rule(boolean allows, int length, Pattern path) {}

    private final List<Rule> rules = new ArrayList<>();
    private Duration delay = Duration.ZERO;

    private RobotsRules() {}

    /** The rules for this robot, else those for all. */
    static RobotsRules of(String file, String robot) {
        List<String> lines = file.lines().limit(MAX_LINES).toList();
        RobotsRules own = new RobotsRules();
        return own.read(lines, robot) ? own : RobotsRules.forAll(lines);
    }

    private static RobotsRules forAll(List<String> lines) {
        RobotsRules all = new RobotsRules();
        all.read(lines, "*");
        return all;
    }

    /** Takes the groups of this name; false where there is none. */
    private boolean read(List<String> lines, String robot) {
        boolean found = false;
        boolean ours = false;
        boolean naming = false;
        for (String line : lines) {
            String[] parts = line.split("#", 2)[0].split(":", 2);
            String key = parts[0].strip().toLowerCase(Locale.ROOT);
            String value = parts.length < 2 ? "" : parts[1].strip();
            if (key.equals("user-agent")) {
                ours = (naming && ours) || value.equalsIgnoreCase(robot);
                naming = true;
                found |= ours;
            } else if (!key.isEmpty()) {
                naming = false;
                if (ours) {
                    add(key, value);
                }
            }
        }
        return found;
    }

    private void add(String key, String value) {
        if ((key.equals("allow") || key.equals("disallow")) && !value.isEmpty()) {
            rules.add(new Rule(key.equals("allow"), value.length(), pattern(value)));
        } else if (key.equals("crawl-delay") && value.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            Duration asked = Duration.ofMillis((long) (Double.parseDouble(value) * 1000));
            delay = asked.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : asked;
        }
    }

    private static Pattern pattern(String path) {
        boolean whole = path.endsWith("$");
        String begin = whole ? path.substring(0, path.length() - 1) : path;
        String quoted = Pattern.quote(begin).replaceAll("\\*+", "\\\\E.*+\\\\Q").replace(".*+", ".*");
        return Pattern.compile(quoted + (whole ? "$" : ""));
    }

    /** The longest rule that fits decides; of two as long the one that allows. */
    boolean allows(String path) {
        Optional<Rule> longest = rules.stream()
                .filter(rule -> rule.path().matcher(path).lookingAt())
                .max(Comparator.comparingInt(Rule::length).thenComparing(Rule::allows));
        return longest.map(Rule::allows).orElse(true);
    }

    /** How long to wait between two requests, if the site says so. */
    Duration delay() {
        return delay;
    }
}
