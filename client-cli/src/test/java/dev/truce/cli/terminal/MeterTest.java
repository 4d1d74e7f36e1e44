package dev.truce.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(5 * SECOND);

    private Meter meter(boolean redraws, String work, long matches) {
        return new Meter(new PrintStream(written, true, StandardCharsets.UTF_8), clock::get, redraws, work, matches);
    }

    @Test
    void itTellsRateAndTimeLeft() {
        Meter meter = meter(true, "futures", 51_200);
        clock.addAndGet(2 * SECOND);
        meter.played(3_200);
        assertThat(last()).isEqualTo(left(3_200, 51_200, 1_600, 30));
    }

    @Test
    void onATerminalItIsWrittenOverFourTimesASecondAndRemovedAtTheEnd() {
        Meter meter = meter(true, "futures", 100);
        for (int i = 0; i < 100; i++) {
            clock.addAndGet(SECOND / 100);
            meter.played(1);
        }
        meter.end();
        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\n");
        // At the beginning, four times in the second, and twice to remove it.
        assertThat(text.chars().filter(c -> c == '\r')).hasSize(1 + 4 + 2);
        assertThat(text).endsWith("\r" + " ".repeat(79) + "\r");
    }

    @Test
    void inALogItIsALineEveryTenSeconds() {
        Meter meter = meter(false, "futures", 400);
        for (int i = 0; i < 25; i++) {
            clock.addAndGet(SECOND);
            meter.played(10);
        }
        meter.end();
        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(left(100, 400, 10, 30), left(200, 400, 10, 20));
    }

    private static String left(long played, long matches, double rate, double seconds) {
        return Texts.of("meter.progress", "futures", played, matches, rate, seconds);
    }

    private String last() {
        String text = written.toString(StandardCharsets.UTF_8);
        return text.substring(text.lastIndexOf('\r') + 1).strip();
    }
}
