package dev.truce.bench;

import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.protocol.codec.ObservationHash;
import dev.truce.protocol.framing.SharedBody;
import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What a server does to tell those who see the same of a match that a round opens, with bytes of its own for each or once for all. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class OpeningBenchmark {
    private static final long SEED = 7;

    /** How many connections see it. */
    @Param({"1", "2", "8"})
    public int connections = 1;

    private final Observation observation;
    private final ServerMessage opened;
    private final EmbeddedChannel channel = new EmbeddedChannel();

    /** Opens the first round. */
    public OpeningBenchmark() {
        Rules rules = Rules.of(Scenarios.busan2025());
        MatchSetup setup = rules.setup(SEED);
        observation = new Redaction(rules, setup, Viewer.US).observe(rules.start(setup));
        opened = new ServerMessage.Told(new Notice.RoundOpened(observation, 0), 0);
        Stages.addServer(channel.pipeline());
        Stages.loggedIn(channel.pipeline());
        channel.pipeline().remove(Stages.SILENCE);
    }

    private ServerFrame frame(long hash) {
        return new ServerFrame("", 1, 0, 1, hash, opened);
    }

    private void send(Object frame, Blackhole result) {
        channel.writeOutbound(frame);
        ByteBuf bytes = channel.readOutbound();
        result.consume(bytes.readableBytes());
        bytes.release();
    }

    /** Each connection makes the bytes and their hash. */
    @Benchmark
    public void each(Blackhole result) {
        for (int i = 0; i < connections; i++) {
            send(frame(ObservationHash.of(observation)), result);
        }
    }

    /** They are made once. */
    @Benchmark
    public void shared(Blackhole result) {
        SharedBody body = new SharedBody(opened);
        for (int i = 0; i < connections; i++) {
            send(body.in(frame(body.observationHash())), result);
        }
    }
}
