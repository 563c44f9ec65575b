package org.casus.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The process that has a store, as the store's lock file names it. */
record StoreUser(long pid, String command) {
    static final String UNKNOWN = "another process";
    private static final Pattern LINE = Pattern.compile("(\\d{1,18})(?: (\\w*))?\\s*");
    /** How the launcher starts the program: the class and its first argument, which is the command. */
    private static final Pattern STARTED = Pattern.compile("org\\.casus\\.Main (\\w+).*");

    static StoreUser current() {
        Matcher started = STARTED.matcher(System.getProperty("sun.java.command", ""));
        return new StoreUser(ProcessHandle.current().pid(), started.matches() ? started.group(1) : "");
    }

    /** Reads what {@link #line} wrote; zero for a process that did not say. */
    static StoreUser of(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? new StoreUser(Long.parseLong(parts.group(1)), parts.group(2) == null ? "" : parts.group(2))
                : new StoreUser(0, "");
    }

    String line() {
        return pid + " " + command + System.lineSeparator();
    }

    String words() {
        if (pid == 0) {
            return UNKNOWN;
        }
        return command.isEmpty() ? "process " + pid : "casus %s (process %d)".formatted(command, pid);
    }
}
