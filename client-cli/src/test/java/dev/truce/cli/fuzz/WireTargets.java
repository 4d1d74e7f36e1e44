package dev.truce.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MessageLite;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.json.WireJson;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.framing.BadFrame;
import dev.truce.protocol.framing.FrameDecoder;
import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.wire.Frames;
import dev.truce.protocol.wire.RandomMessages;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What comes over the network. */
final class WireTargets {
    private static final int EACH = 4;

    private WireTargets() {}

    static List<Target> all() {
        RandomMessages messages = new RandomMessages(new SplittableRandom(13));
        List<byte[]> client = new ArrayList<>();
        List<byte[]> server = new ArrayList<>();
        List<byte[]> streams = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            List<MessageLite> said = new ArrayList<>();
            for (FieldDescriptor body : RandomMessages.bodies(ClientEnvelope.getDescriptor())) {
                said.add(messages.client(body));
            }
            said.forEach(message -> client.add(message.toByteArray()));
            streams.add(Frames.bytes(said));
            for (FieldDescriptor body : RandomMessages.bodies(ServerEnvelope.getDescriptor())) {
                server.add(messages.server(body).toByteArray());
            }
        }
        return List.of(
                frames("client-frames", 20_000, client, Stages.serverDecoder()),
                frames("server-frames", 2_400, server, Stages.clientDecoder()),
                new Target("client-streams", 50, streams, List.of(), WireTargets::stream),
                Target.ofTexts("json-lines", 100, List.copyOf(JSON), JSON_WORDS, WireTargets::jsonLine),
                Target.ofTexts("desk-api-bodies", 100, List.copyOf(BODIES), JSON_WORDS, WireTargets::body));
    }

    private static Target frames(String name, int weight, List<byte[]> seeds, ChannelHandler decoder) {
        EmbeddedChannel channel = new EmbeddedChannel(decoder);
        return new Target(name, weight, seeds, List.of(), input -> feed(channel, input));
    }

    private static Target.Outcome feed(EmbeddedChannel channel, byte[] bytes) throws UnreadableException {
        boolean accepted = false;
        try {
            channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        } catch (BadFrame bad) {
            assertThat(bad.getStackTrace()).as("work for hostile bytes").isEmpty();
        }
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            accepted |= readsBack(message);
        }
        return Target.accepted(accepted);
    }

    private static boolean readsBack(Object message) throws UnreadableException {
        if (message instanceof ClientFrame frame) {
            same(ClientFrames.toGame(ClientFrames.toWire(frame)), frame);
        } else if (message instanceof ServerFrame frame) {
            if (!(frame.body() instanceof ServerMessage.Unknown)) {
                same(ServerFrames.toGame(ServerFrames.toWire(frame)), frame);
            }
        } else if (message instanceof Unreadable unreadable) {
            // Checked by its type; its code and field are what the peer is told.
            assertThat(unreadable.refusal().code().name()).isNotEmpty();
            return false;
        } else {
            throw new AssertionError("neither a frame nor a refusal: " + message);
        }
        return true;
    }

    /** A soft assertion of each equal object would cost more than the reading. */
    static void same(Object again, Object first) {
        if (!again.equals(first)) {
            assertThat(again).as("what was accepted, printed and read again").isEqualTo(first);
        }
    }

    private static Target.Outcome stream(byte[] input) throws UnreadableException {
        List<Throwable> faults = new ArrayList<>();
        EmbeddedChannel channel = new EmbeddedChannel(
                new FrameDecoder(Wire.LOGIN_FRAME_BYTES), Stages.serverDecoder(), new ChannelInboundHandlerAdapter() {
                    @Override
                    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                        faults.add(cause);
                        context.close();
                    }
                });
        Target.Outcome outcome = feed(channel, input);
        channel.finishAndReleaseAll();
        assertThat(faults).hasOnlyElementsOfType(BadFrame.class);
        return outcome;
    }

    private static Target.Outcome jsonLine(String text) {
        try {
            WireJson.Line line = WireJson.read(text);
            ClientFrame frame = new ClientFrame(Wire.PROTO_VERSION, "", 1, 0, line.message());
            same(ClientFrames.toGame(ClientFrames.toWire(frame)), frame);
            return Target.Outcome.ACCEPTED;
        } catch (UnreadableException bad) {
            return Target.Outcome.REFUSED;
        }
    }

    /** A body of the API: the name of a message, a line feed, and the message. */
    private static Target.Outcome body(String text) {
        int end = text.indexOf('\n');
        String name = end < 0 ? "" : text.substring(0, end);
        if (!WireJson.isMessage(name)) {
            return Target.Outcome.REFUSED;
        }
        try {
            ClientFrame frame =
                    new ClientFrame(Wire.PROTO_VERSION, "", 1, 0, WireJson.message(name, text.substring(end + 1)));
            same(ClientFrames.toGame(ClientFrames.toWire(frame)), frame);
            return Target.Outcome.ACCEPTED;
        } catch (UnreadableException bad) {
            return Target.Outcome.REFUSED;
        }
    }

    private static final List<String> JSON = List.of(
            "{\"requestId\":1,\"hello\":{\"clientName\":\"a\",\"clientVersion\":\"1\",\"role\":\"ROLE_PLAYER\"}}",
            "{\"ping\":{\"nonce\":\"18446744073709551615\"}}",
            "{\"requestId\":7,\"joinRoom\":{\"key\":\"0123456789abcdef\",\"roomCode\":\"ABCDEFGH\",\"name\":\"Ann\"}}",
            "{\"do\":{\"matchId\":\"m-1\",\"roundId\":1,\"key\":\"k\",\"deed\":{\"setReady\":{\"ready\":true,\"heardOffers\":0}}}}",
            "{\"deskAct\":{\"key\":\"k1\",\"act\":\"extend 3 r2 2:00\"}}");

    private static final List<String> BODIES = List.of(
            "enterDesk\n{\"classCode\":\"ABCDEFGH\",\"secret\":\"0123456789abcdef0123456789abcdef0123456789a\"}",
            "deskAct\n{\"key\":\"k1\",\"act\":\"doors open\"}",
            "deskAct\n{\"key\":\"k2\",\"act\":\"message 5.CN.1 \\\"Come \\u0041\\\"\"}",
            "previewAct\n{\"act\":\"pause\"}",
            "readClassText\n{\"document\":\"CLASS_DOCUMENT_GRADES\",\"part\":1,\"language\":\"en\",\"naming\":\"NAMING_REAL\"}");

    private static final List<String> JSON_WORDS = List.of(
            "{", "}", "[", "]", "\"", ":", ",", "null", "true", "1e999", "-1", "\\u0000", "\\ud800", "{}", "[]");
}
