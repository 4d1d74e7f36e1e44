package dev.truce.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * The log of a server that runs as a program of its own: one line for each event in the life of the server and its matches,
 * on standard error. Not switched on by {@link TruceServer}, so that a server inside another program stays quiet.
 */
public final class ServerLog {
    private ServerLog() {}

    /**
     * Switches it on, in place of whatever the program logs otherwise.
     *
     * @param format {@code text} or {@code json}
     */
    public static void switchOn(String format) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            URL file = Objects.requireNonNull(ServerLog.class.getResource("server-log.xml"), "server-log.xml");
            context.reset();
            context.putProperty("truce.log.format", format);
            try {
                JoranConfigurator configurator = new JoranConfigurator();
                configurator.setContext(context);
                configurator.doConfigure(file);
            } catch (JoranException e) {
                throw new IllegalStateException("the server's own log settings cannot be read", e);
            }
        }
    }
}
