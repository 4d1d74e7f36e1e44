package dev.truce.store.sql;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.store.BrokenStream;
import dev.truce.store.BrokenStream.BrokenStreamException;
import dev.truce.store.BrokenStream.Damage;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import dev.truce.store.chain.ClassFold;
import dev.truce.store.chain.EntryBytes;
import dev.truce.store.chain.Head;
import dev.truce.store.chain.Links;
import dev.truce.store.chain.MatchFold;
import dev.truce.store.chain.StreamFold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one stream and verifies its chain, its head, and what was derived from it. */
public final class StreamReader {
    static final String ROOM =
            "SELECT match_id, code, ruleset, scenario_id, scenario_hash, setup, created_unix_millis, ended_unix_millis,"
                    + " class_id, table_number, EXISTS (SELECT 1 FROM event e WHERE e.stream = r.match_id AND e.kind = '"
                    + EntryBytes.INPUT
                    + "') FROM room r";

    /** Reads the head of a stream. */
    public static final String HEAD = "SELECT seq, link FROM head WHERE stream = ?";

    private final Statements reading;
    private final String stream;

    private record Row(long seq, EntryBytes entry, byte[] link) {}

    private StreamReader(Statements reading, String stream) {
        this.reading = reading;
        this.stream = stream;
    }

    /**
     * Reads a stream.
     *
     * @param byHash what follows the name of a table in a query that has to use the index of hashes
     * @return what its match has become, or empty if there is no trace of it
     * @throws BrokenStreamException if it is not as it was written
     */
    static Optional<StoredMatch> read(Statements reading, String stream, String byHash) {
        return new StreamReader(reading, stream).read(byHash);
    }

    private Optional<StoredMatch> read(String byHash) {
        List<Row> rows = rows();
        Head head = head(reading, stream).orElse(null);
        StoredRoom room = room();
        if (rows.isEmpty() && head == null && room == null) {
            return Optional.empty();
        }
        StoredMatch match = verified(rows, head == null ? Head.NONE : head, new MatchFold());
        if (room == null || !same(room, match.room())) {
            throw broken(match.last(), Damage.TABLES_DIFFER);
        }
        if (!seats().equals(match.seats())) {
            throw broken(match.last(), Damage.TABLES_DIFFER);
        }
        if (!tokens().equals(match.tokens()) || found(byHash) != match.tokens().size()) {
            throw broken(match.last(), Damage.TABLES_DIFFER);
        }
        return Optional.of(match);
    }

    /**
     * Reads the stream of a class.
     *
     * @return what the class has become, or empty if the stream is not one of a class
     * @throws BrokenStreamException if it is not as it was written
     */
    static Optional<StoredClass> readClass(Statements reading, String stream) {
        return new StreamReader(reading, stream).readClass();
    }

    private Optional<StoredClass> readClass() {
        StoredClass row = reading.find(
                        "SELECT code, setup, opened_unix_millis FROM class WHERE class_id = ?",
                        found -> new StoredClass(
                                stream, found.getString(1), bytes(found, 2), found.getLong(3), List.of(), 0),
                        stream)
                .orElse(null);
        if (row == null && !beginsAsClass()) {
            return Optional.empty();
        }
        StoredClass found = verified(rows(), head(reading, stream).orElse(Head.NONE), new ClassFold());
        boolean same = row != null
                && Objects.equals(row.code(), found.code())
                && Arrays.equals(row.setup(), found.setup())
                && row.openedUnixMillis() == found.openedUnixMillis()
                && ClassLists.isWhole(reading, stream);
        if (!same) {
            throw broken(found.last(), Damage.TABLES_DIFFER);
        }
        return Optional.of(found);
    }

    private boolean beginsAsClass() {
        return reading.find("SELECT kind FROM event WHERE stream = ? ORDER BY seq LIMIT 1", row -> text(row, 1), stream)
                .filter(EntryBytes.CLASS::equals)
                .isPresent();
    }

    private <T> T verified(List<Row> rows, Head head, StreamFold<T> fold) {
        byte[] before = Links.none();
        long seq = 0;
        for (Row row : rows) {
            seq++;
            if (row.seq != seq) {
                throw broken(seq, Damage.MISSING);
            }
            before = Links.next(before, stream, seq, row.entry);
            if (!Arrays.equals(before, row.link)) {
                throw broken(seq, Damage.CHANGED);
            }
            add(fold, seq, row.entry);
        }
        if (head.seq() != seq) {
            long first = Math.min(head.seq(), seq) + 1;
            throw broken(first, head.seq() > seq ? Damage.MISSING : Damage.ADDED);
        }
        if (!Arrays.equals(head.link(), before)) {
            throw broken(seq, Damage.TABLES_DIFFER);
        }
        try {
            return fold.result();
        } catch (IllegalArgumentException e) {
            throw broken(1, Damage.UNREADABLE);
        }
    }

