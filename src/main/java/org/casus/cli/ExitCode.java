package org.casus.cli;

/** What the process says to the one that started it. */
final class ExitCode {
    static final int DONE = 0;
    static final int REJECTED_INPUT = 1;
    static final int WRONG_USE = 2;
    static final int FAILED = 3;

    private ExitCode() {}
}
