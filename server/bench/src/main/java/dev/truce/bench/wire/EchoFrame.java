package dev.truce.bench.wire;

import io.netty.buffer.ByteBuf;

/**
 * What a frame to an echo says: what is to be sent back, and how much is to be saved before. The rest of its bytes is zero.
 *
 * @param match the match that it belongs to
 * @param entry bytes to save, 0 for an answer at once
 * @param replies bytes of each frame to send back
 */
record EchoFrame(int match, int entry, int[] replies) {
    private static final int HEAD_BYTES = 4 + 2 + 1;
    private static final int REPLY_BYTES = 3;
    private static final int CHUNK = 7;

    /** Writes a frame of at least so many bytes, its length in front; longer only if what it says needs more. */
    void write(int bytes, ByteBuf out) {
        int needed = HEAD_BYTES + replies.length * REPLY_BYTES;
        int size = Math.max(bytes, needed);
        writeLength(size, out);
        out.writeInt(match).writeShort(entry).writeByte(replies.length);
        for (int reply : replies) {
            out.writeMedium(reply);
        }
        out.writeZero(size - needed);
    }

    /** Reads a frame without its length. */
    static EchoFrame read(ByteBuf frame) {
        int match = frame.readInt();
        int entry = frame.readUnsignedShort();
        int[] replies = new int[frame.readUnsignedByte()];
        for (int i = 0; i < replies.length; i++) {
            replies[i] = frame.readUnsignedMedium();
        }
        return new EchoFrame(match, entry, replies);
    }

    /** Writes a frame of zeros with its length in front. */
    static void writeBlank(int bytes, ByteBuf out) {
        writeLength(bytes, out);
        out.writeZero(bytes);
    }

    /** Returns the bytes of a frame with its length in front. */
    static int sizeWithLength(int bytes) {
        int size = bytes + 1;
        for (int rest = bytes >>> CHUNK; rest != 0; rest >>>= CHUNK) {
            size++;
        }
        return size;
    }

    private static void writeLength(int length, ByteBuf out) {
        int rest = length;
        while (rest >>> CHUNK != 0) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= CHUNK;
        }
        out.writeByte(rest);
    }
}
