package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import dev.truce.app.log.SafeLog;
import dev.truce.protocol.text.Payloads;
import dev.truce.protocol.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Whatever gets into an event of the log, it is one line, and commands nothing. */
@Isolated("It has the log and standard error of the process for itself.")
class ServerLogTest {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLogTest.class);

    @Test
    void oneEventIsOneLineOfOrdinarySigns() throws Exception {
        List<String> payloads = Payloads.all();
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(200);
        String log = logged(() -> {
            for (String payload : payloads) {
                LOG.warn("begins {} ends", payload);
                try (MDC.MDCCloseable match = MDC.putCloseable("match", payload)) {
                    LOG.warn("begins ends", new IllegalStateException(payload, new IllegalArgumentException(payload)));
                }
            }
        });
        List<String> lines = log.lines().toList();
        assertThat(lines).allMatch(line -> SafeText.escaped(line).equals(line));
        assertThat(lines.stream().filter(line -> !line.startsWith(SafeLog.MORE)))
                .hasSize(2 * payloads.size());
        assertThat(log).contains("begins a\\u{1b}b ends").contains(" | java.lang.IllegalStateException: line");
        assertThat(lines).noneMatch(line -> line.startsWith("INFO forged"));
    }

    /** Returns what a program that serves writes to its log. */
    private static String logged(Runnable events) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        try {
            System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            ServerLog.switchOn("text");
            events.run();
        } finally {
            System.setErr(before);
            context.reset();
            new ContextInitializer(context).autoConfig();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
