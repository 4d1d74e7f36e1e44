package dev.truce.store;

import static dev.truce.store.StoredThings.bytes;
import static dev.truce.store.StoredThings.input;
import static dev.truce.store.StoredThings.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.Seat;
import dev.truce.store.Batch.Appended;
import dev.truce.store.EventStore.NodeBeat;
import dev.truce.store.StoredMatch.StoredInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store has to do. A class of tests for a store extends this and says how the store is opened. */
public abstract class StoreContract {
    private static final int HISTORIES = 10_000;

    @TempDir
    protected Path data;

    /** Opens the store of a directory. */
    protected abstract EventStore open(Path directory);

    private static void done(EventStore store, Batch... group) {
        assertThat(store.append(List.of(group))).isEqualTo(new Appended.Done(Set.of()));
    }

    @Test
    public void aMatchComesBackAsItWasWritten() {
        StoredSeat us = new StoredSeat(Seat.US_HEAD, "Ann", StoredSeat.Kind.PERSON, true);
        StoredSeat cn = new StoredSeat(Seat.CN_HEAD, "hawk", StoredSeat.Kind.ROSTER, false);
        StoredToken first = new StoredToken("a".repeat(64), "seat.US.0", "", 1);
        StoredToken second = new StoredToken("b".repeat(64), "seat.US.0", "a".repeat(64), 2);
        StoredClock clock = new StoredClock(1, 55_000, "incarnation", 7);
        try (EventStore store = open(data)) {
            done(
                    store,
                    new Batch(
                            "m-1",
                            0,
                            List.of(
                                    new Entry.RoomOpened(StoredThings.room("m-1", "ABCDEFGH")),
                                    new Entry.SeatTaken(us),
                                    new Entry.SeatTaken(cn),
                                    new Entry.TokenIssued(first, List.of()))));
            assertThat(store.match("m-1").orElseThrow().room().started()).isFalse();
            done(
                    store,
                    input("m-1", 4),
                    new Batch("m-1", 5, List.of(new Entry.TokenIssued(second, List.of()))),
                    new Batch("m-1", 6, List.of(new Entry.ClockSet(StoredClock.held(1, 60_000)))),
                    input("m-1", 7));
            done(store, new Batch("m-1", 8, List.of(new Entry.ClockSet(clock), new Entry.RoundClosed(1, bytes("x")))));
        }
        try (EventStore store = open(data)) {
            StoredMatch match = store.match("m-1").orElseThrow();
            assertThat(match.room().code()).isEqualTo("ABCDEFGH");
            assertThat(match.room().setup()).containsExactly(1, 2);
            assertThat(match.room().started()).isTrue();
            assertThat(match.seats()).containsExactly(cn, us);
            assertThat(match.tokens()).containsExactly(first, second);
            assertThat(match.clock()).isEqualTo(clock);
            assertThat(match.inputs()).extracting(StoredInput::seq).containsExactly(5L, 8L);
            assertThat(match.inputs().get(1).payload()).isEqualTo(bytes("input 8"));
            assertThat(match.rounds()).hasSize(1);
            assertThat(match.rounds().get(0).link()).isEqualTo(bytes("x"));
            assertThat(match.last()).isEqualTo(10);
            assertThat(match.lossAccepted()).isFalse();
            assertThat(store.last("m-1")).isEqualTo(10);
            assertThat(store.matchOfToken("b".repeat(64))).contains("m-1");
            assertThat(store.matchOfToken("c".repeat(64))).isEmpty();
            assertThat(store.facts().group()).isEqualTo(3);
            assertThat(store.match("m-2")).isEmpty();
            assertThat(store.last("m-2")).isZero();
        }
    }

