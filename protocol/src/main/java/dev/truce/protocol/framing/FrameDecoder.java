package dev.truce.protocol.framing;

import dev.truce.protocol.message.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into frames: a varint32 length, then as many bytes. Throws {@link BadFrame} at a length that is malformed, zero
 * or above the limit, before it buffers anything for it, and reads nothing after that. A frame that is not complete ten seconds
 * after its first byte is bad too. While the channel is not to be read, what has come stays bytes, which take less memory than the
 * messages that they become: see {@link #goOn}.
 *
 * <p>Netty's own decoder leaves the channel open after an oversized length, lets empty frames through and has a limit that
 * cannot be raised after the login; up to 4.2.18 it also miscounts lengths that are multiples of 2 MiB.
 */
public final class FrameDecoder extends ByteToMessageDecoder {
    private int mostBytes;
    private boolean bad;
    private @Nullable Future<?> deadline;
    private @Nullable ChannelHandlerContext context;

    /**
     * Makes a decoder.
     *
     * @param mostBytes longest frame, at least 1
     */
    public FrameDecoder(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Allows frames of another length from now on, as after the login; on the channel's event loop only. */
    public void allow(int bytes) {
        this.mostBytes = bytes;
    }

    /** Goes on with what came while the channel was not to be read; on the channel's event loop only. */
    void goOn() {
        ChannelHandlerContext known = context;
        if (known != null && internalBuffer().isReadable()) {
            try {
                channelRead(known, Unpooled.EMPTY_BUFFER);
            } catch (Exception e) {
                known.fireExceptionCaught(e);
            }
        }
    }

    /** Returns how much memory is kept for bytes that are no frame yet; on the channel's event loop only. */
    public int heldBytes() {
        ByteBuf kept = internalBuffer();
        return kept.isReadable() ? kept.capacity() : 0;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (bad) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (!ctx.channel().config().isAutoRead()) {
            return;
        }
        int start = in.readerIndex();
        int length = length(in);
        if (length < 0) {
            awaitRest(ctx);
            return;
        }
        if (in.readableBytes() < length) {
            in.readerIndex(start);
            awaitRest(ctx);
            return;
        }
        stopWaiting();
        out.add(in.readRetainedSlice(length));
    }

    @Override
    protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        // What is left when the connection ends is no frame.
        stopWaiting();
        in.skipBytes(in.readableBytes());
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext ctx) {
        stopWaiting();
    }

    /** Reads the length; -1 leaves the reader where it was since bytes are missing. */
    private int length(ByteBuf in) {
        int start = in.readerIndex();
        long length = 0;
        for (int i = 0; i < Wire.LENGTH_BYTES; i++) {
            if (!in.isReadable()) {
                // A length of three unfinished bytes is 2 MiB or more; there is no need to wait for its end.
                requireAllowed(length);
                in.readerIndex(start);
                return -1;
            }
            byte next = in.readByte();
            length |= (long) (next & 0x7F) << (7 * i);
            if (next >= 0) {
                if (length == 0) {
                    throw bad(BadFrame.Cause.EMPTY);
                }
                requireAllowed(length);
                return (int) length;
            }
        }
        throw bad(BadFrame.Cause.BAD_LENGTH);
    }

    private void requireAllowed(long length) {
        if (length > mostBytes) {
            throw bad(BadFrame.Cause.TOO_LONG);
        }
    }

    private BadFrame bad(BadFrame.Cause cause) {
        bad = true;
        stopWaiting();
        return new BadFrame(cause);
    }

    private void awaitRest(ChannelHandlerContext ctx) {
        if (deadline == null) {
            deadline = ctx.executor()
                    .schedule(
                            () -> {
                                deadline = null;
                                ctx.fireExceptionCaught(bad(BadFrame.Cause.SLOW_FRAME));
                            },
                            Wire.FRAME_MILLIS,
                            TimeUnit.MILLISECONDS);
        }
    }

    private void stopWaiting() {
        Future<?> waiting = deadline;
        if (waiting != null) {
            waiting.cancel(false);
            deadline = null;
        }
    }
}
