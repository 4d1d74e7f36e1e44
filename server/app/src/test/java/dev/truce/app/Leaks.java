package dev.truce.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects what Netty's leak detector says; named in logback-test.xml. */
public final class Leaks extends AppenderBase<ILoggingEvent> {
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    /** Returns all leaks that were seen so far. */
    static List<String> seen() {
        return List.copyOf(SEEN);
    }

    static void forget() {
        SEEN.clear();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getFormattedMessage().contains("LEAK")) {
            SEEN.add(event.getFormattedMessage());
        }
    }
}
