package dev.truce.store.sql;

import dev.truce.store.Entry;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import java.util.List;

/** Keeps the tables for look-ups as the entries say. */
final class Projections {
    private Projections() {}

    static void add(PreparedStatements writing, String stream, Entry entry) {
        if (entry instanceof Entry.RoomOpened opened) {
            insert(writing, stream, opened.room());
        } else if (entry instanceof Entry.SeatTaken taken) {
            insert(writing, stream, taken.seat());
        } else if (entry instanceof Entry.TokenIssued issued) {
            revoke(writing, stream, issued.revokedHashes());
            insert(writing, stream, issued.token());
        } else if (entry instanceof Entry.TokensRevoked revoked) {
            revoke(writing, stream, revoked.hashes());
        } else if (entry instanceof Entry.MatchEnded ended) {
            writing.run("UPDATE room SET ended_unix_millis = ? WHERE match_id = ?", ended.endedUnixMillis(), stream);
        } else if (entry instanceof Entry.RoomClosed) {
            writing.run("UPDATE room SET code = NULL WHERE match_id = ?", stream);
        }
    }

    private static void insert(PreparedStatements writing, String stream, StoredRoom room) {
        writing.run(
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

    private static void insert(PreparedStatements writing, String stream, StoredSeat seat) {
        writing.run(
                "INSERT INTO seat (match_id, side, number, name, kind, creator) VALUES (?, ?, ?, ?, ?, ?)",
                stream,
                seat.seat().side().name(),
                seat.seat().number(),
                seat.name(),
                seat.kind().name(),
                seat.creator() ? 1 : 0);
    }

    private static void insert(PreparedStatements writing, String stream, StoredToken token) {
        writing.run(
                "INSERT INTO place_token (token_hash, match_id, place, parent_hash, ordinal) VALUES (?, ?, ?, ?, ?)",
                token.hash(),
                stream,
                token.place(),
                token.parent(),
                token.ordinal());
    }

    private static void revoke(PreparedStatements writing, String stream, List<String> hashes) {
        for (String hash : hashes) {
            writing.run("DELETE FROM place_token WHERE match_id = ? AND token_hash = ?", stream, hash);
        }
    }
}
