package org.casus.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own for a class with a main, so that it can be killed. */
public final class ChildProcess {
    private ChildProcess() {}

    /** Not started yet. */
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath()));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Where this process finds its classes. */
    public static String classPath() {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("casus.test.class.path", ""));
        return given.isEmpty() ? System.getProperty("java.class.path") : given;
    }
}
