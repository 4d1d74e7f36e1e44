package dev.truce.store.postgres;

import static dev.truce.store.StoredThings.input;
import static dev.truce.store.StoredThings.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.match.Seat;
import dev.truce.store.Batch;
import dev.truce.store.Batch.Appended;
import dev.truce.store.Entry;
import dev.truce.store.EventStore;
import dev.truce.store.StoreAddress;
import dev.truce.store.StoreContract;
import dev.truce.store.StoreException;
import dev.truce.store.StoreException.Code;
import dev.truce.store.StoreService.Copying;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMember;
import dev.truce.store.StoredSeat;
import dev.truce.store.chain.JournalHead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no other store has to do: several hosts on one journal, and a database that others run. */
class PostgresStoreTest extends StoreContract {
    private static @Nullable DatabaseServer started;

    private final Map<Path, StoreAddress> databases = new HashMap<>();

    @TempDir
    Path other;

    @BeforeAll
    static void startServer() throws Exception {
        started = DatabaseServer.start();
    }

    @AfterAll
    static void stopServer() {
        if (started != null) {
            started.close();
        }
    }

    private static DatabaseServer server() {
        return Objects.requireNonNull(started);
    }

    private StoreAddress address(Path directory) {
        return databases.computeIfAbsent(directory, unused -> server().database());
    }

    private Database database(Path directory) {
        return new Database(address(directory), DatabaseServer.PASSWORD);
    }

    @Override
    protected EventStore open(Path directory) {
        return PostgresStore.open(database(directory), directory, false);
    }

    /** Another host with a folder of its own and the same database. */
    private PostgresStore beside(Path folder) {
        return PostgresStore.openBeside(database(data), folder);
    }

    static void done(EventStore store, Batch... group) {
        assertThat(store.append(List.of(group))).isEqualTo(new Appended.Done(Set.of()));
    }

    private static void fenced(EventStore store, Batch batch) {
        assertThat(store.append(List.of(batch))).isEqualTo(new Appended.Done(Set.of(0)));
    }

    @Test
    void ofTwoHostsThatBelieveTheyOwnAMatchOneIsFenced() {
        try (PostgresStore one = beside(data);
                PostgresStore two = beside(other)) {
            done(one, opened("m-1", "ABCDEFGH"));
            done(two, input("m-1", 1));
            fenced(one, input("m-1", 1));
            done(one, input("m-1", 2));
            fenced(two, new Batch("m-1", 2, List.of()));
            assertThat(one.check("m-1")).isEmpty();
            assertThat(two.match("m-1").orElseThrow().inputs()).hasSize(2);
        }
    }

    @Test
    void aHostThatRemembersAnOldHeadIsNotFencedByIt() {
        try (PostgresStore one = beside(data);
                PostgresStore two = beside(other)) {
            done(one, opened("m-1", "ABCDEFGH"), opened("m-2", "ABCDEFGJ"));
            done(two, input("m-1", 1));
            // It has read what the other wrote, and goes on from there; its memory of the head is older.
            assertThat(one.last("m-1")).isEqualTo(2);
            done(one, input("m-1", 2), input("m-2", 1));
        }
    }

    @Test
    void twoHostsThatWriteOneMatchAsFastAsTheyCanLoseNothing() throws Exception {
        int each = 300;
        try (PostgresStore one = beside(data);
                PostgresStore two = beside(other)) {
            done(one, opened("m-1", "ABCDEFGH"));
            List<Future<Integer>> written = new ArrayList<>();
            ExecutorService hosts = Executors.newFixedThreadPool(2);
            for (PostgresStore host : List.of(one, two)) {
                written.add(hosts.submit(() -> {
                    int acknowledged = 0;
                    for (int i = 0; i < each; i++) {
                        Appended appended = host.append(List.of(input("m-1", host.last("m-1"))));
                        assertThat(appended).isInstanceOf(Appended.Done.class);
                        acknowledged += ((Appended.Done) appended).fenced().isEmpty() ? 1 : 0;
                    }
                    return acknowledged;
                }));
            }
            int acknowledged = written.get(0).get() + written.get(1).get();
            hosts.shutdown();
            assertThat(one.last("m-1")).isEqualTo(1L + acknowledged);
            assertThat(acknowledged).isGreaterThan(each / 2);
            assertThat(one.check("m-1")).isEmpty();
        }
        try (EventStore store = open(data)) {
            assertThat(store.check("m-1")).isEmpty();
        }
    }