    @Test
    public void aRevokedTokenOpensNothing() {
        try (EventStore store = open(data)) {
            StoredToken old = new StoredToken("a".repeat(64), "creator", "", 1);
            StoredToken next = new StoredToken("b".repeat(64), "creator", "", 2);
            done(store, opened("m-1", "ABCDEFGH"));
            done(store, new Batch("m-1", 1, List.of(new Entry.TokenIssued(old, List.of()))));
            done(store, new Batch("m-1", 2, List.of(new Entry.TokenIssued(next, List.of(old.hash())))));
            assertThat(store.matchOfToken(old.hash())).isEmpty();
            assertThat(store.match("m-1").orElseThrow().tokens()).containsExactly(next);
            done(store, new Batch("m-1", 3, List.of(new Entry.TokensRevoked(List.of(next.hash())))));
            assertThat(store.match("m-1").orElseThrow().tokens()).isEmpty();
        }
    }

    @Test
    public void theSameKeyOfAClientMayOpenPlacesInTwoMatches() {
        StoredToken key = new StoredToken("a".repeat(64), "creator", "", 1);
        try (EventStore store = open(data)) {
            for (String match : List.of("m-1", "m-2")) {
                done(
                        store,
                        opened(match, "ABCDEFG" + match.charAt(2)),
                        new Batch(match, 1, List.of(new Entry.TokenIssued(key, List.of()))));
            }
            assertThat(store.matchOfToken("a".repeat(64))).contains("m-1");
        }
    }

    @Test
    public void aDeadRoomGivesItsCodeBackAndKeepsItsMatch() {
        try (EventStore store = open(data)) {
            done(store, opened("m-1", "ABCDEFGH"), input("m-1", 1));
            assertThat(store.openStreams()).containsExactly("m-1");
            done(store, new Batch("m-1", 2, List.of(new Entry.MatchEnded(5_000), new Entry.RoomClosed())));
            done(store, opened("m-2", "ABCDEFGH"));
            assertThat(store.openRooms()).extracting(StoredRoom::matchId).containsExactly("m-2");
            assertThat(store.openStreams()).containsExactly("m-2");
            assertThat(store.allStreams()).containsExactly("m-1", "m-2");
            StoredRoom dead = store.match("m-1").orElseThrow().room();
            assertThat(dead.code()).isNull();
            assertThat(dead.hasEnded()).isTrue();
        }
    }

    private static StoredMember member(int number, String name) {
        return new StoredMember(number, name, "s221044" + number, "", "", "A", "zh", "f".repeat(64));
    }

    @Test
    public void aClassComesBackAsItWasWritten() {
        StoredClass opening = new StoredClass("c-1", "ABCDEFGH", bytes("setup"), 4_000);
        StoredRoom table = StoredThings.room("m-1", null).atTable("c-1", 5);
        try (EventStore store = open(data)) {
            done(
                    store,
                    new Batch(
                            "c-1",
                            0,
                            List.of(new Entry.ClassOpened(opening)),
                            List.of(member(1, "Ann"), member(2, "Bo"))),
                    new Batch("m-1", 0, List.of(new Entry.RoomOpened(table))),
                    opened("m-2", "ABCDEFGJ"));
            done(store, new Batch("c-1", 1, List.of(new Entry.ClassActed(bytes("doors")))));
            done(store, new Batch("c-1", 2, List.of(), List.of(member(2, "Bo").erased())));
        }
        try (EventStore store = open(data)) {
            StoredClass found = store.classOf("c-1").orElseThrow();
            assertThat(found.code()).isEqualTo("ABCDEFGH");
            assertThat(found.setup()).isEqualTo(bytes("setup"));
            assertThat(found.openedUnixMillis()).isEqualTo(4_000);
            assertThat(found.events()).extracting(StoredInput::seq).containsExactly(2L);
            assertThat(found.last()).isEqualTo(2);
            assertThat(store.members("c-1"))
                    .containsExactly(member(1, "Ann"), member(2, "Bo").erased());
            StoredRoom room = store.match("m-1").orElseThrow().room();
            assertThat(room.classId()).isEqualTo("c-1");
            assertThat(room.table()).isEqualTo(5);
            assertThat(store.match("m-2").orElseThrow().room().classId()).isNull();
            assertThat(store.classOf("m-1")).isEmpty();
            assertThat(store.openClasses()).containsExactly("c-1");
            assertThat(store.openRooms()).extracting(StoredRoom::matchId).containsExactly("m-2");
            assertThat(store.openStreams()).containsExactly("c-1", "m-1", "m-2");
            assertThat(store.allStreams()).containsExactly("c-1", "m-1", "m-2");
            assertThat(store.check("c-1")).isEmpty();
        }
    }

