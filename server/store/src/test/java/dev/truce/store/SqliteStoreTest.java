package dev.truce.store;

import static dev.truce.store.StoredThings.input;
import static dev.truce.store.StoredThings.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.match.Seat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
    @TempDir
    Path data;

    @Test
    void aMatchComesBackAsItWasWritten() {
        StoredSeat us = new StoredSeat(Seat.US_HEAD, "Ann", StoredSeat.Kind.PERSON, true);
        StoredSeat cn = new StoredSeat(Seat.CN_HEAD, "hawk", StoredSeat.Kind.ROSTER, false);
        StoredToken first = new StoredToken("a".repeat(64), "seat.US.0", "", 1);
        StoredToken second = new StoredToken("b".repeat(64), "seat.US.0", "a".repeat(64), 2);
        try (SqliteStore store = SqliteStore.open(data)) {
            store.write(List.of(
                    new Entry.RoomOpened(room("m-1", "ABCDEFGH")),
                    new Entry.SeatTaken("m-1", us),
                    new Entry.SeatTaken("m-1", cn),
                    new Entry.TokenIssued("m-1", first, List.of())));
            store.write(List.of(
                    input("m-1", 1),
                    new Entry.TokenIssued("m-1", second, List.of()),
                    new Entry.ClockRead("m-1", new StoredClock(1, 60_000)),
                    input("m-1", 2)));
            store.write(List.of(new Entry.ClockRead("m-1", new StoredClock(1, 55_000))));
        }
        try (SqliteStore store = SqliteStore.open(data)) {
            StoredMatch match = store.match("m-1").orElseThrow();
            assertThat(match.room().code()).isEqualTo("ABCDEFGH");
            assertThat(match.room().setup()).containsExactly(1, 2);
            assertThat(match.room().started()).isTrue();
            assertThat(match.seats()).containsExactly(cn, us);
            assertThat(match.tokens()).containsExactly(first, second);
            assertThat(match.clock()).isEqualTo(new StoredClock(1, 55_000));
            assertThat(match.inputs()).hasSize(2);
            assertThat(match.inputs().get(1)).isEqualTo(StoredThings.bytes("input 2"));
            assertThat(store.matchOfToken("b".repeat(64))).contains("m-1");
            assertThat(store.matchOfToken("c".repeat(64))).isEmpty();
        }
    }

    @Test
    void aRevokedTokenOpensNothing() {
        try (SqliteStore store = SqliteStore.open(data)) {
            StoredToken old = new StoredToken("a".repeat(64), "creator", "", 1);
            StoredToken next = new StoredToken("b".repeat(64), "creator", "", 2);
            store.write(List.of(
                    new Entry.RoomOpened(room("m-1", "ABCDEFGH")), new Entry.TokenIssued("m-1", old, List.of())));
            store.write(List.of(new Entry.TokenIssued("m-1", next, List.of("a".repeat(64)))));
            assertThat(store.matchOfToken("a".repeat(64))).isEmpty();
            assertThat(store.match("m-1").orElseThrow().tokens()).containsExactly(next);
            store.write(List.of(new Entry.TokensRevoked("m-1", List.of("b".repeat(64)))));
            assertThat(store.match("m-1").orElseThrow().tokens()).isEmpty();
        }
    }

    @Test
    void theSameKeyOfAClientMayOpenPlacesInTwoMatches() {
        StoredToken key = new StoredToken("a".repeat(64), "creator", "", 1);
        try (SqliteStore store = SqliteStore.open(data)) {
            for (String match : List.of("m-1", "m-2")) {
                store.write(List.of(
                        new Entry.RoomOpened(room(match, "ABCDEFG" + match.charAt(2))),
                        new Entry.TokenIssued(match, key, List.of())));
            }
            assertThat(store.matchOfToken("a".repeat(64))).contains("m-1");
        }
    }

    @Test
    void aDeadRoomGivesItsCodeBackAndKeepsItsMatch() {
        try (SqliteStore store = SqliteStore.open(data)) {
            store.write(List.of(new Entry.RoomOpened(room("m-1", "ABCDEFGH")), input("m-1", 1)));
            store.write(List.of(new Entry.MatchEnded("m-1", 5_000), new Entry.RoomClosed("m-1")));
            store.write(List.of(new Entry.RoomOpened(room("m-2", "ABCDEFGH"))));
            assertThat(store.openRooms()).extracting(StoredRoom::matchId).containsExactly("m-2");
            StoredRoom dead = store.match("m-1").orElseThrow().room();
            assertThat(dead.code()).isNull();
            assertThat(dead.hasEnded()).isTrue();
        }
    }

    @Test
    void aGroupIsWrittenWholeOrNotAtAll() {
        try (SqliteStore store = SqliteStore.open(data)) {
            store.write(List.of(new Entry.RoomOpened(room("m-1", "ABCDEFGH")), input("m-1", 1)));
            assertThatThrownBy(() -> store.write(List.of(input("m-1", 2), input("m-1", 2))))
                    .isInstanceOf(StoreException.class);
            assertThat(store.match("m-1").orElseThrow().inputs()).hasSize(1);
        }
    }

    @Test
    void twoHostsThatBelieveTheyOwnAMatchCollide() {
        try (SqliteStore one = SqliteStore.open(data);
                SqliteStore other = SqliteStore.open(data)) {
            one.write(List.of(new Entry.RoomOpened(room("m-1", "ABCDEFGH"))));
            one.write(List.of(input("m-1", 1)));
            assertThatThrownBy(() -> other.write(List.of(input("m-1", 1)))).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void aMatchWithAMissingInputIsNotRebuilt() {
        try (SqliteStore store = SqliteStore.open(data)) {
            store.write(List.of(new Entry.RoomOpened(room("m-1", "ABCDEFGH")), input("m-1", 1), input("m-1", 3)));
            assertThatThrownBy(() -> store.match("m-1"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("match m-1: input 2 is missing before input 3");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no file modes")
    void nobodyElseMayReadTheFiles() throws Exception {
        try (SqliteStore store = SqliteStore.open(data)) {
            store.write(List.of(new Entry.RoomOpened(room("m-1", "ABCDEFGH"))));
            try (var files = Files.list(data)) {
                assertThat(files.toList())
                        .isNotEmpty()
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
                .hasMessageContaining("cannot open the journal");
        assertThat(Files.readString(data.resolve(SqliteStore.FILE))).startsWith("this is a shopping list");
    }

    @Test
    void aJournalOfVersionOneIsRefusedAndLeftAsItIs(@TempDir Path old) throws Exception {
        SqliteStore.open(old).close();
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + old.resolve(SqliteStore.FILE));
                Statement statement = file.createStatement()) {
            statement.executeUpdate("UPDATE flyway_schema_history SET version = '1'");
        }
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> SqliteStore.open(old))
                    .isInstanceOf(JournalVersionException.class)
                    .hasMessageContainingAll("version 1", "truce 1.0.0", "version 2");
        }
    }
}
