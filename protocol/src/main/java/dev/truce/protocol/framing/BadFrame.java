package dev.truce.protocol.framing;

import dev.truce.protocol.message.ClosingCause;
import io.netty.handler.codec.DecoderException;

/**
 * A peer broke the rules of the wire: the connection has to be closed and the cause counted. Has no stack trace, since traces
 * for hostile input cost more than the attack.
 */
public final class BadFrame extends DecoderException {
    private static final long serialVersionUID = 1L;

    /** What the peer did; one counter each. */
    public enum Cause {
        /** The length in front of a frame is not a number of at most five bytes. */
        BAD_LENGTH(ClosingCause.BAD_FRAME),
        /** The frame has no bytes. */
        EMPTY(ClosingCause.BAD_FRAME),
        /** The frame is longer than allowed. */
        TOO_LONG(ClosingCause.BAD_FRAME),
        /** The bytes are no protobuf message. */
        NO_MESSAGE(ClosingCause.BAD_FRAME),
        /** Messages are nested deeper than allowed. */
        TOO_DEEP(ClosingCause.BAD_FRAME),
        /** More fields than any honest message has. */
        TOO_MANY_FIELDS(ClosingCause.BAD_FRAME),
        /** More fields that the schema does not know than allowed. */
        TOO_MUCH_UNKNOWN(ClosingCause.BAD_FRAME),
        /** A frame was not completed in time. */
        SLOW_FRAME(ClosingCause.FRAME_TIMEOUT),
        /** No hello came in time. */
        LATE_LOGIN(ClosingCause.LOGIN_TIMEOUT),
        /** Nothing was heard for too long. */
        SILENCE(ClosingCause.IDLE);

        private final ClosingCause closing;

        Cause(ClosingCause closing) {
            this.closing = closing;
        }

        /** What the peer is told. */
        public ClosingCause closing() {
            return closing;
        }
    }

    private final Cause kind;

    /** Makes one; cheap enough for every frame of a flood. */
    public BadFrame(Cause kind) {
        super(kind.name());
        this.kind = kind;
    }

    /** What the peer did. */
    public Cause kind() {
        return kind;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // Nothing to guard: no trace is ever filled in.
    public Throwable fillInStackTrace() {
        return this;
    }
}