    @Test
    void whoReadsBesideWritersSeesWholeMatches() throws Exception {
        int reads = 4_000;
        try (PostgresStore one = beside(data);
                PostgresStore two = beside(other)) {
            done(one, opened("m-1", "ABCDEFGH"), opened("m-2", "ABCDEFGJ"));
            AtomicBoolean stop = new AtomicBoolean();
            ExecutorService hosts = Executors.newFixedThreadPool(2);
            List<Future<?>> writing = new ArrayList<>();
            for (PostgresStore host : List.of(one, two)) {
                String stream = host == one ? "m-1" : "m-2";
                writing.add(hosts.submit(() -> {
                    for (long last = 1; last < 200 && !stop.get(); last += 2) {
                        done(host, new Batch(stream, last, List.of(seat(last), new Entry.InputAccepted(new byte[] {1
                        }))));
                    }
                }));
            }
            try {
                for (int i = 0; i < reads && !writing.stream().allMatch(Future::isDone); i++) {
                    assertThat((i % 2 == 0 ? one : two).check("m-" + (1 + i % 2)))
                            .isEmpty();
                }
            } finally {
                stop.set(true);
                for (Future<?> each : writing) {
                    each.get();
                }
                hosts.shutdown();
            }
        }
    }

    private static Entry seat(long number) {
        return new Entry.SeatTaken(new StoredSeat(Seat.US_HEAD, "Ann " + number, StoredSeat.Kind.PERSON, true));
    }

    @Test
    void groupsOfTwoHostsAreCountedApartAndAddedUp() {
        try (PostgresStore one = beside(data);
                PostgresStore two = beside(other)) {
            done(one, opened("m-1", "ABCDEFGH"));
            done(two, opened("m-2", "ABCDEFGJ"));
            done(two, input("m-2", 1));
        }
        try (EventStore store = open(data)) {
            assertThat(store.facts().group()).isEqualTo(3);
            assertThat(store.facts().witnessed()).isTrue();
        }
    }

    @Test
    void ofTwoHostsThatChangeAListBothAreKept() {
        StoredClass opening = new StoredClass("c-1", "ABCDEFGH", new byte[] {1}, 1);
        try (PostgresStore one = beside(data);
                PostgresStore two = beside(other)) {
            done(one, new Batch("c-1", 0, List.of(new Entry.ClassOpened(opening)), List.of(member(1, "Ann"))));
            done(two, new Batch("c-1", 1, List.of(), List.of(member(2, "Bo"))));
            done(one, new Batch("c-1", 1, List.of(), List.of(member(1, "Anna"), member(1, "Anne"))));
            assertThat(two.members("c-1")).containsExactly(member(1, "Anne"), member(2, "Bo"));
            assertThat(one.check("c-1")).isEmpty();
        }
        try (EventStore store = open(data)) {
            assertThat(store.members("c-1")).hasSize(2);
        }
    }

    private static StoredMember member(int number, String name) {
        return new StoredMember(number, name, "s221044" + number, "", "", "A", "zh", "f".repeat(64));
    }

