package dev.truce.protocol.message;

import dev.truce.engine.Limits;

/** The limits of the protocol; reliability rules P1, P3, P4, N2 and N3 say where they come from. */
public final class Wire {
    /** Version of the protocol. */
    public static final int PROTO_VERSION = 2;

    /** Most bytes of the varint that says how long a frame is; it may have more of them than it needs. */
    public static final int LENGTH_BYTES = 5;
    /** Largest frame that a server reads before the hello was answered. */
    public static final int LOGIN_FRAME_BYTES = 4 * 1024;
    /** Largest frame that a server reads afterwards. */
    public static final int FRAME_BYTES = 64 * 1024;
    /** Largest frame that a client reads: the record of the longest match has room twice over, and it is below 2 MiB. */
    public static final int SERVER_FRAME_BYTES = 1024 * 1024;

    /** Deepest nesting of messages, the envelope included. */
    public static final int NESTING = 16;
    /** Most fields in one frame of a client, repeated ones counted each time; twice the orders of a side are 57. */
    public static final int CLIENT_FIELDS = 128;
    /** Most fields in one frame of a server; an observation has about 900 at most. */
    public static final int SERVER_FIELDS = 16 * 1024;
    /** Most fields in one frame that the schema does not know. */
    public static final int UNKNOWN_FIELDS = 16;
    /** Most bytes of such fields. */
    public static final int UNKNOWN_BYTES = 1024;

    /** A client says something at least this often. */
    public static final long PING_MILLIS = 15_000;
    /** Who says nothing for so long is dead. */
    public static final long DEAD_MILLIS = 30_000;
    /** Time for the hello. */
    public static final long LOGIN_MILLIS = 5_000;
    /** Time for a frame from its first byte. */
    public static final long FRAME_MILLIS = 10_000;
    /** Time for the TLS handshake. */
    public static final long TLS_HANDSHAKE_MILLIS = 10_000;

    /** Most messages that wait for a slow reader. */
    public static final int QUEUED_MESSAGES = 64;
    /** Most bytes that wait for a slow reader. */
    public static final int QUEUED_BYTES = 512 * 1024;
    /** The kernel's part of that queue; Linux reserves double. */
    public static final int SEND_BUFFER_BYTES = 64 * 1024;

    /** Longest name of an occupant, in code points. */
    public static final int NAME_CHARACTERS = 24;
    /** Longest name in UTF-8 bytes, checked before anything looks at its characters. */
    public static final int NAME_BYTES = 96;
    /** Longest such text in UTF-8 bytes as it comes in; the longest that is allowed has half, what is left out may have the other. */
    public static final int TEXT_BYTES = 2_240;
    /** Longest scenario file in UTF-8 bytes: a quarter of what may wait for a slow reader, and five times what ships. */
    public static final int SCENARIO_BYTES = 128 * 1024;
    /** Longest template of a class in UTF-8 bytes. */
    public static final int TEMPLATE_BYTES = 16 * 1024;
    /** Longest class list in UTF-8 bytes: with the template it fits into a frame, and is 130 bytes for each of the most students. */
    public static final int LIST_BYTES = 40 * 1024;
    /** Longest key, token, match id, room code or other identifier, in ASCII characters. */
    public static final int ID_CHARACTERS = Limits.MAX_ID_CHARACTERS;
    /** Longest name or version of a client program, in ASCII characters. */
    public static final int PROGRAM_CHARACTERS = 32;

    private Wire() {}
}
