package dev.truce.bench;

import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.CreateRoom;
import dev.truce.protocol.v2.Delegations;
import dev.truce.protocol.v2.Hello;
import dev.truce.protocol.v2.HostedMinister;
import dev.truce.protocol.v2.JoinRoom;
import dev.truce.protocol.v2.Ping;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a server does for a stranger's frame until it knows what the frame says, for a short one and for the dearest of its length. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class FrameBenchmark {
    private static final int LONG_TEXT = 4_000;
    private static final int LONG_NAME = 1_300;
    private static final int ELEMENTS = 110;

    /** Frames of strangers. */
    public enum Stranger {
        /** As short as can be. */
        PING,
        /** One long text. */
        LONG_TEXT,
        /** One text of long characters. */
        LONG_NAME,
        /** Many small messages in one. */
        MANY_ELEMENTS
    }

    @Param({"PING", "LONG_TEXT", "LONG_NAME", "MANY_ELEMENTS"})
    public Stranger frame = Stranger.PING;

    private final EmbeddedChannel channel = new EmbeddedChannel(Stages.serverDecoder());
    private byte[] bytes = new byte[0];

    /** Writes the frame. */
    @Setup(Level.Trial)
    public void write() {
        bytes = body(frame).setProtoVersion(2).setRequestId(1).build().toByteArray();
    }

    private static ClientEnvelope.Builder body(Stranger frame) {
        ClientEnvelope.Builder envelope = ClientEnvelope.newBuilder();
        switch (frame) {
            case PING -> envelope.setPing(Ping.newBuilder().setNonce(1));
            case LONG_TEXT -> envelope.setHello(Hello.newBuilder().setClientName("x".repeat(LONG_TEXT)));
            case LONG_NAME ->
                envelope.setJoinRoom(JoinRoom.newBuilder()
                        .setKey("k1Wc0mZbq3rT9xLa")
                        .setRoomCode("7GQ2MXPA")
                        .setName("名".repeat(LONG_NAME)));
            case MANY_ELEMENTS -> {
                Delegations.Builder many = Delegations.newBuilder();
                for (int i = 0; i < ELEMENTS; i++) {
                    many.addBots(HostedMinister.getDefaultInstance());
                }
                envelope.setCreateRoom(CreateRoom.newBuilder().setDelegations(many));
            }
        }
        return envelope;
    }

    /**
     * Reads one.
     *
     * @return what it says
     */
    @Benchmark
    public @Nullable Object read() {
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        return channel.readInbound();
    }
}
