package dev.truce.app.net;

import dev.truce.app.net.budget.Budget;
import dev.truce.app.net.connection.ClientConnection;
import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.List;

/**
 * Carries the protocol's bytes in binary WebSocket messages, with their length prefix as over TCP, so that all later
 * stages are the same for both. Text is not part of the protocol. What no later stage sees, as a ping or an empty frame, is
 * charged here, and what is owed to a client that does not read is not piled up.
 */
final class WebSocketTunnel extends MessageToMessageCodec<WebSocketFrame, ByteBuf> {
    private final ConnectionTracker connectionTracker;
    private final Budget budget;

    WebSocketTunnel(ConnectionTracker connectionTracker, Budget budget) {
        super(WebSocketFrame.class, ByteBuf.class);
        this.connectionTracker = connectionTracker;
        this.budget = budget;
    }

    @Override
    protected void encode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) {
        out.add(new BinaryWebSocketFrame(bytes.retain()));
    }

    @Override
    protected void decode(ChannelHandlerContext context, WebSocketFrame frame, List<Object> out) {
        if (!budget.take(
                ClientConnection.LEAST_COST, context.executor().ticker().nanoTime())) {
            end(context, DisconnectCause.FLOOD);
        } else if (frame instanceof BinaryWebSocketFrame || frame instanceof ContinuationWebSocketFrame) {
            out.add(frame.content().retain());
        } else if (frame instanceof PingWebSocketFrame) {
            answer(context, frame);
        } else if (frame instanceof TextWebSocketFrame) {
            end(context, DisconnectCause.BAD_FRAME);
        } else if (frame instanceof CloseWebSocketFrame) {
            context.close();
        }
    }

    private void answer(ChannelHandlerContext context, WebSocketFrame ping) {
        if (context.channel().isWritable()) {
            context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        } else {
            end(context, DisconnectCause.SLOW_READER);
        }
    }

    private void end(ChannelHandlerContext context, DisconnectCause why) {
        connectionTracker.because(why);
        context.close();
    }
}
