package dev.truce.store;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The embedded store: one SQLite file with a write-ahead log, every commit forced to disk. Readers use connections of their
 * own and see committed groups only.
 */
public final class SqliteStore implements MatchStore {
    /** Name of the database file inside the data directory. */
    public static final String FILE = "truce.db";

    private static final String ROOM =
            "SELECT match_id, code, ruleset, scenario_id, scenario_hash, setup, created_unix_millis, ended_unix_millis,"
                    + " EXISTS (SELECT 1 FROM match_event e WHERE e.match_id = r.match_id AND e.seq = 1) FROM room r";

    private final Jdbi jdbi;
    private final Handle writer;

    private SqliteStore(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.writer = jdbi.open();
    }

    /**
     * Opens the store of a data directory, creating or migrating it as needed.
     *
     * @throws JournalVersionException if the journal was written in an older version
     * @throws StoreException if the file cannot be used
     */
    public static SqliteStore open(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            createPrivately(file);
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.enforceForeignKeys(true);
            // Only a reader that checkpoints can hold the writer up, and never for long.
            config.setBusyTimeout(5_000);
            SQLiteDataSource source = new SQLiteDataSource(config);
            source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
            Schema.migrate(source, "BLOB");
            return new SqliteStore(Jdbi.create(source));
        } catch (JournalVersionException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new StoreException("cannot open the journal " + file + ": " + e.getMessage(), e);
        }
    }

    /** Sealed orders are inside, so nobody else on this machine may read the file; SQLite gives its log the same mode. */
    private static void createPrivately(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    @Override
    public void write(List<Entry> group) {
        try {
            writer.useTransaction(handle -> {
                List<Entry.InputAccepted> inputs = new ArrayList<>();
                for (Entry entry : group) {
                    if (entry instanceof Entry.InputAccepted input) {
                        inputs.add(input);
                    } else {
                        write(handle, entry);
                    }
                }
                append(handle, inputs);
            });
        } catch (JdbiException e) {
            throw new StoreException("cannot write " + group.size() + " entries: " + e.getMessage(), e);
        }
    }

    private static void write(Handle handle, Entry entry) {
        if (entry instanceof Entry.RoomOpened opened) {
            insert(handle, opened.room());
        } else if (entry instanceof Entry.SeatTaken taken) {
            insert(handle, taken.matchId(), taken.seat());
        } else if (entry instanceof Entry.TokenIssued issued) {
            issue(handle, issued);
        } else if (entry instanceof Entry.TokensRevoked revoked) {
            revoke(handle, revoked.matchId(), revoked.hashes());
        } else if (entry instanceof Entry.ClockRead read) {
            handle.execute(
                    "INSERT INTO round_clock (match_id, round, left_millis) VALUES (?, ?, ?)"
                            + " ON CONFLICT (match_id) DO UPDATE SET round = excluded.round,"
                            + " left_millis = excluded.left_millis",
                    read.matchId(),
                    read.clock().round(),
                    read.clock().leftMillis());
        } else if (entry instanceof Entry.MatchEnded ended) {
            handle.execute(
                    "UPDATE room SET ended_unix_millis = ? WHERE match_id = ?",
                    ended.endedUnixMillis(),
                    ended.matchId());
        } else if (entry instanceof Entry.RoomClosed closed) {
            handle.execute("UPDATE room SET code = NULL WHERE match_id = ?", closed.matchId());
        } else {
            throw new IllegalArgumentException("no statement writes " + entry.getClass());
        }
    }

    private static void insert(Handle handle, StoredRoom room) {
        handle.execute(
                "INSERT INTO room (match_id, code, ruleset, scenario_id, scenario_hash, setup, created_unix_millis,"
                        + " ended_unix_millis) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                room.matchId(),
                room.code(),
                room.ruleset(),
                room.scenarioId(),
                room.scenarioHash(),
                room.setup(),
                room.createdUnixMillis(),
                room.endedUnixMillis());
    }

    private static void insert(Handle handle, String matchId, StoredSeat seat) {
        handle.execute(
                "INSERT INTO seat (match_id, side, number, name, kind, creator) VALUES (?, ?, ?, ?, ?, ?)",
                matchId,
                seat.seat().side().name(),
                seat.seat().number(),
                seat.name(),
                seat.kind().name(),
                seat.creator() ? 1 : 0);
    }

    private static void issue(Handle handle, Entry.TokenIssued issued) {
        revoke(handle, issued.matchId(), issued.revokedHashes());
        StoredToken token = issued.token();
        handle.execute(
                "INSERT INTO place_token (token_hash, match_id, place, parent_hash, ordinal) VALUES (?, ?, ?, ?, ?)",
                token.hash(),
                issued.matchId(),
                token.place(),
                token.parent(),
                token.ordinal());
    }

    private static void revoke(Handle handle, String matchId, List<String> hashes) {
        for (String hash : hashes) {
            handle.execute("DELETE FROM place_token WHERE match_id = ? AND token_hash = ?", matchId, hash);
        }
    }

    private static void append(Handle handle, List<Entry.InputAccepted> inputs) {
        if (inputs.isEmpty()) {
            return;
        }
        try (PreparedBatch batch =
                handle.prepareBatch("INSERT INTO match_event (match_id, seq, payload) VALUES (?, ?, ?)")) {
            for (Entry.InputAccepted input : inputs) {
                batch.bind(0, input.matchId())
                        .bind(1, input.sequence())
                        .bind(2, input.payload())
                        .add();
            }
            batch.execute();
        }
    }

    @Override
    public List<StoredRoom> openRooms() {
        return read(
                handle -> handle.createQuery(ROOM + " WHERE code IS NOT NULL ORDER BY created_unix_millis, match_id")
                        .map((row, context) -> room(row))
                        .list());
    }

    @Override
    public Optional<StoredMatch> match(String matchId) {
        return read(handle -> {
            Optional<StoredRoom> room = handle.createQuery(ROOM + " WHERE match_id = ?")
                    .bind(0, matchId)
                    .map((row, context) -> room(row))
                    .findOne();
            return room.map(found -> new StoredMatch(
                    found,
                    seats(handle, matchId),
                    tokens(handle, matchId),
                    clock(handle, matchId),
                    inputs(handle, matchId)));
        });
    }

    @Override
    public Optional<String> matchOfToken(String tokenHash) {
        return read(handle -> handle.createQuery(
                        "SELECT match_id FROM place_token WHERE token_hash = ?" + " ORDER BY match_id LIMIT 1")
                .bind(0, tokenHash)
                .mapTo(String.class)
                .findOne());
    }

    /** Reads in one transaction, so that what belongs together is of the same moment. */
    private <T> T read(Function<Handle, T> query) {
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(query::apply);
        } catch (JdbiException e) {
            throw new StoreException("cannot read the journal: " + e.getMessage(), e);
        }
    }

    private static StoredRoom room(ResultSet row) throws SQLException {
        return new StoredRoom(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBytes(6),
                row.getLong(7),
                row.getBoolean(9),
                row.getLong(8));
    }

    private static List<StoredSeat> seats(Handle handle, String matchId) {
        return handle.createQuery("SELECT side, number, name, kind, creator FROM seat WHERE match_id = ?"
                        + " ORDER BY side, number")
                .bind(0, matchId)
                .map((row, context) -> new StoredSeat(
                        new Seat(Side.valueOf(row.getString(1)), row.getInt(2)),
                        row.getString(3),
                        StoredSeat.Kind.valueOf(row.getString(4)),
                        row.getInt(5) == 1))
                .list();
    }

    private static List<StoredToken> tokens(Handle handle, String matchId) {
        return handle.createQuery("SELECT token_hash, place, parent_hash, ordinal FROM place_token WHERE match_id = ?"
                        + " ORDER BY ordinal")
                .bind(0, matchId)
                .map((row, context) ->
                        new StoredToken(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    private static @Nullable StoredClock clock(Handle handle, String matchId) {
        return handle.createQuery("SELECT round, left_millis FROM round_clock WHERE match_id = ?")
                .bind(0, matchId)
                .map((row, context) -> new StoredClock(row.getInt(1), row.getLong(2)))
                .findOne()
                .orElse(null);
    }

    private static List<byte[]> inputs(Handle handle, String matchId) {
        List<byte[]> inputs = new ArrayList<>();
        handle.createQuery("SELECT seq, payload FROM match_event WHERE match_id = ? ORDER BY seq")
                .bind(0, matchId)
                .map((row, context) -> new Entry.InputAccepted(matchId, row.getLong(1), row.getBytes(2)))
                .forEach(input -> {
                    // Going on behind a gap would be another match than the one that was played.
                    if (input.sequence() != inputs.size() + 1L) {
                        throw new StoreException("match " + matchId + ": input " + (inputs.size() + 1)
                                + " is missing before input " + input.sequence());
                    }
                    inputs.add(input.payload());
                });
        return inputs;
    }

    @Override
    public void close() {
        writer.close();
    }
}