    private void add(StreamFold<?> fold, long seq, EntryBytes entry) {
        try {
            fold.add(entry.entry(stream));
        } catch (IllegalArgumentException e) {
            throw broken(seq, Damage.UNREADABLE);
        }
    }

    private BrokenStreamException broken(long seq, Damage damage) {
        return new BrokenStreamException(new BrokenStream(stream, seq, damage));
    }

    private List<Row> rows() {
        return reading.list(
                "SELECT seq, kind, payload, link FROM event WHERE stream = ? ORDER BY seq",
                row -> new Row(row.getLong(1), new EntryBytes(text(row, 2), bytes(row, 3)), bytes(row, 4)),
                stream);
    }

    static Optional<Head> head(Statements reading, String stream) {
        return reading.find(HEAD, StreamReader::head, stream);
    }

    /** Returns the head in a row of {@link #HEAD}. */
    public static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong(1), bytes(row, 2));
    }

    private @Nullable StoredRoom room() {
        return reading.find(ROOM + " WHERE match_id = ?", StreamReader::room, stream)
                .orElse(null);
    }

    static StoredRoom room(ResultSet row) throws SQLException {
        return new StoredRoom(
                text(row, 1),
                row.getString(2),
                text(row, 3),
                text(row, 4),
                text(row, 5),
                bytes(row, 6),
                row.getLong(7),
                row.getBoolean(11),
                row.getLong(8),
                row.getString(9),
                whole(row.getLong(10)));
    }

    /** Returns a number of a table, or one that no table has. */
    private static int whole(long number) {
        return number == (int) number ? (int) number : -1;
    }

    private static boolean same(StoredRoom one, StoredRoom other) {
        return one.matchId().equals(other.matchId())
                && Objects.equals(one.code(), other.code())
                && one.ruleset().equals(other.ruleset())
                && one.scenarioId().equals(other.scenarioId())
                && one.scenarioHash().equals(other.scenarioHash())
                && Arrays.equals(one.setup(), other.setup())
                && one.createdUnixMillis() == other.createdUnixMillis()
                && one.endedUnixMillis() == other.endedUnixMillis()
                && Objects.equals(one.classId(), other.classId())
                && one.table() == other.table();
    }

    private List<StoredSeat> seats() {
        List<StoredSeat> seats = reading.list(
                "SELECT side, number, name, kind, creator FROM seat WHERE match_id = ?", this::seat, stream);
        seats.sort(MatchFold.bySeat());
        return seats;
    }

    private StoredSeat seat(ResultSet row) throws SQLException {
        try {
            return new StoredSeat(
                    new Seat(Side.valueOf(text(row, 1)), Math.toIntExact(row.getLong(2))),
                    text(row, 3),
                    StoredSeat.Kind.valueOf(text(row, 4)),
                    flag(row.getLong(5)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw broken(1, Damage.TABLES_DIFFER);
        }
    }

    private static boolean flag(long number) {
        if (number != 0 && number != 1) {
            throw new IllegalArgumentException("neither 0 nor 1");
        }
        return number == 1;
    }

    private List<StoredToken> tokens() {
        List<StoredToken> tokens = reading.list(
                "SELECT token_hash, place, parent_hash, ordinal FROM place_token WHERE match_id = ?",
                row -> new StoredToken(text(row, 1), text(row, 2), text(row, 3), row.getLong(4)),
                stream);
        tokens.sort(MatchFold.byAge());
        return tokens;
    }

    /** Returns how many of the tokens are found by somebody who shows one. */
    private long found(String byHash) {
        return reading.find(
                        "SELECT count(*) FROM place_token t WHERE t.match_id = ? AND EXISTS (SELECT 1 FROM place_token k"
                                + byHash + " WHERE k.token_hash = t.token_hash AND k.match_id = t.match_id)",
                        row -> row.getLong(1),
                        stream)
                .orElse(0L);
    }

    /** Returns the text of a column, empty for one that is lost. */
    public static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** Returns the bytes of a column, none for those that are lost. */
    public static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }
}
