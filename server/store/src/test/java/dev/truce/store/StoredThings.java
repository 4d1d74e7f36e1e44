package dev.truce.store;

import java.nio.charset.StandardCharsets;

/** Rooms and inputs as tests need them. */
final class StoredThings {
    private StoredThings() {}

    static StoredRoom room(String matchId, String code) {
        return new StoredRoom(
                matchId, code, "busan-1.0.0", "busan-2025", "ab".repeat(32), new byte[] {1, 2}, 1_000, false, 0);
    }

    static Entry.InputAccepted input(String matchId, long sequence) {
        return new Entry.InputAccepted(matchId, sequence, bytes("input " + sequence));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
