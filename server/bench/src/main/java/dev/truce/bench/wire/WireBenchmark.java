package dev.truce.bench.wire;

import dev.truce.bench.pace.MovePace;
import dev.truce.bench.setting.BenchException;
import dev.truce.bench.wire.BenchServerMain.Kind;
import dev.truce.store.EventStore;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Measures a server of matches, an echo and an echo that saves, one after the other, each in a fresh process. First it plays each
 * script once and notes the frames and what was saved, which is what the echoes are sent.
 */
final class WireBenchmark {
    /** Different matches; enough that no two neighbours play the same. */
    private static final int SCRIPTS = 8;

    private static final long MATCH_SECONDS = 60;

    private WireBenchmark() {}

    /** Keeps matches going on a server, each followed by another, until it is closed. */
    interface Load extends AutoCloseable {
        /** Starts so many matches at the same time. */
        void keepPlaying(int matches);

        /** Completes exceptionally once something has gone wrong, and never otherwise. */
        CompletableFuture<Void> failure();

        /** Ends all connections at once, in the middle of their matches. */
        @Override
        void close();
    }

    /**
     * Measures.
     *
     * @param progress hears a line when something begins
     * @throws BenchException if it cannot be done
     */
    static WireResult run(WireSettings settings, Consumer<String> progress) throws InterruptedException {
        try {
            progress.accept("playing " + SCRIPTS + " matches to note their frames ...");
            List<MatchScript> scripts = scripts(settings);
            List<MatchTrace> traces = record(scripts);
            WireFigures game =
                    measure(Kind.GAME, settings, traces, (port, meter) -> new GameLoad(port, scripts, meter), progress);
            BiFunction<Integer, MoveMeter, Load> echo = (port, meter) -> new EchoLoad(port, traces, meter);
            return new WireResult(
                    settings,
                    game,
                    measure(Kind.ECHO, settings, traces, echo, progress),
                    measure(Kind.DURABLE_ECHO, settings, traces, echo, progress));
        } catch (IOException failed) {
            throw new BenchException("a server could not be started: " + failed, failed);
        }
    }

    /**
     * Measures the server of matches alone, with moves that begin at set times.
     *
     * @return the figures, and how many of a hundred moves nobody had to make when their time came
     */
    static Paced run(WireSettings settings, int movesPerSecond, Consumer<String> progress) throws InterruptedException {
        List<MatchScript> scripts = scripts(settings);
        progress.accept("measuring game: " + settings.warmUpSeconds() + " s of warm-up, " + settings.seconds() + " s, "
                + movesPerSecond + " moves a second ...");
        try (MovePace pace = MovePace.start(movesPerSecond)) {
            MoveMeter meter = new MoveMeter(pace);
            try (BenchServer server = BenchServer.start(Kind.GAME);
                    Load load = new GameLoad(server.port(), scripts, meter)) {
                load.keepPlaying(settings.matches());
                play(load, settings.warmUpSeconds());
                pace.begin();
                return new Paced(measure(server, load, meter, settings, Double.NaN), pace.latePercent());
            }
        } catch (IOException failed) {
            throw new BenchException("a server could not be started: " + failed, failed);
        }
    }

    /**
     * What was measured with moves that begin at set times.
     *
     * @param latePercent how many of a hundred moves nobody had to make when their time came
     */
    record Paced(WireFigures figures, double latePercent) {}

    private static List<MatchScript> scripts(WireSettings settings) {
        return settings.hold()
                ? MatchScript.holding(SCRIPTS, settings.rounds())
                : MatchScript.playedInAdvance(SCRIPTS, settings.rounds());
    }

    private static List<MatchTrace> record(List<MatchScript> scripts) throws IOException, InterruptedException {
        try (BenchServer server = BenchServer.start(Kind.GAME)) {
            List<List<FrameTrace>> frames = new ArrayList<>();
            List<String> matches = new ArrayList<>();
            for (MatchScript script : scripts) {
                MoveMeter meter = new MoveMeter();
                try (FrameRecorder recorder = FrameRecorder.start(server.port());
                        GameLoad load = new GameLoad(recorder.port(), scripts, meter)) {
                    matches.add(await(load.play(script)));
                    frames.add(recorder.traces());
                }
            }
            server.end();
            return traces(frames, matches, server.data());
        }
    }

    private static List<MatchTrace> traces(List<List<FrameTrace>> frames, List<String> matches, Path data) {
        List<MatchTrace> traces = new ArrayList<>();
        try (EventStore store = SqliteStore.open(data)) {
            for (int i = 0; i < matches.size(); i++) {
                List<Integer> entries = store.match(matches.get(i)).orElseThrow().inputs().stream()
                        .map(input -> input.payload().length)
                        .toList();
                traces.add(new MatchTrace(frames.get(i).get(0), frames.get(i).get(1), entries));
            }
        }
        return traces;
    }

    private static <T> T await(CompletableFuture<T> match) throws InterruptedException {
        try {
            return match.get(MATCH_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw blamed(failed);
        } catch (TimeoutException late) {
            throw new BenchException("a match did not end in " + MATCH_SECONDS + " s", late);
        }
    }

    private static WireFigures measure(
            Kind kind,
            WireSettings settings,
            List<MatchTrace> traces,
            BiFunction<Integer, MoveMeter, Load> loads,
            Consumer<String> progress)
            throws IOException, InterruptedException {
        progress.accept("measuring " + kind.word() + ": " + settings.warmUpSeconds() + " s of warm-up, "
                + settings.seconds() + " s ...");
        MoveMeter meter = new MoveMeter();
        try (BenchServer server = BenchServer.start(kind);
                Load load = loads.apply(server.port(), meter)) {
            load.keepPlaying(settings.matches());
            play(load, settings.warmUpSeconds());
            return measure(server, load, meter, settings, MatchTrace.bytesPerMove(traces));
        }
    }

    private static WireFigures measure(
            BenchServer server, Load load, MoveMeter meter, WireSettings settings, double bytesPerMove)
            throws InterruptedException {
        Duration cpuBefore = server.cpu();
        long begun = System.nanoTime();
        meter.open();
        play(load, settings.seconds());
        meter.close();
        Duration span = Duration.ofNanos(System.nanoTime() - begun);
        return meter.figures(span, server.cpu().minus(cpuBefore), bytesPerMove);
    }

    /** Lets a load play for a while. */
    private static void play(Load load, int seconds) throws InterruptedException {
        try {
            load.failure().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw blamed(failed);
        } catch (TimeoutException wellDone) {
            // Nothing went wrong for so long.
        }
    }

    private static BenchException blamed(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return cause instanceof BenchException known
                ? known
                : new BenchException("a match could not be played: " + cause, failed);
    }

    /**
     * What a run of the benchmark found.
     *
     * @param settings what was played
     * @param game the server of matches
     * @param echo the same frames without a game
     * @param durableEcho the same frames without a game, each move saved before it is answered
     */
    record WireResult(WireSettings settings, WireFigures game, WireFigures echo, WireFigures durableEcho) {
        WireFigures.Ratio gameToEcho() {
            return WireFigures.Ratio.of(game, echo);
        }

        WireFigures.Ratio gameToDurableEcho() {
            return WireFigures.Ratio.of(game, durableEcho);
        }
    }
}
