package org.casus.export;

import java.io.IOException;

/** A file of a network in the making: first all parties, then all edges, each in the order of their IRIs. */
interface NetworkSink {
    void add(EventParty party) throws IOException;

    /** No more parties come. */
    void endParties() throws IOException;

    void add(Dyads.Edge edge) throws IOException;

    /** Ends the file, and closes it. */
    void close() throws IOException;
}
