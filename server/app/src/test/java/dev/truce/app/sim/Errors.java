package dev.truce.app.sim;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Hears the errors that the server logs, since a task of a match that throws is heard of nowhere else. */
final class Errors extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    /** How errors begin that faults of the disk bring about. */
    private static final List<String> EXPECTED = List.of("the store failed", "JOURNAL_");

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.truce");
    private final @Nullable Level before = logger.getLevel();
    private final boolean additive = logger.isAdditive();
    private final String thread = Thread.currentThread().getName();
    private final Deque<String> heard = new ArrayDeque<>();

    /** Hears those of this thread from now on, until it is closed. */
    Errors() {
        logger.setLevel(Level.ERROR);
        logger.setAdditive(false);
        setContext(logger.getLoggerContext());
        start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String said = event.getFormattedMessage();
        if (event.getThreadName().equals(thread) && EXPECTED.stream().noneMatch(said::startsWith)) {
            var cause = event.getThrowableProxy();
            heard.add(
                    cause == null
                            ? said
                            : said + ": " + cause.getClassName() + ": " + Objects.toString(cause.getMessage())
                                    + (cause.getStackTraceElementProxyArray().length == 0
                                            ? ""
                                            : " " + cause.getStackTraceElementProxyArray()[0]));
        }
    }

    /** Returns the next one, or null. */
    @Nullable
    String next() {
        return heard.poll();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        stop();
        logger.setAdditive(additive);
        logger.setLevel(before);
    }
}
