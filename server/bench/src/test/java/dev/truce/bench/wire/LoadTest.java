package dev.truce.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.store.EventStore;
import dev.truce.store.StoredMatch;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    private static final FrameTrace US =
            FrameTrace.of(List.of(20, -10, 30, -40, 60, -50, 20, -9, -3_000, 35, -30, 36, 37, -31));
    private static final FrameTrace CN = FrameTrace.of(List.of(20, -10, 60, -50, -3_000, 35, -30, -20_000));
    private static final MatchTrace TRACE = new MatchTrace(US, CN, List.of(100, 7));

    private final MoveMeter meter = new MoveMeter();

    @TempDir
    private Path data;

    @Test
    void anEchoAcknowledgesEveryMoveOfATrace() {
        meter.open();
        try (EchoServer server = EchoServer.start();
                EchoLoad load = new EchoLoad(server.port(), List.of(TRACE), meter)) {
            untilMatches(load, 3);
        }
        assertThat(figures().moves()).isGreaterThanOrEqualTo(3 * 3);
    }

    @Test
    void anEchoThatSavesHasSavedWhatItAcknowledges() {
        meter.open();
        try (EchoServer server = EchoServer.start(data);
                EchoLoad load = new EchoLoad(server.port(), List.of(TRACE), meter)) {
            untilMatches(load, 1);
        }
        try (EventStore store = SqliteStore.open(data)) {
            // Of the US alone, all but the hello: open, join and start, and three moves.
            StoredMatch first = store.match("m0").orElseThrow();
            assertThat(first.inputs()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(first.inputs())
                    .extracting(input -> input.payload().length)
                    .contains(100, 7);
        }
    }

    private void untilMatches(EchoLoad load, int matches) {
        load.keepPlaying(2);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            assertThat(load.failure()).isNotCompletedExceptionally();
            return meter.ended() >= matches;
        });
    }

    private WireFigures figures() {
        meter.close();
        return meter.figures(Duration.ofSeconds(1), Duration.ZERO, 1);
    }

    @Test
    void aRecordedMatchHasEveryMoveOfBothSides() throws Exception {
        MatchScript script = MatchScript.playedInAdvance(1, 3).get(0);
        String match;
        List<FrameTrace> frames;
        meter.open();
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data));
                FrameRecorder recorder = FrameRecorder.start(server.port());
                GameLoad load = new GameLoad(recorder.port(), List.of(script), meter)) {
            match = load.play(script).get(20, TimeUnit.SECONDS);
            frames = recorder.traces();
        }
        try (EventStore store = SqliteStore.open(data)) {
            List<Integer> saved = store.match(match).orElseThrow().inputs().stream()
                    .map(input -> input.payload().length)
                    .toList();
            MatchTrace trace = new MatchTrace(frames.get(0), frames.get(1), saved);
            WireFigures figures = figures();
            assertThat(frames).hasSize(2);
            // The match may end while the last move of a side is still under way: it is sent, and never answered.
            int answered = (int) (figures.moves() + figures.refused());
            assertThat(trace.moves()).isBetween(answered, answered + 2);
            // Every accepted move is saved, and so is the start.
            assertThat(saved).hasSize((int) figures.moves() + 1);
            assertThat(MatchTrace.bytesPerMove(List.of(trace))).isBetween(100.0, 10_000.0);
        }
    }

    @Test
    void aSideThatHoldsMakesOneMoveARound() throws Exception {
        MatchScript script = MatchScript.holding(1, 4).get(0);
        String match;
        meter.open();
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data));
                GameLoad load = new GameLoad(server.port(), List.of(script), meter)) {
            match = load.play(script).get(20, TimeUnit.SECONDS);
        }
        try (EventStore store = SqliteStore.open(data)) {
            // The start, and then hold and ready of both sides in one input each.
            assertThat(store.match(match).orElseThrow().inputs()).hasSize(1 + 2 * 4);
        }
        assertThat(figures().refused()).isZero();
    }

    @Test
    void aScriptHasADecisionForEveryRoundOfBothSides() {
        MatchScript script = MatchScript.playedInAdvance(1, 5).get(0);
        assertThat(script.us()).hasSize(5);
        assertThat(script.cn()).hasSize(5);
        assertThat(script.us()).anyMatch(decision -> decision.offer() != null);
        assertThat(script.us().get(0).dealings()).hasSize(1);
        assertThat(script.cn().get(0).dealings()).isEmpty();
    }

    @Test
    void aServerOfItsOwnProcessLeavesNothing() throws Exception {
        Path folder;
        try (BenchServer server = BenchServer.start(BenchServerMain.Kind.ECHO);
                EchoLoad load = new EchoLoad(server.port(), List.of(TRACE), meter)) {
            meter.open();
            untilMatches(load, 1);
            folder = server.data();
            assertThat(server.cpu()).isPositive();
            assertThat(folder).isDirectory();
            server.end();
            await().atMost(Duration.ofSeconds(20)).until(() -> load.failure().isCompletedExceptionally());
        }
        assertThat(Files.exists(folder)).isFalse();
    }
}
