package org.casus.export;

import java.io.IOException;

/** A file of events in the making. */
interface EventSink {
    void add(EventRecord event) throws IOException;

    /** Ends the file, and closes it. */
    void close() throws IOException;
}
