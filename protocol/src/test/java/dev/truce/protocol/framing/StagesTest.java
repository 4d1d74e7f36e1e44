package dev.truce.protocol.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.view.Observation;
import dev.truce.match.Notice;
import dev.truce.match.record.text.RecordText;
import dev.truce.protocol.codec.ObservationHash;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.Ping;
import dev.truce.protocol.wire.Frames;
import dev.truce.protocol.wire.LeakAlarm;
import dev.truce.protocol.wire.Observations;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.EncoderException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The stages together: what a server hears of a client and the other way round, and who is sent away when. */
class StagesTest {
    @AfterAll
    static void nothingLeaked() {
        assertThat(LeakAlarm.leaks()).isEmpty();
    }

    private static final ClientFrame HELLO =
            new ClientFrame(1, "", 1, 0, new ClientMessage.Hello("check", "1.0", Role.BOT));

    private final List<BadFrame.Cause> faults = new ArrayList<>();

    private EmbeddedChannel server() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        Stages.addServer(channel.pipeline());
        channel.pipeline().addLast(Stages.SESSION, new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                faults.add(((BadFrame) cause).kind());
                ctx.close();
            }
        });
        return channel;
    }

    private static EmbeddedChannel client() {
        EmbeddedChannel channel = new EmbeddedChannel();
        Stages.addClient(channel.pipeline());
        return channel;
    }

    private static void pass(EmbeddedChannel channel, long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void whatAClientSaysIsWhatTheServerHears() {
        EmbeddedChannel client = client();
        EmbeddedChannel server = server();
        client.writeOutbound(HELLO);
        server.writeInbound(client.<ByteBuf>readOutbound());
        assertThat(server.<ClientFrame>readInbound()).isEqualTo(HELLO);
        ServerFrame pong = ServerFrame.answer("busan-1.0.0", 1, new ServerMessage.Pong(7, 8));
        server.writeOutbound(pong);
        client.writeInbound(server.<ByteBuf>readOutbound());
        assertThat(client.<ServerFrame>readInbound()).isEqualTo(pong);
        client.finishAndReleaseAll();
        server.finishAndReleaseAll();
    }

    @Test
    void aRequestThatSaysNothingIsAnsweredAndNotPunished() {
        EmbeddedChannel server = server();
        ClientEnvelope wire = ClientEnvelope.newBuilder()
                .setRequestId(9)
                .setPing(Ping.getDefaultInstance())
                .build();
        server.writeInbound(Unpooled.wrappedBuffer(Frames.bytes(List.of(wire))));
        Unreadable unreadable = server.readInbound();
        assertThat(unreadable.requestId()).isEqualTo(9);
        assertThat(unreadable.refusal().code()).isEqualTo(ConnectionCode.MALFORMED);
        assertThat(unreadable.refusal().field()).isEqualTo("ping.nonce");
        assertThat(server.isOpen()).isTrue();
        server.finishAndReleaseAll();
    }

    @Test
    void whoDoesNotSayHelloIsGoneAfterFiveSeconds() {
        EmbeddedChannel server = server();
        pass(server, 4_999);
        assertThat(server.isOpen()).isTrue();
        pass(server, 1);
        assertThat(faults).containsExactly(BadFrame.Cause.LATE_LOGIN);
        assertThat(server.isOpen()).isFalse();
        server.finishAndReleaseAll();
    }

    @Test
    void nobodyWaitsForAHelloThatWasAnswered() {
        EmbeddedChannel server = server();
        Stages.loggedIn(server.pipeline());
        Stages.loggedIn(server.pipeline());
        pass(server, 29_999);
        assertThat(server.isOpen()).isTrue();
        server.writeInbound(Unpooled.wrappedBuffer(Frames.framed(new byte[Wire.FRAME_BYTES])));
        assertThat(faults).containsExactly(BadFrame.Cause.NO_MESSAGE);
        server.finishAndReleaseAll();
    }

    @Test
    void thirtySecondsOfSilenceAreTheEnd() {
        EmbeddedChannel server = server();
        Stages.loggedIn(server.pipeline());
        EmbeddedChannel client = client();
        for (int i = 0; i < 10; i++) {
            pass(server, Wire.PING_MILLIS);
            client.writeOutbound(HELLO);
            server.writeInbound(client.<ByteBuf>readOutbound());
            assertThat(server.<Object>readInbound()).isEqualTo(HELLO);
        }
        assertThat(server.isOpen()).isTrue();
        pass(server, 30_000);
        assertThat(faults).containsExactly(BadFrame.Cause.SILENCE);
        assertThat(server.isOpen()).isFalse();
        client.finishAndReleaseAll();
        server.finishAndReleaseAll();
    }

    @Test
    void aFrameThatTheOtherEndWouldRefuseIsNotSent() {
        EmbeddedChannel server = server();
        ServerFrame tooLong = ServerFrame.answer(
                "r",
                1,
                new ServerMessage.Refused(
                        Refusal.of(ConnectionCode.RETRY, "").saying("x".repeat(Wire.SERVER_FRAME_BYTES)), ""));
        assertThatThrownBy(() -> server.writeOutbound(tooLong)).isInstanceOf(EncoderException.class);
        server.finishAndReleaseAll();
    }

    /** The last event of a match carries its record; with it the queue of a slow reader is not full yet. */
    @Test
    void theLongestRecordThatThereCanBeFitsIntoOneFrameAndIntoTheQueue() {
        EmbeddedChannel server = server();
        EmbeddedChannel client = client();
        FinalScore score = new FinalScore(74.1, 80, Points.of(new double[Component.COUNT]), -20.7, -2.6, .7, 2, 1);
        Notice over = new Notice.MatchOver(64, score, score, Outcome.of(0, 0), "x".repeat(RecordText.MAX_BYTES));
        ServerFrame frame = new ServerFrame("busan-1.0.0", 900, 0, 0, 0, new ServerMessage.Told(over, 0));
        server.writeOutbound(frame);
        ByteBuf bytes = server.readOutbound();
        assertThat(bytes.readableBytes()).isLessThan(Wire.QUEUED_BYTES).isLessThan(Wire.SERVER_FRAME_BYTES);
        client.writeInbound(bytes);
        assertThat(client.<Object>readInbound()).isEqualTo(frame);
        client.finishAndReleaseAll();
        server.finishAndReleaseAll();
    }

    @ParameterizedTest
    @EnumSource(BadFrame.Cause.class)
    void everyFaultHasACauseThatTheClientIsTold(BadFrame.Cause cause) {
        assertThat(cause.closing())
                .isIn(
                        ClosingCause.BAD_FRAME,
                        ClosingCause.FRAME_TIMEOUT,
                        ClosingCause.LOGIN_TIMEOUT,
                        ClosingCause.IDLE);
        assertThat(new BadFrame(cause)).hasMessage(cause.name());
    }

    static Stream<ServerMessage> sharedBodies() {
        return Stream.of(
                new ServerMessage.ScenarioText("busan-2025", "abc", "x".repeat(30_000)),
                new ServerMessage.ScenarioText("busan-2025", "abc", "x"),
                new ServerMessage.Told(new Notice.RoundOpened(Observations.first(), 0), 1_000));
    }

    @ParameterizedTest
    @MethodSource("sharedBodies")
    void aSharedBodyHasTheBytesOfItsOwnFrame(ServerMessage told) {
        ServerFrame frame = new ServerFrame("busan-1.0.0", 0, 7, 3, -5, told);
        EmbeddedChannel server = server();
        server.writeOutbound(frame);
        SharedBody body = new SharedBody(told);
        server.writeOutbound(body.in(frame));
        server.writeOutbound(body.in(frame));
        ByteBuf alone = server.readOutbound();
        for (int i = 0; i < 2; i++) {
            ByteBuf shared = server.readOutbound();
            assertThat(shared).isEqualTo(alone);
            shared.release();
        }
        alone.release();
        server.finishAndReleaseAll();
    }

    @Test
    void aSharedBodyKnowsTheHashOfItsObservation() {
        Observation observation = Observations.first();
        ServerMessage opened = new ServerMessage.Told(new Notice.RoundOpened(observation, 0), 0);
        assertThat(new SharedBody(opened).observationHash()).isEqualTo(ObservationHash.of(observation));
        assertThat(new SharedBody(new ServerMessage.Pong(1, 2)).observationHash())
                .isZero();
    }

    @Test
    void whatComesWhileNobodyReadsStaysBytes() {
        EmbeddedChannel server = server();
        EmbeddedChannel client = client();
        ByteBuf three = Unpooled.buffer();
        for (int i = 0; i < 3; i++) {
            client.writeOutbound(HELLO);
            ByteBuf one = client.readOutbound();
            three.writeBytes(one);
            one.release();
        }
        client.finishAndReleaseAll();
        server.config().setAutoRead(false);
        server.writeInbound(three.retainedDuplicate());
        assertThat((Object) server.readInbound()).isNull();
        FrameDecoder frames = (FrameDecoder) server.pipeline().get(Stages.FRAMES);
        assertThat(frames.heldBytes()).isGreaterThanOrEqualTo(three.readableBytes());
        Stages.goOn(server.pipeline());
        assertThat((Object) server.readInbound()).isNull();
        server.config().setAutoRead(true);
        Stages.goOn(server.pipeline());
        for (int i = 0; i < 3; i++) {
            assertThat((Object) server.readInbound()).isEqualTo(HELLO);
        }
        assertThat(frames.heldBytes()).isZero();
        three.release();
        server.finishAndReleaseAll();
    }
}
