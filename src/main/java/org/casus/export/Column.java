package org.casus.export;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of events.
 *
 * @param value a text or a number; null where nothing is known
 */
record Column(String name, EventRows.Kind kind, Function<EventRecord, @Nullable Object> value) {
    Column(String name, Function<EventRecord, @Nullable Object> value) {
        this(name, EventRows.Kind.TEXT, value);
    }

    /** The same, as what it holds. */
    Column as(EventRows.Kind other) {
        return new Column(name, other, value);
    }

    /** One that another project has and that Casus knows nothing for. */
    static Column empty(String name) {
        return new Column(name, event -> null);
    }

    static Column of(String name, Function<EventRecord, Optional<?>> value) {
        return new Column(name, event -> value.apply(event).orElse(null));
    }

    static Column ofSource(String name, Function<EventParty, @Nullable Object> value) {
        return new Column(name, event -> event.source() == null ? null : value.apply(event.source()));
    }

    static Column ofTarget(String name, Function<EventParty, @Nullable Object> value) {
        return new Column(name, event -> event.target() == null ? null : value.apply(event.target()));
    }

    static Column ofPlace(String name, Function<EventSite, @Nullable Object> value) {
        return new Column(name, event -> event.place() == null ? null : value.apply(event.place()));
    }
}