    @Test
    void aSecondServerIsRefusedWhileTheFirstOneRuns() {
        try (EventStore first = open(data)) {
            refused(Code.STORE_IN_USE, () -> PostgresStore.open(database(data), other, false));
            done(first, opened("m-1", "ABCDEFGH"));
        }
        try (EventStore second = PostgresStore.open(database(data), other, false)) {
            assertThat(second.last("m-1")).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseThatLacksWhatWasAcknowledgedIsRefusedUntilTheLossIsAccepted() {
        StoreAddress there = address(data);
        try (EventStore store = open(data)) {
            done(store, opened("m-1", "ABCDEFGH"));
        }
        server().execute("postgres", "CREATE DATABASE older TEMPLATE " + there.database());
        try (EventStore store = open(data)) {
            done(store, input("m-1", 1));
        }
        databases.put(data, server().address("older"));
        refused(Code.JOURNAL_TRUNCATED, () -> open(data));
        try (EventStore store = PostgresStore.open(database(data), data, true)) {
            assertThat(store.match("m-1").orElseThrow().lossAccepted()).isTrue();
        }
        try (EventStore store = open(data)) {
            assertThat(store.last("m-1")).isEqualTo(2);
        }
    }

    @Test
    void entriesThatWereTakenOutAreMissedAtTheNextStart() {
        try (EventStore store = open(data)) {
            done(store, opened("m-1", "ABCDEFGH"), opened("m-2", "ABCDEFGJ"));
        }
        for (String table : List.of("event WHERE stream", "head WHERE stream", "room WHERE match_id")) {
            server().execute(address(data).database(), "DELETE FROM " + table + " = 'm-2'");
        }
        refused(Code.JOURNAL_TRUNCATED, () -> open(data));
    }

    @Test
    void aCopyIsOpenedOnceItIsWholeAndOnlyIntoNothing() {
        PostgresService service = new PostgresService();
        try (Copying half = service.copyInto(address(data), DatabaseServer.PASSWORD, other)) {
            done(half.store(), opened("m-1", "ABCDEFGH"));
        }
        refused(Code.JOURNAL_VERSION, () -> open(data));
        databases.clear();
        try (Copying whole = service.copyInto(address(data), DatabaseServer.PASSWORD, data)) {
            done(whole.store(), opened("m-1", "ABCDEFGH"));
            whole.complete();
        }
        refused(Code.STORE_NOT_EMPTY, () -> service.copyInto(address(data), DatabaseServer.PASSWORD, data));
        try (EventStore store = open(data)) {
            assertThat(store.last("m-1")).isEqualTo(1);
        }
    }

    @Test
    void whoCannotOpenItIsToldWhy() throws Exception {
        StoreAddress there = address(data);
        refused(Code.STORE_REFUSED, () -> PostgresStore.open(new Database(there, "another"), data, false));
        refused(Code.STORE_REFUSED, () -> PostgresStore.open(new Database(there, null), data, false));
        refused(
                Code.STORE_REFUSED,
                () -> PostgresStore.open(
                        new Database(server().address("nowhere"), DatabaseServer.PASSWORD), data, false));
        StoreAddress closed =
                StoreAddress.parse("postgresql://truce@127.0.0.1:1/truce").orElseThrow();
        refused(
                Code.STORE_UNREACHABLE,
                () -> PostgresStore.open(new Database(closed, DatabaseServer.PASSWORD), data, false));
        server().execute("postgres", "CREATE ROLE reader LOGIN PASSWORD 'r'");
        server().execute("postgres", "GRANT CONNECT ON DATABASE " + there.database() + " TO reader");
        StoreAddress reader = new StoreAddress("reader", there.host(), there.port(), there.database(), Map.of());
        refused(Code.STORE_REFUSED, () -> PostgresStore.open(new Database(reader, "r"), data, false));
    }

    @Test
    void aPoolerOfTransactionsIsRefused() throws Exception {
        try (AnotherGreeting pooler = new AnotherGreeting(server().port())) {
            StoreAddress there = address(data);
            StoreAddress pooled = new StoreAddress(
                    there.user(), there.host(), pooler.port(), there.database(), Map.of("sslmode", "disable"));
            refused(
                    Code.STORE_POOLED,
                    () -> PostgresStore.open(new Database(pooled, DatabaseServer.PASSWORD), data, false));
        }
    }

    static void refused(Code code, Runnable opening) {
        assertThatThrownBy(opening::run)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.code())
                                .as(refused.getMessage())
                                .isEqualTo(code))
                .hasMessageNotContaining(DatabaseServer.PASSWORD);
    }

    @Test
    void theFolderOfAServerKeepsItsWriterAndHowFarItCame() throws Exception {
        try (EventStore store = open(data)) {
            done(store, opened("m-1", "ABCDEFGH"));
        }
        assertThat(Files.readString(data.resolve(Writer.FILE))).hasSize(32);
        assertThat(Optional.ofNullable(Writer.of(data).acknowledged()))
                .map(JournalHead::group)
                .contains(1L);
    }
}
