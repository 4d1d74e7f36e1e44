package dev.truce.app.net;

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
 * stages are the same for both. Text is not part of the protocol.
 */
final class WebSocketTunnel extends MessageToMessageCodec<WebSocketFrame, ByteBuf> {
    private final ConnectionTracker connectionTracker;

    WebSocketTunnel(ConnectionTracker connectionTracker) {
        super(WebSocketFrame.class, ByteBuf.class);
        this.connectionTracker = connectionTracker;
    }

    @Override
    protected void encode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) {
        out.add(new BinaryWebSocketFrame(bytes.retain()));
    }

    @Override
    protected void decode(ChannelHandlerContext context, WebSocketFrame frame, List<Object> out) {
        if (frame instanceof BinaryWebSocketFrame || frame instanceof ContinuationWebSocketFrame) {
            out.add(frame.content().retain());
        } else if (frame instanceof PingWebSocketFrame) {
            context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
        } else if (frame instanceof TextWebSocketFrame) {
            connectionTracker.because(DisconnectCause.BAD_FRAME);
            context.close();
        } else if (frame instanceof CloseWebSocketFrame) {
            context.close();
        }
    }
}
