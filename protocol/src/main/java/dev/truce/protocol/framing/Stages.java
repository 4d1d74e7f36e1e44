package dev.truce.protocol.framing;

import dev.truce.protocol.framing.FrameWriter.ClientFrameEncoder;
import dev.truce.protocol.framing.FrameWriter.ServerFrameEncoder;
import dev.truce.protocol.framing.MessageDecoder.ClientFrameDecoder;
import dev.truce.protocol.framing.MessageDecoder.ServerFrameDecoder;
import dev.truce.protocol.message.Wire;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/** Names of the stages of a connection, in order, and how they are put together. */
public final class Stages {
    /** Encryption, if there is any. */
    public static final String TLS = "truce.tls";
    /** Notices that the other end is gone. */
    public static final String SILENCE = "truce.silence";
    /** Cuts bytes into frames. */
    public static final String FRAMES = "truce.frames";
    /** Turns frames into messages. */
    public static final String DECODER = "truce.decoder";
    /** Turns messages into frames. */
    public static final String ENCODER = "truce.encoder";
    /** Waits for the hello; gone afterwards. */
    public static final String LOGIN = "truce.login";
    /** Acts on messages, and closes at a {@link BadFrame}. */
    public static final String SESSION = "truce.session";

    private Stages() {}

    /**
     * Adds the stages of a server's end; the session after them gets {@link dev.truce.protocol.message.ClientFrame} and
     * {@link dev.truce.protocol.message.Unreadable}, and writes {@link dev.truce.protocol.message.ServerFrame}.
     */
    public static void addServer(ChannelPipeline pipeline) {
        pipeline.addLast(SILENCE, new Silence());
        pipeline.addLast(FRAMES, new FrameDecoder(Wire.LOGIN_FRAME_BYTES));
        pipeline.addLast(DECODER, new ClientFrameDecoder());
        pipeline.addLast(ENCODER, new ServerFrameEncoder());
        pipeline.addLast(LOGIN, new LoginDeadline());
    }

    /** Says that the hello was answered: frames may be longer now and nobody waits any more; on the event loop only. */
    public static void loggedIn(ChannelPipeline pipeline) {
        if (pipeline.get(FRAMES) instanceof FrameDecoder frames) {
            frames.allow(Wire.FRAME_BYTES);
        }
        if (pipeline.get(LOGIN) != null) {
            pipeline.remove(LOGIN);
        }
    }

    /** Goes on with frames that came while the channel was not to be read, if it is now; on the event loop only. */
    public static void goOn(ChannelPipeline pipeline) {
        if (pipeline.channel().config().isAutoRead() && pipeline.get(FRAMES) instanceof FrameDecoder frames) {
            frames.goOn();
        }
    }

    /**
     * Adds the stages of a client's end; the session after them gets {@link dev.truce.protocol.message.ServerFrame} and
     * {@link dev.truce.protocol.message.Unreadable}, and writes {@link dev.truce.protocol.message.ClientFrame}.
     */
    public static void addClient(ChannelPipeline pipeline) {
        pipeline.addLast(SILENCE, new Silence());
        pipeline.addLast(FRAMES, new FrameDecoder(Wire.SERVER_FRAME_BYTES));
        pipeline.addLast(DECODER, new ServerFrameDecoder());
        pipeline.addLast(ENCODER, new ClientFrameEncoder());
    }

    /** Returns the stage of a server's end that turns frames into messages, for a channel without the others. */
    public static ChannelHandler serverDecoder() {
        return new ClientFrameDecoder();
    }

    /** Returns the stage of a client's end that turns frames into messages, for a channel without the others. */
    public static ChannelHandler clientDecoder() {
        return new ServerFrameDecoder();
    }

    /** Throws {@link BadFrame} when nothing has been heard for thirty seconds: the other end is gone, or its network is. */
    public static final class Silence extends IdleStateHandler {
        private boolean told;

        /** Makes a stage for one channel. */
        public Silence() {
            super(Wire.DEAD_MILLIS, 0, 0, TimeUnit.MILLISECONDS);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
            if (!told) {
                told = true;
                ctx.fireExceptionCaught(new BadFrame(BadFrame.Cause.SILENCE));
            }
        }
    }
}
