package dev.truce.protocol.framing;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageDecoder;
import java.util.List;

/**
 * Parses frames. Netty's decoder cannot limit the nesting and keeps unknown fields.
 *
 * @param <M> type of the message in each frame
 */
abstract class MessageDecoder<M extends Message> extends MessageToMessageDecoder<ByteBuf> {
    private final Parser<M> parser;
    private final FieldScan scan;

    MessageDecoder(Parser<M> parser, FieldScan scan) {
        super(ByteBuf.class);
        this.parser = DiscardUnknownFieldsParser.wrap(parser);
        this.scan = scan;
    }

    /** Returns what a message says. */
    abstract Object read(M message);

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf frame, List<Object> out) {
        scan.check(frame);
        out.add(read(parse(frame)));
    }

    private M parse(ByteBuf frame) {
        CodedInputStream in = CodedInputStream.newInstance(ByteBufUtil.getBytes(frame));
        in.setRecursionLimit(Wire.NESTING);
        try {
            M message = parser.parseFrom(in);
            in.checkLastTagWas(0);
            return message;
        } catch (InvalidProtocolBufferException malformed) {
            throw new BadFrame(BadFrame.Cause.NO_MESSAGE);
        }
    }

    /**
     * A server's stage that turns frames into {@link dev.truce.protocol.message.ClientFrame} or {@link Unreadable}; throws
     * {@link BadFrame}.
     */
    static final class ClientFrameDecoder extends MessageDecoder<ClientEnvelope> {
        private static final FieldScan SCAN = new FieldScan(ClientEnvelope.getDescriptor(), Wire.CLIENT_FIELDS);

        ClientFrameDecoder() {
            super(ClientEnvelope.parser(), SCAN);
        }

        @Override
        Object read(ClientEnvelope message) {
            try {
                return ClientFrames.toGame(message);
            } catch (UnreadableException e) {
                return new Unreadable(message.getRequestId(), e.refusal());
            }
        }
    }

    /**
     * A client's stage that turns frames into {@link dev.truce.protocol.message.ServerFrame} or {@link Unreadable}; throws
     * {@link BadFrame}.
     */
    static final class ServerFrameDecoder extends MessageDecoder<ServerEnvelope> {
        private static final FieldScan SCAN = new FieldScan(ServerEnvelope.getDescriptor(), Wire.SERVER_FIELDS);

        ServerFrameDecoder() {
            super(ServerEnvelope.parser(), SCAN);
        }

        @Override
        Object read(ServerEnvelope message) {
            try {
                return ServerFrames.toGame(message);
            } catch (UnreadableException e) {
                return new Unreadable(message.getReplyTo(), e.refusal());
            }
        }
    }
}
