package dev.truce.bench.lesson;

import dev.truce.bench.setting.BenchSettings;
import dev.truce.engine.Limits;
import java.util.List;

/**
 * What is held.
 *
 * @param seats students, two at a table
 * @param bells rounds in which all of them are done at the same moment
 * @param gapMillis how long they think before each bell
 * @param warmUps classes that are held before on the server that is warm, and warm up this program as well
 * @param age how many seconds old a fresh server is at its first bell
 * @param page whether each student loads the page before he joins
 * @param connections how many of them a browser opens for the page
 * @param host address of the servers
 * @param before words of a command that starts a server, such as {@code ip netns exec NAME}
 */
record ClassSettings(
        int seats,
        int bells,
        int gapMillis,
        int warmUps,
        int age,
        boolean page,
        int connections,
        String host,
        List<String> before) {
    static final int MAX_SEATS = 300;
    static final int MAX_WARM_UPS = 20;
    static final int MAX_AGE = 120;
    static final int MAX_CONNECTIONS = 6;
    private static final int MAX_GAP = 60_000;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    ClassSettings {
        before = List.copyOf(before);
        BenchSettings.require("--seats", seats, 2, MAX_SEATS);
        BenchSettings.require("--bells", bells, 1, Limits.MAX_ROUNDS);
        BenchSettings.require("--gap", gapMillis, 0, MAX_GAP);
        BenchSettings.require("--warm-up", warmUps, 0, MAX_WARM_UPS);
        BenchSettings.require("--age", age, 0, MAX_AGE);
        BenchSettings.require("--connections", connections, 1, MAX_CONNECTIONS);
    }
}
