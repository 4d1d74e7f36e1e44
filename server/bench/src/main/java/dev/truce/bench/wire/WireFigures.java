package dev.truce.bench.wire;

import java.time.Duration;

/**
 * What was measured of one server.
 *
 * @param moves moves that were acknowledged: messages of a seat that the server answered with yes
 * @param refused messages of a seat that it answered with no
 * @param matches matches that ended
 * @param span how long was measured
 * @param serverCpu processor time that the server took in that time
 * @param median time from a move to its acknowledgement, the 50th percentile
 * @param late the same, the 99th percentile
 * @param latest the same, the 99.9th percentile
 * @param bytesPerMove bytes of all frames of a match in both directions, for each of its moves
 */
record WireFigures(
        long moves,
        long refused,
        long matches,
        Duration span,
        Duration serverCpu,
        Duration median,
        Duration late,
        Duration latest,
        double bytesPerMove) {

    double movesPerSecond() {
        return moves / seconds(span);
    }

    double serverCpuMicrosPerMove() {
        return seconds(serverCpu) * 1e6 / moves;
    }

    double medianMicros() {
        return seconds(median) * 1e6;
    }

    double lateMicros() {
        return seconds(late) * 1e6;
    }

    double latestMicros() {
        return seconds(latest) * 1e6;
    }

    /** Returns the processor time of the server for a match, with its opening, joining and starting. */
    double serverCpuMicrosPerMatch() {
        return seconds(serverCpu) * 1e6 / matches;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /**
     * How one server compares with another: the first divided by the second. Not finite where the second has nothing that could be
     * measured.
     *
     * @param movesPerSecond of moves a second
     * @param serverCpuPerMove of the server's processor time for a move
     * @param median of the 50th percentile of the acknowledgement
     * @param late of the 99th percentile
     * @param bytesPerMove of the bytes for a move
     */
    record Ratio(double movesPerSecond, double serverCpuPerMove, double median, double late, double bytesPerMove) {
        static Ratio of(WireFigures first, WireFigures second) {
            return new Ratio(
                    first.movesPerSecond() / second.movesPerSecond(),
                    first.serverCpuMicrosPerMove() / second.serverCpuMicrosPerMove(),
                    first.medianMicros() / second.medianMicros(),
                    first.lateMicros() / second.lateMicros(),
                    first.bytesPerMove() / second.bytesPerMove());
        }
    }
}
