package dev.truce.app.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells by the first bytes what a connection speaks, then makes room for it. HTTP begins with a method; a frame of the
 * protocol may begin with the same letter as its length, but its next bytes are a field number, never a letter.
 */
abstract class ProtocolDetector extends ByteToMessageDecoder {
    private static final List<String> METHODS =
            List.of("GET ", "HEAD", "POST", "PUT ", "DELE", "OPTI", "PATC", "TRAC", "CONN");
    private static final int TLS_HANDSHAKE = 22;
    private static final int TLS_MAJOR = 3;

    /** What a connection speaks. */
    enum Language {
        TLS,
        HTTP,
        PROTOCOL
    }

    /** Sets up the rest of the pipeline; then the detector removes itself and passes the bytes on. */
    abstract void heard(ChannelHandlerContext context, Language language);

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int start = in.readerIndex();
        int first = in.getUnsignedByte(start);
        if (first == TLS_HANDSHAKE) {
            if (in.readableBytes() < 2) {
                return;
            }
            // A frame of 22 bytes goes on with the tag of its first field, which is 8.
            become(context, in.getUnsignedByte(start + 1) == TLS_MAJOR ? Language.TLS : Language.PROTOCOL);
            return;
        }
        int known = Math.min(in.readableBytes(), 4);
        String beginning = in.toString(start, known, StandardCharsets.ISO_8859_1);
        boolean couldBeHttp = METHODS.stream().anyMatch(method -> method.startsWith(beginning));
        if (!couldBeHttp) {
            become(context, Language.PROTOCOL);
        } else if (known == 4) {
            become(context, Language.HTTP);
        }
    }

    private void become(ChannelHandlerContext context, Language language) {
        heard(context, language);
        if (!context.isRemoved()) {
            context.pipeline().remove(this);
        }
    }
}
