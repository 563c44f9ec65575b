package org.casus.cli;

import com.google.common.base.Suppliers;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.impl.Log4jContextFactory;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.MessageFactory;
import org.apache.logging.log4j.message.ParameterizedMessageFactory;
import org.apache.logging.log4j.simple.SimpleLogger;
import org.apache.logging.log4j.simple.SimpleLoggerContext;
import org.apache.logging.log4j.spi.ExtendedLogger;
import org.apache.logging.log4j.spi.LoggerContext;
import org.apache.logging.log4j.spi.LoggerContextFactory;
import org.apache.logging.log4j.spi.Provider;
import org.apache.logging.log4j.util.PropertiesUtil;
import org.jspecify.annotations.Nullable;

/**
 * Log4j's core, started with the first line that it may have to write, as its start takes a third of a short command.
 * What {@code log4j2.xml} lets through nowhere, all but errors and warnings of Casus, ends here; that file decides the
 * rest, and a user's own configuration decides all. The launcher names it to Log4j, for commands in which nothing sets
 * levels while it runs.
 */
public final class LateLogging extends Provider {
    private static final String CHOSEN = "log4j.provider";
    private static final int ABOVE_CORE = 100;

    /** For Log4j, which finds it by its name. */
    public LateLogging() {
        super(ABOVE_CORE, CURRENT_VERSION, Contexts.class);
    }

    /** Leaves Log4j to its core from the start, where levels are to be set; before anything is logged. */
    static void forgo() {
        System.clearProperty(CHOSEN);
    }

    /** The one context. */
    public static final class Contexts implements LoggerContextFactory {
        private final LoggerContext context = new Context();

        @Override
        public LoggerContext getContext(String caller, ClassLoader loader, @Nullable Object external, boolean current) {
            return context;
        }

        @Override
        public LoggerContext getContext(
                String caller,
                ClassLoader loader,
                @Nullable Object external,
                boolean current,
                @Nullable URI configuration,
                @Nullable String name) {
            return context;
        }

        @Override
        public void removeContext(LoggerContext removed) {}

        @Override
        public boolean isClassLoaderDependent() {
            return false;
        }
    }

    private static final class Context extends SimpleLoggerContext {
        private final Supplier<LoggerContext> core = Suppliers.memoize(() -> new Log4jContextFactory()
                .getContext(LateLogging.class.getName(), LateLogging.class.getClassLoader(), null, false));

        @Override
        public ExtendedLogger getLogger(String name, @Nullable MessageFactory messages) {
            MessageFactory effective = messages == null ? ParameterizedMessageFactory.INSTANCE : messages;
            if (!hasLogger(name, effective)) {
                getLoggerRegistry().putIfAbsent(name, effective, new LateLogger(name, effective, core));
            }
            return Objects.requireNonNull(getLoggerRegistry().getLogger(name, effective));
        }
    }

    private static final class LateLogger extends SimpleLogger {
        private static final long serialVersionUID = 1L;
        private static final boolean IS_CONFIGURED =
                PropertiesUtil.getProperties().getStringProperty("log4j2.configurationFile") != null;

        private final transient Supplier<LoggerContext> core;

        LateLogger(String name, MessageFactory messages, Supplier<LoggerContext> core) {
            super(
                    name,
                    coarse(name),
                    false,
                    false,
                    false,
                    false,
                    "",
                    messages,
                    PropertiesUtil.getProperties(),
                    System.err);
            this.core = core;
        }

        private static Level coarse(String name) {
            if (IS_CONFIGURED) {
                return Level.ALL;
            }
            return name.startsWith("org.casus") ? Level.WARN : Level.ERROR;
        }

        @Override
        public void logMessage(String caller, Level level, Marker marker, Message message, @Nullable Throwable thrown) {
            core.get().getLogger(getName()).logIfEnabled(caller, level, marker, message, thrown);
        }
    }
}
