package dev.truce.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import dev.truce.protocol.text.SafeText;
import java.util.stream.Collectors;

/**
 * The one way of everything into a log, {@code %safe(...)} in its settings: nothing commands a terminal, and one event is one line. The
 * option is {@code line}, or {@code lines} for a stack trace, which keeps its lines: each begins with a bar, so that none can be taken for an
 * event.
 */
public final class SafeLog extends CompositeConverter<ILoggingEvent> {
    private static final String LINES = "lines";

    /** Begins a line that belongs to the one before it. */
    public static final String MORE = " | ";

    @Override
    protected String transform(ILoggingEvent event, String text) {
        return LINES.equals(getFirstOption())
                ? text.lines()
                        .map(line -> MORE + SafeText.escaped(line.replace("\t", "  ")) + "\n")
                        .collect(Collectors.joining())
                : SafeText.escaped(text);
    }
}
