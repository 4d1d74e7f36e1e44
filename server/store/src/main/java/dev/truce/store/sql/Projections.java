package dev.truce.store.sql;

import dev.truce.store.Entry;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import java.util.List;

/**
 * Keeps the tables for look-ups as the entries of a stream say.
 *
 * @param writing statements of the transaction that writes the entries
 * @param stream id of the match
 */
record Projections(PreparedStatements writing, String stream) implements Entry.Cases<Projections> {
    @Override
    public Projections roomOpened(Entry.RoomOpened entry) {
        StoredRoom room = entry.room();
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
        return this;
    }

    @Override
    public Projections seatTaken(Entry.SeatTaken entry) {
        StoredSeat seat = entry.seat();
        writing.run(
                "INSERT INTO seat (match_id, side, number, name, kind, creator) VALUES (?, ?, ?, ?, ?, ?)",
                stream,
                seat.seat().side().name(),
                seat.seat().number(),
                seat.name(),
                seat.kind().name(),
                seat.creator() ? 1 : 0);
        return this;
    }

    @Override
    public Projections tokenIssued(Entry.TokenIssued entry) {
        revoke(entry.revokedHashes());
        StoredToken token = entry.token();
        writing.run(
                "INSERT INTO place_token (token_hash, match_id, place, parent_hash, ordinal) VALUES (?, ?, ?, ?, ?)",
                token.hash(),
                stream,
                token.place(),
                token.parent(),
                token.ordinal());
        return this;
    }

    @Override
    public Projections tokensRevoked(Entry.TokensRevoked entry) {
        revoke(entry.hashes());
        return this;
    }

    private void revoke(List<String> hashes) {
        for (String hash : hashes) {
            writing.run("DELETE FROM place_token WHERE match_id = ? AND token_hash = ?", stream, hash);
        }
    }

    @Override
    public Projections inputAccepted(Entry.InputAccepted entry) {
        return this;
    }

    @Override
    public Projections clockSet(Entry.ClockSet entry) {
        return this;
    }

    @Override
    public Projections roundClosed(Entry.RoundClosed entry) {
        return this;
    }

    @Override
    public Projections matchEnded(Entry.MatchEnded entry) {
        writing.run("UPDATE room SET ended_unix_millis = ? WHERE match_id = ?", entry.endedUnixMillis(), stream);
        return this;
    }

    @Override
    public Projections roomClosed(Entry.RoomClosed entry) {
        writing.run("UPDATE room SET code = NULL WHERE match_id = ?", stream);
        return this;
    }

    @Override
    public Projections lossAccepted(Entry.LossAccepted entry) {
        return this;
    }
}
