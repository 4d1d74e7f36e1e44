package dev.truce.bench;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.truce.bench.playout.RandomMatch;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.StateHash;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.AskedOrders;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Speed of the parts of a round, each alone, over the twelve rounds of one match with drawn orders and terms. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class RoundBenchmark {
    private static final int ROUNDS = 12;
    private static final long SEED = 7;

    private final Rules rules = Rules.of(Scenarios.busan2025());
    private final Resolver resolver = new Resolver(rules);
    private final MatchSetup setup;
    private final List<MatchState> before = new ArrayList<>();
    private final List<RoundInputs> inputs = new ArrayList<>();
    private final List<Resolution> resolved = new ArrayList<>();
    private final List<ServerFrame> frames = new ArrayList<>();
    private final List<byte[]> frameBytes = new ArrayList<>();
    private final List<Input> saved = new ArrayList<>();
    private final List<byte[]> savedBytes = new ArrayList<>();

    /** Plays the match. */
    public RoundBenchmark() {
        RandomMatch match = new RandomMatch(rules);
        setup = match.setup(SEED, ROUNDS);
        SplitMix64 drawn = new SplitMix64(SEED);
        Redaction seat = new Redaction(rules, setup, Viewer.US);
        MatchState state = rules.start(setup);
        for (int round = 1; round <= ROUNDS; round++) {
            RoundInputs now = match.inputs(setup, state, drawn);
            frame(round, seat.observe(state));
            saved.add(new Input.Does(
                    Seat.US_HEAD,
                    round,
                    "key-" + round,
                    AskedOrders.submit(now.orders().us())));
            before.add(state);
            inputs.add(now);
            resolved.add(resolver.resolve(setup, state, now));
            state = resolved.get(round - 1).next();
            seat.view(resolved.get(round - 1).report(), state);
        }
        frames.forEach(frame -> frameBytes.add(ServerFrames.toWire(frame).toByteArray()));
        saved.forEach(input -> savedBytes.add(InputCodec.toBytes(input)));
    }

    private void frame(int round, Observation observation) {
        ServerMessage opened = new ServerMessage.Told(new Notice.RoundOpened(observation, 0), 0);
        frames.add(new ServerFrame("", round, 0, round, 0, opened));
    }

    /** All phases of a round, without what anybody sees of it. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void resolve(Blackhole result) {
        for (int i = 0; i < ROUNDS; i++) {
            result.consume(resolver.resolve(setup, before.get(i), inputs.get(i)));
        }
    }

    /** What one seat sees of a round and of the next one that opens, with its model of the economy. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void observe(Blackhole result) {
        Redaction seat = new Redaction(rules, setup, Viewer.US);
        for (int i = 0; i < ROUNDS; i++) {
            result.consume(seat.observe(before.get(i)));
            result.consume(seat.view(resolved.get(i).report(), resolved.get(i).next()));
        }
    }

    /** The observation that opens a round, as bytes of the wire. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void encodeObservation(Blackhole result) {
        for (int i = 0; i < ROUNDS; i++) {
            result.consume(ServerFrames.toWire(frames.get(i)).toByteArray());
        }
    }

    /** The same, read. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void decodeObservation(Blackhole result) throws InvalidProtocolBufferException, UnreadableException {
        for (int i = 0; i < ROUNDS; i++) {
            result.consume(ServerFrames.toGame(ServerEnvelope.parseFrom(frameBytes.get(i))));
        }
    }

    /** Orders, as bytes of the journal. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void encodeOrders(Blackhole result) {
        for (int i = 0; i < ROUNDS; i++) {
            result.consume(InputCodec.toBytes(saved.get(i)));
        }
    }

    /** The same, read. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void decodeOrders(Blackhole result) {
        for (int i = 0; i < ROUNDS; i++) {
            result.consume(InputCodec.of(savedBytes.get(i)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void hashState(Blackhole result) {
        for (int i = 0; i < ROUNDS; i++) {
            result.consume(
                    StateHash.of(resolved.get(i).next(), 0, rules.scenario().instruments()));
        }
    }
}
