package dev.truce.store.sqlite;

import static dev.truce.store.StoredThings.bytes;
import static dev.truce.store.StoredThings.input;
import static dev.truce.store.StoredThings.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.match.Seat;
import dev.truce.store.Batch;
import dev.truce.store.BrokenStream;
import dev.truce.store.BrokenStream.BrokenStreamException;
import dev.truce.store.BrokenStream.Damage;
import dev.truce.store.Entry;
import dev.truce.store.StoreException;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredClock;
import dev.truce.store.StoredMember;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import dev.truce.store.chain.EntryBytes;
import dev.truce.store.chain.JournalHead;
import dev.truce.store.chain.Links;
import dev.truce.store.chain.Witness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law L2: every flipped bit of a row and every cut of the write-ahead log is noticed, and only the match that it hits is refused. */
class DamageTest {
    private static final int WAL_HEADER = 32;
    private static final int PAGE = 4_096;
    private static final int WAL_FRAME = PAGE + 24;

    @TempDir
    Path data;

    @BeforeEach
    void twoMatches() {
        try (SqliteStore store = SqliteStore.open(data)) {
            write(store);
        }
    }

    private static void write(SqliteStore store) {
        StoredSeat seat = new StoredSeat(Seat.US_HEAD, "Ann", StoredSeat.Kind.PERSON, true);
        StoredToken token = new StoredToken("ab".repeat(32), "seat.US.0", "cd", 1);
        for (String match : List.of("m-1", "m-2")) {
            store.append(List.of(opened(match, "ABCDEFG" + match.charAt(2))));
            store.append(List.of(
                    new Batch(match, 1, List.of(new Entry.SeatTaken(seat), new Entry.TokenIssued(token, List.of())))));
            store.append(List.of(
                    input(match, 3),
                    new Batch(match, 4, List.of(new Entry.ClockSet(StoredClock.held(1, 60_000)))),
                    new Batch(match, 5, List.of(new Entry.RoundClosed(1, bytes("link"))))));
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(SqliteStore.FILE));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
        }
        return connection;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    /** Checks that the first match is broken at an entry and the second is whole. */
    private void isBroken(long seq, Damage damage) {
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.check("m-1")).contains(new BrokenStream("m-1", seq, damage));
            assertThatThrownBy(() -> store.match("m-1")).isInstanceOf(BrokenStreamException.class);
            assertThat(store.check("m-2")).isEmpty();
        }
    }

    @Test
    void withoutDamageBothAreWhole() {
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.check("m-1")).isEmpty();
            assertThat(store.check("m-2")).isEmpty();
        }
    }

    /** Nothing is left by which it could be named, but the sum of all links. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStreamThatIsGoneWithAllItsRowsStopsTheStartUntilTheLossIsAccepted(boolean endIsLostToo) throws Exception {
        if (endIsLostToo) {
            change("UPDATE journal SET group_number = group_number - 1");
        }
        for (String table : List.of("place_token", "seat", "room")) {
            change("DELETE FROM " + table + " WHERE match_id = 'm-1'");
        }
        change("DELETE FROM event WHERE stream = 'm-1'");
        change("DELETE FROM head WHERE stream = 'm-1'");
        assertThatThrownBy(() -> SqliteStore.open(data))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(endIsLostToo ? "acknowledged" : JournalHead.OTHER_ENTRIES);
        SqliteStore.open(data, true).close();
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.allStreams()).containsExactly("m-2");
            assertThat(store.check("m-2")).isEmpty();
        }
        assertThat(JournalCheck.of(data).isGood()).isTrue();
    }

    @Test
    void aMissingRowIsNamed() throws Exception {
        change("DELETE FROM event WHERE stream = 'm-1' AND seq = 4");
        isBroken(4, Damage.MISSING);
    }

    @Test
    void aMissingLastRowIsNamed() throws Exception {
        change("DELETE FROM event WHERE stream = 'm-1' AND seq = 6");
        isBroken(6, Damage.MISSING);
    }

    @Test
    void aDoubledRowIsNamed() throws Exception {
        change("INSERT INTO event SELECT stream, 7, kind, payload, link FROM event WHERE stream = 'm-1' AND seq = 6");
        isBroken(7, Damage.CHANGED);
    }

    @Test
    void aForgedRowThatContinuesTheChainIsNamed() throws Exception {
        byte[] last;
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT link FROM event WHERE stream = 'm-1' AND seq = 6")) {
            last = row.getBytes(1);
        }
        EntryBytes entry = EntryBytes.of(new Entry.InputAccepted(bytes("forged")));
        try (Connection connection = connection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO event VALUES ('m-1', 7, 'input', ?, ?)")) {
            insert.setBytes(1, entry.payload());
            insert.setBytes(2, Links.next(last, "m-1", 7, entry));
            insert.executeUpdate();
        }
        isBroken(7, Damage.ADDED);
    }

    @Test
    void aChangedClassIsNamed() throws Exception {
        StoredClass opening = new StoredClass("c-1", "ABCDEFGH", bytes("setup"), 1);
        try (SqliteStore store = SqliteStore.open(data)) {
            store.append(List.of(new Batch(
                    "c-1", 0, List.of(new Entry.ClassOpened(opening), new Entry.ClassActed(bytes("doors"))))));
            assertThat(store.check("c-1")).isEmpty();
        }
        change("UPDATE class SET opened_unix_millis = 2");
        assertDamage("c-1", new BrokenStream("c-1", 2, Damage.TABLES_DIFFER));
        change("UPDATE class SET opened_unix_millis = 1");
        change("UPDATE event SET payload = x'00' WHERE stream = 'c-1' AND seq = 2");
        assertDamage("c-1", new BrokenStream("c-1", 2, Damage.CHANGED));
        change("DELETE FROM event WHERE stream = 'c-1' AND seq = 1");
        assertDamage("c-1", new BrokenStream("c-1", 1, Damage.MISSING));
    }

    @Test
    void aChangedLineOfAListIsNamedAndAnOlderListStopsTheStart() throws Exception {
        StoredMember member = new StoredMember(1, "Annabelle", "s1", "", "", "A", "zh", "e".repeat(64));
        try (SqliteStore store = SqliteStore.open(data)) {
            store.append(List.of(new Batch(
                    "c-1",
                    0,
                    List.of(new Entry.ClassOpened(new StoredClass("c-1", "ABCDEFGH", bytes("setup"), 1))),
                    List.of(member))));
        }
        change("UPDATE class_member SET name = 'Annabel'");
        assertDamage("c-1", new BrokenStream("c-1", 1, Damage.TABLES_DIFFER));
        change("UPDATE class_member SET name = 'Annabelle'");
        assertThat(JournalCheck.of(data).isGood()).isTrue();
        try (SqliteStore store = SqliteStore.open(data)) {
            long group = store.facts().group();
            store.append(List.of(new Batch("c-1", 1, List.of(), List.of(member.withKey("f".repeat(64))))));
            assertThat(store.facts().group()).as("a group of its own").isEqualTo(group + 1);
        }
        change("UPDATE class_member SET key_hash = '" + "e".repeat(64) + "'");
        change("UPDATE class SET list_sum = (SELECT list_sum FROM class LIMIT 1 OFFSET 1) WHERE class_id = 'c-1'");
        assertThat(JournalCheck.of(data).isGood()).isFalse();
        assertThatThrownBy(() -> SqliteStore.open(data))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.code()).isEqualTo(StoreException.Code.JOURNAL_TRUNCATED))
                .hasMessage("other digest: class lists");
        SqliteStore.open(data, true).close();
        SqliteStore.open(data).close();
    }

    private void assertDamage(String stream, BrokenStream expected) {
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.check(stream)).contains(expected);
        }
    }

    @Test
    void rowsInAnotherOrderAreNamed() throws Exception {
        change("UPDATE event SET seq = seq + 100 WHERE stream = 'm-1' AND seq IN (4, 5)");
        change("UPDATE event SET seq = 109 - seq WHERE stream = 'm-1' AND seq > 100");
        isBroken(4, Damage.CHANGED);
    }

    @Test
    void aPageThatTheDatabaseCannotReadIsNamed() throws Exception {
        int page;
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT rootpage FROM sqlite_master WHERE name = 'event'")) {
            page = row.getInt(1);
        }
        try (FileChannel file = FileChannel.open(data.resolve(SqliteStore.FILE), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(PAGE), (page - 1L) * PAGE);
        }
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.check("m-1")).contains(new BrokenStream("m-1", 0, Damage.UNREADABLE));
        }
    }

    /** Flips each bit of each value of each row of a match, one after the other. */
    @Test
    void everyFlippedBitOfARowIsNoticed() throws Exception {
        int flipped = 0;
        Map<String, String> tables = Map.of(
                "event", "stream",
                "head", "stream",
                "room", "match_id",
                "seat", "match_id",
                "place_token", "match_id");
        try (SqliteStore store = SqliteStore.open(data);
                Connection connection = connection();
                Statement pragma = connection.createStatement()) {
            pragma.execute("PRAGMA foreign_keys = OFF");
            for (Map.Entry<String, String> table : tables.entrySet()) {
                for (Cell cell : Cell.of(connection, table.getKey(), table.getValue())) {
                    for (int bit = 0; bit < cell.bits(); bit++) {
                        if (cell.write(connection, bit)) {
                            assertThat(store.check("m-1"))
                                    .as("%s, bit %d", cell, bit)
                                    .isPresent();
                            flipped++;
                        }
                    }
                    assertThat(store.check("m-2")).as("%s", cell).isEmpty();
                    assertThat(cell.write(connection, -1)).isTrue();
                }
            }
            assertThat(store.check("m-1")).isEmpty();
        }
        assertThat(flipped).isGreaterThan(5_000);
    }

    /** One value of one row. */
    private record Cell(String table, long row, String column, Object value) {
        static List<Cell> of(Connection connection, String table, String key) throws SQLException {
            List<Cell> cells = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT rowid AS number, * FROM " + table + " WHERE " + key + " = 'm-1'")) {
                while (rows.next()) {
                    for (int i = 2; i <= rows.getMetaData().getColumnCount(); i++) {
                        // A room that is no table has no class.
                        if (rows.getObject(i) != null) {
                            cells.add(new Cell(
                                    table, rows.getLong(1), rows.getMetaData().getColumnName(i), rows.getObject(i)));
                        }
                    }
                }
            }
            return cells;
        }

        int bits() {
            if (value instanceof byte[] blob) {
                return blob.length * Byte.SIZE;
            }
            return value instanceof String text ? text.length() * (Byte.SIZE - 1) : Long.SIZE - 1;
        }

        /**
         * Writes the value with a bit flipped, or as it was.
         *
         * @return false if there is a row with that key already, which the database does not allow
         */
        boolean write(Connection connection, int bit) throws SQLException {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE " + table + " SET " + column + " = ? WHERE rowid = " + row)) {
                if (value instanceof byte[] blob) {
                    byte[] changed = blob.clone();
                    if (bit >= 0) {
                        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                    }
                    update.setBytes(1, changed);
                } else if (value instanceof String text) {
                    char[] changed = text.toCharArray();
                    if (bit >= 0) {
                        changed[bit / (Byte.SIZE - 1)] ^= (char) (1 << bit % (Byte.SIZE - 1));
                    }
                    update.setString(1, new String(changed));
                } else {
                    long number = ((Number) value).longValue();
                    update.setLong(1, bit < 0 ? number : number ^ (1L << bit));
                }
                return update.executeUpdate() == 1;
            } catch (SQLException e) {
                assertThat(e.getMessage()).contains("UNIQUE constraint");
                return false;
            }
        }
    }

    @Test
    void everyCutOfTheLogAtAFrameIsNoticed() throws Exception {
        Path whole = Files.createDirectory(data.resolve("whole"));
        try (SqliteStore store = SqliteStore.open(whole)) {
            write(store);
            // As a machine that stops leaves it: the log is not yet copied into the database.
            copy(whole, Files.createDirectory(data.resolve("stopped")));
        }
        Path stopped = data.resolve("stopped");
        byte[] log = Files.readAllBytes(stopped.resolve(SqliteStore.FILE + "-wal"));
        int frames = (log.length - WAL_HEADER) / WAL_FRAME;
        assertThat(frames).isGreaterThan(20);
        int lost = 0;
        for (int kept = 0; kept <= frames; kept++) {
            Path cut = Files.createDirectory(data.resolve("cut-" + kept));
            copy(stopped, cut);
            Files.write(cut.resolve(SqliteStore.FILE + "-wal"), Arrays.copyOf(log, WAL_HEADER + kept * WAL_FRAME));
            if (kept == frames) {
                try (SqliteStore store = SqliteStore.open(cut)) {
                    assertThat(store.check("m-1")).isEmpty();
                    assertThat(store.facts().group()).isEqualTo(6);
                }
            } else {
                assertThatThrownBy(() -> SqliteStore.open(cut).close())
                        .as("%d of %d frames", kept, frames)
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(e.code()).isEqualTo(StoreException.Code.JOURNAL_TRUNCATED));
                lost++;
            }
        }
        assertThat(lost).isEqualTo(frames);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String file : List.of(SqliteStore.FILE, SqliteStore.FILE + "-wal", Witness.FILE)) {
            if (Files.exists(from.resolve(file))) {
                Files.copy(from.resolve(file), to.resolve(file));
            }
        }
    }

    /** Keeps the last group out of the log. */
    private Path truncated() throws IOException {
        Path whole = Files.createDirectory(data.resolve("whole"));
        Path cut = Files.createDirectory(data.resolve("cut"));
        try (SqliteStore store = SqliteStore.open(whole)) {
            write(store);
            copy(whole, cut);
            store.append(List.of(input("m-1", 6)));
            Files.copy(whole.resolve(Witness.FILE), cut.resolve(Witness.FILE), StandardCopyOption.REPLACE_EXISTING);
        }
        return cut;
    }

    @Test
    void aCutEndStopsTheStartUntilTheLossIsAccepted() throws Exception {
        Path cut = truncated();
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> SqliteStore.open(cut))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.code()).isEqualTo(StoreException.Code.JOURNAL_TRUNCATED))
                    .hasMessage("last group: 6, acknowledged: 7");
        }
        try (SqliteStore store = SqliteStore.open(cut, true)) {
            assertThat(store.match("m-1").orElseThrow().lossAccepted()).isTrue();
            assertThat(store.last("m-1")).isEqualTo(7);
            store.append(List.of(input("m-1", 7)));
        }
        try (SqliteStore store = SqliteStore.open(cut)) {
            assertThat(store.check("m-1")).isEmpty();
            assertThat(store.match("m-2").orElseThrow().lossAccepted()).isTrue();
        }
    }

    @Test
    void otherRowsUnderTheSameGroupNumberStopTheStart() throws Exception {
        change("UPDATE journal SET digest = zeroblob(32)");
        assertThatThrownBy(() -> SqliteStore.open(data))
                .isInstanceOf(StoreException.class)
                .hasMessage("other digest: group 6");
    }

    @Test
    void eitherSlotOfTheWitnessIsEnoughAndNoneIsNot() throws Exception {
        byte[] witness = Files.readAllBytes(data.resolve(Witness.FILE));
        for (int slot = 0; slot < 2; slot++) {
            byte[] torn = witness.clone();
            torn[slot * 4_096 + 20] ^= 1;
            Files.write(data.resolve(Witness.FILE), torn);
            assertThat(Optional.ofNullable(Witness.read(data)))
                    .map(JournalHead::group)
                    .contains(slot == 0 ? 5L : 6L);
        }
        byte[] bad = witness.clone();
        bad[20] ^= 1;
        bad[4_096 + 20] ^= 1;
        Files.write(data.resolve(Witness.FILE), bad);
        assertThatThrownBy(() -> SqliteStore.open(data)).hasMessageContaining("truce.head: unreadable");
        try (SqliteStore store = SqliteStore.open(data, true)) {
            assertThat(store.facts().group()).isEqualTo(6);
        }
        assertThat(Optional.ofNullable(Witness.read(data)))
                .map(JournalHead::group)
                .contains(6L);
    }

    @Test
    void aWitnessOfZerosIsRefusedByACodeAndWrittenAgainIfTheJournalIsGood() throws Exception {
        assertThat(JournalWitness.renew(data)).isEmpty();
        byte[] zeros = new byte[Files.readAllBytes(data.resolve(Witness.FILE)).length];
        Files.write(data.resolve(Witness.FILE), zeros);
        assertThatThrownBy(() -> SqliteStore.open(data))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.code()).isEqualTo(StoreException.Code.WITNESS_UNREADABLE));
        assertThat(JournalCheck.of(data).lacksWitnessAlone()).isTrue();
        assertThat(JournalWitness.renew(data).orElseThrow().isGood()).isTrue();
        assertThat(Files.readAllBytes(data.resolve(JournalWitness.KEPT))).isEqualTo(zeros);
        assertThat(Optional.ofNullable(Witness.read(data)))
                .map(JournalHead::group)
                .contains(6L);
        SqliteStore.open(data).close();
    }

    @Test
    void aWitnessOfZerosStaysBesideAJournalThatIsNotGood() throws Exception {
        change("UPDATE journal SET digest = zeroblob(32)");
        byte[] zeros = new byte[8_192];
        Files.write(data.resolve(Witness.FILE), zeros);
        assertThat(JournalWitness.renew(data).orElseThrow().isGood()).isFalse();
        assertThat(Files.readAllBytes(data.resolve(Witness.FILE))).isEqualTo(zeros);
        assertThat(data.resolve(JournalWitness.KEPT)).doesNotExist();
    }

    @Test
    void aWitnessThatLacksTheGroupOfACrashIsNoLoss() throws Exception {
        byte[] before = Files.readAllBytes(data.resolve(Witness.FILE));
        try (SqliteStore store = SqliteStore.open(data)) {
            store.append(List.of(input("m-1", 6)));
        }
        Files.write(data.resolve(Witness.FILE), before);
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.last("m-1")).isEqualTo(7);
        }
    }

    @Test
    void withoutAWitnessTheJournalOpensAndSaysSo() throws Exception {
        Files.delete(data.resolve(Witness.FILE));
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.facts().witnessed()).isFalse();
            assertThat(store.check("m-1")).isEmpty();
        }
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.facts().witnessed()).isTrue();
        }
    }
}
