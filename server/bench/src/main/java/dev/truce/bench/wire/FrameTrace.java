package dev.truce.bench.wire;

import dev.truce.bench.setting.BenchException;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of one connection by their size: each frame of the client, and what the server sent before the next.
 *
 * @param exchanges in order
 */
record FrameTrace(List<Exchange> exchanges) {
    /**
     * A frame of the client and the frames of the server that followed it.
     *
     * @param request bytes of the client's frame, without its length in front
     * @param replies the same of the server's frames; empty if the client sent its next frame before it heard anything
     */
    record Exchange(int request, List<Integer> replies) {
        Exchange {
            replies = List.copyOf(replies);
        }
    }

    FrameTrace {
        exchanges = List.copyOf(exchanges);
    }

    /**
     * Makes a trace of frames as they went by.
     *
     * @param frames bytes of each frame, negative for those of the server
     * @throws BenchException if the server spoke first
     */
    static FrameTrace of(List<Integer> frames) {
        List<Exchange> exchanges = new ArrayList<>();
        int request = 0;
        List<Integer> replies = new ArrayList<>();
        for (int frame : frames) {
            if (frame < 0 && request == 0) {
                throw new BenchException("the server spoke before the client");
            } else if (frame < 0) {
                replies.add(-frame);
            } else {
                if (request > 0) {
                    exchanges.add(new Exchange(request, replies));
                }
                request = frame;
                replies = new ArrayList<>();
            }
        }
        if (request > 0) {
            exchanges.add(new Exchange(request, replies));
        }
        return new FrameTrace(exchanges);
    }

    /** Returns how many bytes went over the connection in both directions, lengths in front included. */
    long bytes() {
        long bytes = 0;
        for (Exchange exchange : exchanges) {
            bytes += EchoFrame.sizeWithLength(exchange.request);
            for (int reply : exchange.replies) {
                bytes += EchoFrame.sizeWithLength(reply);
            }
        }
        return bytes;
    }
}
