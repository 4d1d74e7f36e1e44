package dev.truce.store.sqlite;

import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMember;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import dev.truce.store.sql.Statements;
import java.util.List;

/**
 * Keeps the tables for look-ups as the entries of a stream say.
 *
 * @param writing statements of the transaction that writes the entries
 * @param stream id of the match or of the class
 */
record Projections(Statements writing, String stream) implements Entry.Cases<Projections> {
    @Override
    public Projections roomOpened(Entry.RoomOpened entry) {
        StoredRoom room = entry.room();
        writing.run(
                "INSERT INTO room (match_id, code, ruleset, scenario_id, scenario_hash, setup, created_unix_millis,"
                        + " ended_unix_millis, class_id, table_number) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
                stream,
                room.code(),
                room.ruleset(),
                room.scenarioId(),
                room.scenarioHash(),
                room.setup(),
                room.createdUnixMillis(),
                room.classId(),
                room.table());
        return this;
    }

    @Override
    public Projections seatTaken(Entry.SeatTaken entry) {
        StoredSeat seat = entry.seat();
        writing.run(
                "INSERT INTO seat (match_id, side, number, name, kind, creator) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT"
                        + " (match_id, side, number) DO UPDATE SET name = excluded.name, kind = excluded.kind, creator ="
                        + " excluded.creator",
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

    @Override
    public Projections classOpened(Entry.ClassOpened entry) {
        StoredClass opened = entry.opened();
        writing.run(
                "INSERT INTO class (class_id, code, setup, opened_unix_millis) VALUES (?, ?, ?, ?)",
                stream,
                opened.code(),
                opened.setup(),
                opened.openedUnixMillis());
        return this;
    }

    @Override
    public Projections classActed(Entry.ClassActed entry) {
        return this;
    }

    @Override
    public Projections classClosed(Entry.ClassClosed entry) {
        writing.run("UPDATE class SET code = NULL WHERE class_id = ?", stream);
        return this;
    }

    /** Writes a line of a class list in place of the one that stood there. */
    void put(StoredMember member) {
        ClassSums.put(writing, stream, member);
    }
}
