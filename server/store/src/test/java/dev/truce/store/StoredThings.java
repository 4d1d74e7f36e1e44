package dev.truce.store;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rooms and inputs as tests need them. */
public final class StoredThings {
    private StoredThings() {}

    /** Returns a room. */
    public static StoredRoom room(String matchId, String code) {
        return new StoredRoom(
                matchId, code, "busan-1.0.0", "busan-2025", "ab".repeat(32), new byte[] {1, 2}, 1_000, false, 0);
    }

    /** Returns the batch that opens a room. */
    public static Batch opened(String matchId, String code) {
        return new Batch(matchId, 0, List.of(new Entry.RoomOpened(room(matchId, code))));
    }

    /** Returns a batch of one input. */
    public static Batch input(String matchId, long after) {
        return new Batch(matchId, after, List.of(new Entry.InputAccepted(bytes("input " + (after + 1)))));
    }

    /** Returns bytes. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
