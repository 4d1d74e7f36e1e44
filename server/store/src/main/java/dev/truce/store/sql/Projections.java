package dev.truce.store.sql;

import dev.truce.store.Entry;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps the tables for look-ups as the entries say. */
final class Projections {
    private Projections() {}

    static void add(Handle handle, String stream, Entry entry) {
        if (entry instanceof Entry.RoomOpened opened) {
            insert(handle, stream, opened.room());
        } else if (entry instanceof Entry.SeatTaken taken) {
            insert(handle, stream, taken.seat());
        } else if (entry instanceof Entry.TokenIssued issued) {
            revoke(handle, stream, issued.revokedHashes());
            insert(handle, stream, issued.token());
        } else if (entry instanceof Entry.TokensRevoked revoked) {
            revoke(handle, stream, revoked.hashes());
        } else if (entry instanceof Entry.MatchEnded ended) {
            handle.execute("UPDATE room SET ended_unix_millis = ? WHERE match_id = ?", ended.endedUnixMillis(), stream);
        } else if (entry instanceof Entry.RoomClosed) {
            handle.execute("UPDATE room SET code = NULL WHERE match_id = ?", stream);
        }
    }

    private static void insert(Handle handle, String stream, StoredRoom room) {
        handle.execute(
                "INSERT INTO room (match_id, code, ruleset, scenario_id, scenario_hash, setup, created_unix_millis,"
                        + " ended_unix_millis) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
                stream,
                room.code(),
                room.ruleset(),
                room.scenarioId(),
                room.scenarioHash(),
                room.setup(),
                room.createdUnixMillis());
    }

    private static void insert(Handle handle, String stream, StoredSeat seat) {
        handle.execute(
                "INSERT INTO seat (match_id, side, number, name, kind, creator) VALUES (?, ?, ?, ?, ?, ?)",
                stream,
                seat.seat().side().name(),
                seat.seat().number(),
                seat.name(),
                seat.kind().name(),
                seat.creator() ? 1 : 0);
    }

    private static void insert(Handle handle, String stream, StoredToken token) {
        handle.execute(
                "INSERT INTO place_token (token_hash, match_id, place, parent_hash, ordinal) VALUES (?, ?, ?, ?, ?)",
                token.hash(),
                stream,
                token.place(),
                token.parent(),
                token.ordinal());
    }

    private static void revoke(Handle handle, String stream, List<String> hashes) {
        for (String hash : hashes) {
            handle.execute("DELETE FROM place_token WHERE match_id = ? AND token_hash = ?", stream, hash);
        }
    }
}
