package dev.truce.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bench.wire.WireBenchmark.WireResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WireReportTest {
    private static final WireFigures GAME = figures(4_000, Duration.ofSeconds(2), 900, 7_000);
    private static final WireFigures ECHO = figures(40_000, Duration.ofSeconds(1), 100, 500);
    private static final WireFigures DURABLE = figures(8_000, Duration.ofSeconds(1), 450, 3_500);

    private static WireFigures figures(long moves, Duration cpu, long median, long late) {
        return new WireFigures(
                moves,
                3,
                40,
                Duration.ofSeconds(4),
                cpu,
                Duration.ofNanos(median * 1_000),
                Duration.ofNanos(late * 1_000),
                Duration.ofNanos(late * 2_000),
                1_100);
    }

    @Test
    void figuresAreForASecondAndForAMove() {
        assertThat(GAME.movesPerSecond()).isEqualTo(1_000);
        assertThat(GAME.serverCpuMicrosPerMove()).isCloseTo(500, within(1e-9));
        assertThat(GAME.medianMicros()).isCloseTo(900, within(1e-9));
        assertThat(GAME.lateMicros()).isCloseTo(7_000, within(1e-9));
    }

    @Test
    void movesThatBeginAtSetTimesAreOneColumn() {
        WireSettings settings = new WireSettings(16, 4, 12, 2, false);
        WireBenchmark.Paced paced = new WireBenchmark.Paced(GAME, 2.5);
        assertThat(WireReport.text(settings, 1_000, paced))
                .containsPattern("moves a second, as set +1000\\.0")
                .containsPattern("came late to begin +2\\.5")
                .containsPattern("server processor for a match, us +50000\\.0")
                .containsPattern("999 of 1,000, us +14000\\.0");
        assertThat(WireReport.json(settings, 1_000, paced))
                .contains("\"rate\":1000,\"late_percent\":2.5,\"game\":{")
                .contains("\"ack_p999_micros\":14000.0");
    }

    @Test
    void ratiosDivideTheGameByTheEcho() {
        WireFigures.Ratio ratio = WireFigures.Ratio.of(GAME, ECHO);
        assertThat(ratio.movesPerSecond()).isCloseTo(0.1, within(1e-12));
        assertThat(ratio.serverCpuPerMove()).isCloseTo(20, within(1e-9));
        assertThat(ratio.median()).isCloseTo(9, within(1e-9));
        assertThat(ratio.late()).isCloseTo(14, within(1e-9));
        assertThat(ratio.bytesPerMove()).isEqualTo(1);
    }

    @Test
    void theTableShowsAllThreeBesideEachOther() {
        String text = WireReport.text(new WireResult(new WireSettings(16, 4, 12, 2, false), GAME, ECHO, DURABLE));
        assertThat(text)
                .startsWith("16 matches of 12 rounds at the same time, 4 s after 2 s of warm-up")
                .containsPattern("moves a second +1000 +10000 +2000 +0\\.100 +0\\.500")
                .containsPattern("server processor for a move, us +500\\.0 +25\\.0 +125\\.0 +20\\.000 +4\\.000")
                .containsPattern("moves refused +3 +3 +3");
    }

    @Test
    void aReportSaysThatBothSidesHeld() {
        WireResult held = new WireResult(new WireSettings(64, 4, 64, 2, true), GAME, ECHO, DURABLE);
        assertThat(WireReport.text(held)).startsWith("64 matches of 64 rounds, in which both sides hold, at the same");
        assertThat(WireReport.json(held)).contains("\"rounds\":64,\"hold\":true");
    }

    @Test
    void jsonHasTheSameAndNullForWhatCannotBeTold() {
        WireFigures idle = figures(40_000, Duration.ZERO, 100, 500);
        String json = WireReport.json(new WireResult(new WireSettings(16, 4, 12, 2, false), GAME, idle, DURABLE));
        assertThat(json)
                .doesNotContain("\n")
                .contains("\"matches\":16,\"rounds\":12,\"hold\":false,\"seconds\":4,\"warm_up_seconds\":2")
                .contains("\"game\":{\"moves\":4000,\"refused\":3,\"matches_ended\":40,\"moves_per_second\":1000.0")
                .contains("\"game_to_echo\":{\"moves_per_second\":0.1,\"server_cpu_per_move\":null")
                .contains("\"game_to_durable_echo\":{\"moves_per_second\":0.5,\"server_cpu_per_move\":4.0");
    }
}
