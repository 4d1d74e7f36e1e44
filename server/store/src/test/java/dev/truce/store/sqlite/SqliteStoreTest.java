package dev.truce.store.sqlite;

import static dev.truce.store.StoredThings.input;
import static dev.truce.store.StoredThings.opened;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.store.Batch;
import dev.truce.store.Batch.Appended;
import dev.truce.store.Entry;
import dev.truce.store.EventStore;
import dev.truce.store.StoreContract;
import dev.truce.store.StoreException;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMember;
import dev.truce.store.chain.Links;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SqliteStoreTest extends StoreContract {
    @Override
    protected EventStore open(Path directory) {
        return SqliteStore.open(directory);
    }

    @Test
    void twoHostsThatBelieveTheyOwnAMatchAreFenced() {
        try (SqliteStore one = SqliteStore.open(data);
                SqliteStore other = SqliteStore.open(data)) {
            one.append(List.of(opened("m-1", "ABCDEFGH")));
            assertThat(other.append(List.of(input("m-1", 1)))).isEqualTo(new Appended.Done(Set.of()));
            assertThat(one.append(List.of(input("m-1", 1)))).isEqualTo(new Appended.Done(Set.of(0)));
            assertThat(one.append(List.of(input("m-1", 2)))).isEqualTo(new Appended.Done(Set.of()));
            assertThat(other.check("m-1")).isEmpty();
        }
    }

    /** What a test cannot pull is the plug: a commit that is not forced is there after every kill of a process. */
    @Test
    void everyCommitIsForcedToTheDisk() throws Exception {
        SqliteSource source = new SqliteSource(data);
        source.create();
        try (var connection = source.writing().getConnection();
                var asked = connection.createStatement()) {
            try (var forced = asked.executeQuery("PRAGMA synchronous")) {
                assertThat(forced.getInt(1)).as("FULL").isEqualTo(2);
            }
            try (var log = asked.executeQuery("PRAGMA journal_mode")) {
                assertThat(log.getString(1)).isEqualTo("wal");
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no file modes")
    void nobodyElseMayReadTheFiles() throws Exception {
        try (SqliteStore store = SqliteStore.open(data)) {
            store.append(List.of(opened("m-1", "ABCDEFGH")));
            try (var files = Files.list(data)) {
                assertThat(files.toList())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .as(file.toString())
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void aFileThatIsNoJournalIsNotTouched() throws Exception {
        Files.writeString(data.resolve(SqliteStore.FILE), "this is a shopping list, not a database; ".repeat(20));
        assertThatThrownBy(() -> SqliteStore.open(data))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(SqliteStore.FILE);
        assertThat(Files.readString(data.resolve(SqliteStore.FILE))).startsWith("this is a shopping list");
    }

    @Test
    void aJournalOfVersion1IsNotTouchedAndItsProgramIsNamed() throws Exception {
        Path file = data.resolve(SqliteStore.FILE);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE match_event (match_id VARCHAR(32), seq BIGINT, payload BLOB)");
        }
        assertThatThrownBy(() -> SqliteStore.open(data))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreException.Code.JOURNAL_VERSION))
                .hasMessageContaining("version: 1")
                .hasMessageContaining("before 2.0.0");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString("TABLE_NAME")).isEqualTo("match_event");
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void theNewestMigrationIsTheOneThatIsAskedFor() throws Exception {
        SqliteStore.open(data).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(SqliteStore.FILE));
                Statement asked = connection.createStatement();
                var row = asked.executeQuery("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history")) {
            assertThat(row.getString(1)).isEqualTo(Schema.NEWEST);
        }
    }

    @Test
    void aJournalOfALaterVersionIsRefused() throws Exception {
        SqliteStore.open(data).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(SqliteStore.FILE));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE journal SET format = 3");
        }
        assertThatThrownBy(() -> SqliteStore.open(data))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreException.Code.JOURNAL_VERSION));
    }

    private static StoredMember student(int number) {
        String name = "Annabelle Archer " + number;
        return new StoredMember(number, name, "s" + (2_210_000 + number), "", "", "A", "zh", "f".repeat(64));
    }

    /** Looks while the store is open: the log is a file too. */
    private void assertNoFileHas(String text) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).contains(text))
                        .as(file + " has " + text)
                        .isFalse();
            }
        }
    }

    @Test
    void noFileKeepsWhoWasErased() throws Exception {
        StoredClass opening = new StoredClass("c-1", "ABCDEFGH", new byte[] {1}, 4_000);
        List<StoredMember> list =
                IntStream.rangeClosed(1, 300).mapToObj(SqliteStoreTest::student).toList();
        try (SqliteStore store = SqliteStore.open(data)) {
            store.append(List.of(new Batch("c-1", 0, List.of(new Entry.ClassOpened(opening)), list)));
            store.append(List.of(
                    new Batch("c-1", 1, List.of(), List.of(student(150).withKey("e".repeat(64))))));
            store.append(
                    List.of(new Batch("c-1", 1, List.of(), List.of(student(150).erased()))));
            assertNoFileHas("Annabelle Archer 150");
            assertNoFileHas("s2210150");
            assertThat(store.members("c-1").get(150).name()).isEqualTo("Annabelle Archer 151");
        }
        assertNoFileHas("Annabelle Archer 150");
    }

    @Test
    void whatIsRemovedIsInNoFileAndAllElseIsAsItWas() throws Exception {
        try (SqliteStore store = SqliteStore.open(data)) {
            store.append(List.of(
                    opened("m-1", "ABCDEFGJ"),
                    opened("m-2", "ABCDEFGK"),
                    new Batch(
                            "c-1",
                            0,
                            List.of(new Entry.ClassOpened(
                                    new StoredClass("c-1", "ABCDEFGH", "seven".getBytes(UTF_8), 4))),
                            List.of(student(1)))));
            store.append(List.of(
                    new Batch(
                            "c-1", 1, List.of(new Entry.ClassActed("doors".getBytes(UTF_8)), new Entry.ClassClosed())),
                    input("m-1", 1),
                    input("m-2", 1)));
            assertThat(store.classesOpened("ABCDEFGH"))
                    .extracting(StoredClass::classId)
                    .containsExactly("c-1");
            assertThat(store.classesOpened("ABCDEFGJ")).isEmpty();
            store.remove(List.of("c-1", "m-1"));
            assertNoFileHas("Annabelle Archer");
            assertNoFileHas("seven");
            assertThat(store.allStreams()).containsExactly("m-2");
            assertThat(store.members("c-1")).isEmpty();
            assertThat(store.append(List.of(input("m-2", 2)))).isEqualTo(new Appended.Done(Set.of()));
        }
        JournalCheck.Findings findings = JournalCheck.of(data);
        assertThat(findings.isGood()).as(findings.toString()).isTrue();
        assertThat(findings.matches()).isEqualTo(1);
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.check("m-2")).isEmpty();
            assertThat(store.classesOpened("ABCDEFGH")).isEmpty();
        }
    }

    @Test
    void aLinkIsTakenOutOfASumAgain() {
        byte[] sum = new byte[Links.BYTES];
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            byte[] link = new byte[Links.BYTES];
            random.nextBytes(link);
            if (i % 3 == 0) {
                Arrays.fill(link, (byte) 0xff);
            }
            byte[] next = Links.sum(sum, link);
            assertThat(Links.difference(next, link)).isEqualTo(sum);
            sum = next;
        }
    }

    @Test
    void aLookUpThatIsOverHoldsNothing() throws Exception {
        StoredClass opening = new StoredClass("c-1", "ABCDEFGH", new byte[] {1}, 4_000);
        try (SqliteStore store = SqliteStore.open(data)) {
            store.append(List.of(new Batch("c-1", 0, List.of(new Entry.ClassOpened(opening)), List.of(student(1)))));
            for (int i = 0; i < 2; i++) {
                assertThat(store.last("c-1")).isEqualTo(1);
                assertThat(store.last("c-2")).isZero();
                assertThat(store.matchOfToken("ab")).isEmpty();
            }
            store.append(
                    List.of(new Batch("c-1", 1, List.of(), List.of(student(1).erased()))));
            // An open statement would keep the log, and with it who was erased.
            assertNoFileHas("Annabelle Archer 1");
        }
    }

    @Test
    void aReaderOnlyDelaysThatWhoWasErasedIsForgotten() throws Exception {
        StoredClass opening = new StoredClass("c-1", "ABCDEFGH", new byte[] {1}, 4_000);
        try (SqliteStore store = SqliteStore.open(data)) {
            store.append(List.of(new Batch("c-1", 0, List.of(new Entry.ClassOpened(opening)), List.of(student(1)))));
            try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(SqliteStore.FILE));
                    Statement reading = reader.createStatement()) {
                reader.setAutoCommit(false);
                reading.executeQuery("SELECT name FROM class_member").next();
                assertThat(store.append(List.of(new Batch(
                                "c-1", 1, List.of(), List.of(student(1).erased())))))
                        .isEqualTo(new Appended.Done(Set.of()));
            }
            store.append(List.of(opened("m-1", "ABCDEFGJ")));
            assertNoFileHas("Annabelle Archer 1");
        }
    }
}