    @Test
    public void aClosedClassGivesItsCodeBackAndStays() {
        try (EventStore store = open(data)) {
            done(
                    store,
                    new Batch(
                            "c-1",
                            0,
                            List.of(
                                    new Entry.ClassOpened(new StoredClass("c-1", "ABCDEFGH", bytes("x"), 1)),
                                    new Entry.ClassClosed())));
            assertThat(store.closedLast()).extracting(StoredClass::code).containsExactly("ABCDEFGH");
            done(store, opened("m-1", "ABCDEFGH"));
            done(store, new Batch("c-1", 2, List.of(new Entry.ClassActed(bytes("done")))));
            assertThat(store.closedLast()).isEmpty();
            assertThat(store.openClasses()).isEmpty();
            done(
                    store,
                    new Batch(
                            "c-2",
                            0,
                            List.of(
                                    new Entry.ClassOpened(new StoredClass("c-2", "ABCDEFGJ", bytes("x"), 2)),
                                    new Entry.ClassClosed())),
                    new Batch(
                            "c-3",
                            0,
                            List.of(new Entry.ClassOpened(new StoredClass("c-3", "ABCDEFGK", bytes("x"), 3)))));
            assertThat(store.closedLast()).extracting(StoredClass::code).containsExactly("ABCDEFGJ");
            assertThat(store.newestClosed(1)).extracting(StoredClass::code).containsExactly("ABCDEFGJ");
            assertThat(store.newestClosed(9)).extracting(StoredClass::classId).containsExactly("c-2", "c-1");
            assertThat(store.openStreams()).containsExactly("c-3", "m-1");
            assertThat(store.classOf("c-1").orElseThrow().code()).isNull();
            assertThat(store.check("c-1")).isEmpty();
        }
    }

    @Test
    public void aFencedBatchWritesNoNames() {
        try (EventStore store = open(data)) {
            StoredClass opening = new StoredClass("c-1", "ABCDEFGH", bytes("x"), 1);
            done(store, new Batch("c-1", 0, List.of(new Entry.ClassOpened(opening)), List.of(member(1, "Ann"))));
            assertThat(store.append(List.of(new Batch("c-1", 0, List.of(), List.of(member(1, "Eve"))))))
                    .isEqualTo(new Appended.Done(Set.of(0)));
            assertThat(store.members("c-1")).containsExactly(member(1, "Ann"));
        }
    }

    @Test
    public void anotherLastEntryFencesABatchAndNothingElse() {
        try (EventStore store = open(data)) {
            done(store, opened("m-1", "ABCDEFGH"), opened("m-2", "ABCDEFGJ"));
            Appended appended = store.append(
                    List.of(input("m-1", 2), input("m-2", 1), input("m-1", 0), input("m-1", 1), input("m-1", 2)));
            assertThat(appended).isEqualTo(new Appended.Done(Set.of(0, 2)));
            assertThat(store.last("m-1")).isEqualTo(3);
            assertThat(store.last("m-2")).isEqualTo(2);
        }
    }

    @Test
    public void anEmptyBatchIsACheck() {
        try (EventStore store = open(data)) {
            done(store, opened("m-1", "ABCDEFGH"));
            long group = store.facts().group();
            done(store, new Batch("m-1", 1, List.of()), new Batch("m-2", 0, List.of()));
            assertThat(store.append(List.of(new Batch("m-1", 0, List.of())))).isEqualTo(new Appended.Done(Set.of(0)));
            assertThat(store.facts().group()).isEqualTo(group);
            assertThat(store.allStreams()).containsExactly("m-1");
        }
    }

