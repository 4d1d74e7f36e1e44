package dev.truce.bench.wire;

import dev.truce.bench.setting.BenchException;
import java.util.List;

/**
 * What a match on a server came to in bytes.
 *
 * @param us frames of the US, which opened the room
 * @param cn frames of China
 * @param entries bytes of what the server saved, in order
 */
record MatchTrace(FrameTrace us, FrameTrace cn, List<Integer> entries) {
    /** Frames that the US sends before its first move: hello, open a room, join, start. */
    static final int BEFORE_US = 4;

    /** Frames that China sends before its first move: hello, join. */
    static final int BEFORE_CN = 2;

    /**
     * Checks that something was played.
     *
     * @throws BenchException if not
     */
    MatchTrace {
        entries = List.copyOf(entries);
        if (us.exchanges().size() <= BEFORE_US || cn.exchanges().size() <= BEFORE_CN || entries.isEmpty()) {
            throw new BenchException("a match without moves was recorded");
        }
    }

    /** Returns how many moves both sides made. */
    int moves() {
        return us.exchanges().size() - BEFORE_US + cn.exchanges().size() - BEFORE_CN;
    }

    /** Returns the bytes of all frames of matches, divided by their moves. */
    static double bytesPerMove(List<MatchTrace> traces) {
        double bytes = 0;
        double moves = 0;
        for (MatchTrace trace : traces) {
            bytes += trace.us.bytes() + trace.cn.bytes();
            moves += trace.moves();
        }
        return bytes / moves;
    }
}
