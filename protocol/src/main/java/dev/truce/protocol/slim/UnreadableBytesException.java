package dev.truce.protocol.slim;

/** Bytes are no message. Has no stack trace: peers cause it at will, and traces for hostile input cost more than the attack. */
public final class UnreadableBytesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What is wrong with bytes. */
    public enum Why {
        /** More of them than a frame has. */
        TOO_LARGE,
        /** They end before what they hold does, or something is longer than what holds it. */
        CUT_OFF,
        /** A number goes on after its tenth byte; protobuf-java overlooks it now and then, if another byte follows. */
        NUMBER_TOO_LONG,
        /** A field has the number 0, or an unknown type. */
        BAD_TAG,
        /** A group ends that has not begun, or the other way round. */
        BAD_GROUP,
        /** Messages in messages, deeper than the protocol has them. */
        TOO_DEEP,
        /** A text that is not UTF-8. */
        BAD_TEXT
    }

    UnreadableBytesException(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