    @Test
    public void aSignOfLifeIsTheLastOne() {
        try (EventStore store = open(data)) {
            store.beat(new NodeBeat("a", 10, 1));
            store.beat(new NodeBeat("b", 5, 1));
            store.beat(new NodeBeat("a", 20, 2));
        }
        try (EventStore store = open(data)) {
            assertThat(store.lastBeat("a")).contains(new NodeBeat("a", 20, 2));
            assertThat(store.lastBeat("b")).contains(new NodeBeat("b", 5, 1));
            assertThat(store.lastBeat("c")).isEmpty();
        }
    }

    @Test
    public void anUnknownEndLeavesAllOfTheGroupOrNothing() {
        try (EventStore store = open(data)) {
            done(store, opened("m-1", "ABCDEFGH"));
            // The code is in use, which no host asks for, and which no store can write.
            Appended appended = store.append(List.of(input("m-1", 1), opened("m-2", "ABCDEFGH")));
            assertThat(appended).isInstanceOf(Appended.Unknown.class);
            assertThat(store.append(List.of(input("m-1", 1)))).isInstanceOf(Appended.Unknown.class);
            store.reopen();
            assertThat(store.last("m-1")).isEqualTo(1);
            assertThat(store.match("m-2")).isEmpty();
            done(store, input("m-1", 1));
            assertThat(store.check("m-1")).isEmpty();
        }
    }

    /** Histories of appends, wrong and right, against a model that is a map; some share a group, as those of matches do. */
    @Test
    public void tenThousandHistoriesAreAsTheModelSays() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int fenced = 0;
        int histories = 0;
        try (EventStore store = open(data)) {
            while (histories < HISTORIES) {
                Map<String, List<String>> model = new LinkedHashMap<>();
                List<Batch> group = new ArrayList<>();
                Set<Integer> expected = new HashSet<>();
                for (int together = 1 + random.nextInt(20); together > 0; together--) {
                    history("h" + ++histories, random, model, group, expected);
                }
                String as = "seed " + seed + ", until history " + histories;
                assertThat(store.append(group)).as(as).isEqualTo(new Appended.Done(expected));
                fenced += expected.size();
                String stream = List.copyOf(model.keySet()).get(random.nextInt(model.size()));
                isAsModelled(store, stream, model.getOrDefault(stream, List.of()), as);
            }
        }
        assertThat(fenced).isGreaterThan(HISTORIES / 10);
    }

    private static void history(
            String name, Random random, Map<String, List<String>> model, List<Batch> group, Set<Integer> expected) {
        for (int i = random.nextInt(5); i >= 0; i--) {
            String stream = name + (random.nextBoolean() ? "a" : "b");
            List<String> written = model.computeIfAbsent(stream, unused -> new ArrayList<>());
            boolean right = random.nextInt(4) > 0;
            long after = right ? written.size() : written.size() + 1 - 2L * random.nextInt(2);
            List<Entry> entries = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int k = random.nextInt(3); k > 0; k--) {
                boolean opens = written.isEmpty() && entries.isEmpty();
                String text = opens ? "" : stream + "." + i + "." + k;
                texts.add(text);
                entries.add(
                        opens
                                ? new Entry.RoomOpened(StoredThings.room(stream, stream))
                                : new Entry.InputAccepted(bytes(text)));
            }
            if (after == written.size()) {
                written.addAll(texts);
            } else {
                expected.add(group.size());
            }
            group.add(new Batch(stream, after, entries));
        }
    }

    private static void isAsModelled(EventStore store, String stream, List<String> written, String as) {
        assertThat(store.last(stream)).as(as).isEqualTo(written.size());
        List<String> inputs = new ArrayList<>();
        store.match(stream)
                .ifPresent(match -> match.inputs()
                        .forEach(input -> inputs.add(new String(input.payload(), StandardCharsets.UTF_8))));
        assertThat(inputs).as(as).isEqualTo(written.stream().skip(1).toList());
    }
}
