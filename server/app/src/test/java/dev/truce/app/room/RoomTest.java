package dev.truce.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.quota.Owner;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.store.Entry;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredSeat.Kind;
import dev.truce.store.StoredToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final StoredRoom STORED =
            new StoredRoom("m-1", "ABCDEFGH", "busan-1.0.0", "busan-2025", "ab", new byte[0], 0, false, 0);

    private final Room room = new Room(STORED, List.of(), List.of());
    private final List<Entry> journal = new ArrayList<>(room.open(List.of(), "creator-key", "creator-token"));
    private int drawn;

    private Place sit(Side side, String name) {
        Reply<Room.Given> reply =
                room.sit(side, null, name, Kind.PERSON, false, "key-" + name, "token-" + ++drawn, seat -> false);
        Room.Given given = ((Reply.Done<Room.Given>) reply).value();
        journal.addAll(given.entries());
        return given.place();
    }

    private Refusal.Code refused(Side side, String name) {
        Reply<Room.Given> reply = room.sit(side, null, name, Kind.PERSON, false, "key", "token", seat -> false);
        return ((Reply.Refused<Room.Given>) reply).refusal().code();
    }

    /** The room as it comes back from its own entries. */
    private Room again() {
        List<StoredSeat> seats = new ArrayList<>();
        List<StoredToken> tokens = new ArrayList<>();
        for (Entry entry : journal) {
            if (entry instanceof Entry.SeatTaken taken) {
                seats.add(taken.seat());
            } else if (entry instanceof Entry.TokenIssued issued) {
                tokens.removeIf(token -> issued.revokedHashes().contains(token.hash()));
                tokens.add(issued.token());
            } else if (entry instanceof Entry.TokensRevoked revoked) {
                tokens.removeIf(token -> revoked.hashes().contains(token.hash()));
            }
        }
        return new Room(STORED, seats, tokens);
    }

    @Test
    void aSeatHasOneOccupant() {
        assertThat(sit(Side.US, "Ann")).isEqualTo(new Place.AtSeat(Seat.US_HEAD));
        assertThat(refused(Side.US, "Bo")).isEqualTo(ConnectionCode.SIDE_TAKEN);
        assertThat(room.isComplete()).isFalse();
        sit(Side.CN, "Bo");
        assertThat(room.isComplete()).isTrue();
        assertThat(refused(Side.CN, "Cy")).isEqualTo(ConnectionCode.ROOM_FULL);
    }

    /** A seat passes on only where a newcomer finds no other, and never from who is there, from the creator, or at a table of a class. */
    @Test
    void theSeatOfAPersonWhoHasLeftPassesOnBeforeTheMatch() {
        sit(Side.US, "Ann");
        sit(Side.CN, "Bo");
        assertThat(passing("Cy", null, seat -> false)).isEmpty();
        assertThat(passing("Cy", Side.US, Seat.CN_HEAD::equals)).isEmpty();
        assertThat(passing("Ann", null, Seat.CN_HEAD::equals))
                .as("Ann is there")
                .isEmpty();
        assertThat(passing("Cy", null, Seat.CN_HEAD::equals)).contains(Seat.CN_HEAD);
        assertThat(room.find("token-2")).as("Bo's token opens nothing").isEmpty();
        assertThat(again().seat(Seat.CN_HEAD).orElseThrow().name()).isEqualTo("Cy");
        assertThat(again().seat(Seat.US_HEAD).orElseThrow().name()).isEqualTo("Ann");
        assertThat(passing("ANN", null, Seat.US_HEAD::equals))
                .as("a person with a new browser")
                .contains(Seat.US_HEAD);
        assertThat(again().held()).containsExactly(Seat.US_HEAD, Seat.CN_HEAD);
    }

    @Test
    void aVacantSeatGoesBeforeOneThatPassesOn() {
        sit(Side.US, "Ann");
        assertThat(passing("Bo", null, seat -> true)).contains(Seat.CN_HEAD);
        assertThat(room.seat(Seat.US_HEAD).orElseThrow().name()).isEqualTo("Ann");
    }

    @Test
    void aPersonWhoComesBackUnderTheSameNameGetsTheSameSeatUnlessAnotherIsWished() {
        sit(Side.CN, "Bo");
        assertThat(passing("BO", null, seat -> true)).contains(Seat.CN_HEAD);
        assertThat(passing("Bo", Side.US, seat -> true)).contains(Seat.US_HEAD);
        assertThat(room.held()).containsExactly(Seat.US_HEAD);
    }

    @Test
    void theSeatOfWhoOpenedTheRoomNeverPassesOn() {
        room.sit(Side.US, null, "Ann", Kind.PERSON, true, "k", "t", seat -> false);
        sit(Side.CN, "Bo");
        assertThat(passing("Cy", Side.US, seat -> true)).isEmpty();
        assertThat(passing("Ann", null, seat -> true)).isEmpty();
    }

    private Optional<Seat> passing(String name, @Nullable Side side, Predicate<Seat> left) {
        Reply<Room.Given> reply =
                room.sit(side, null, name, Kind.PERSON, false, "key-" + name, "token-" + ++drawn, left);
        if (reply instanceof Reply.Done<Room.Given> done) {
            journal.addAll(done.value().entries());
            return Optional.of(((Place.AtSeat) done.value().place()).seat());
        }
        return Optional.empty();
    }

    @Test
    void whoWishesNoSideGetsTheVacantOne() {
        sit(Side.US, "Ann");
        Reply<Room.Given> reply = room.sit(null, null, "Bo", Kind.PERSON, false, "k", "t", seat -> false);
        assertThat(((Reply.Done<Room.Given>) reply).value().place()).isEqualTo(new Place.AtSeat(Seat.CN_HEAD));
    }

    @Test
    void namesThatLookTheSameAreTheSame() {
        sit(Side.US, "Ann Lee");
        assertThat(refused(Side.CN, "ANN LEE")).isEqualTo(ConnectionCode.NAME_TAKEN);
        assertThat(refused(Side.CN, "ａｎｎ ｌｅｅ")).isEqualTo(ConnectionCode.NAME_TAKEN);
        assertThat(sit(Side.CN, "Anna Lee")).isEqualTo(new Place.AtSeat(Seat.CN_HEAD));
    }

    @Test
    void aRequestThatIsRepeatedGetsTheSamePlace() {
        Place seat = sit(Side.US, "Ann");
        Optional<Room.Given> again = room.reopen("key-Ann", "another");
        assertThat(again).isPresent();
        assertThat(again.get().place()).isEqualTo(seat);
    }

    @Test
    void whoOpenedTheRoomMayStartFromWhereverHeIs() {
        assertThat(room.isCreator(new Place.Creator())).isTrue();
        Reply<Room.Given> reply = room.sit(Side.US, null, "Ann", Kind.PERSON, true, "k", "t", seat -> false);
        Place seat = ((Reply.Done<Room.Given>) reply).value().place();
        assertThat(room.isCreator(seat)).isTrue();
        assertThat(room.isCreator(sit(Side.CN, "Bo"))).isFalse();
    }

    @Test
    void whoOpenedTheRoomComesToHisSeatThoughTheAnswerWasLostThatToldHimOfIt() {
        Reply<Room.Given> reply = room.sit(Side.US, null, "Ann", Kind.PERSON, true, "k", "t", seat -> false);
        Place seat = ((Reply.Done<Room.Given>) reply).value().place();
        Optional<Room.Given> back = room.reopen("creator-token", "x");
        assertThat(back.orElseThrow().place()).isEqualTo(seat);
        assertThat(room.reopen("x", "y").orElseThrow().place()).isEqualTo(seat);
        assertThat(room.reopen("creator-token", "z")).as("x has arrived").isEmpty();
    }

    @Test
    void onceTheTokenOfTheSeatIsUsedThoseBeforeItOpenNothing() {
        room.sit(Side.US, null, "Ann", Kind.PERSON, true, "k", "t", seat -> false);
        assertThat(room.reopen("t", "u")).isPresent();
        assertThat(room.reopen("creator-token", "x")).isEmpty();
        assertThat(room.reopen("k", "x")).isEmpty();
    }

    @Test
    void anObserverWhoOpenedTheRoomMayStartToo() {
        Reply<Room.Given> reply = room.watch(Viewer.PUBLIC, true, "k", "t", place -> false);
        assertThat(room.isCreator(((Reply.Done<Room.Given>) reply).value().place()))
                .isTrue();
    }

    @Test
    void whoSitsOrWatchesWithoutHavingOpenedTheRoomIsNotItsCreator() {
        Reply<Room.Given> watching = room.watch(Viewer.PUBLIC, false, "k", "t", place -> false);
        assertThat(room.isCreator(((Reply.Done<Room.Given>) watching).value().place()))
                .isFalse();
        assertThat(room.isCreator(sit(Side.US, "Ann"))).isFalse();
        assertThat(room.isCreator(new Place.AtSeat(Seat.CN_HEAD)))
                .as("a vacant seat")
                .isFalse();
        assertThat(room.isCreator(new Place.Creator())).isTrue();
    }

    @Test
    void anObserverWhoOpenedTheRoomKeepsTheTokensThatHeHad() {
        room.watch(Viewer.PUBLIC, true, "k", "t", place -> false);
        assertThat(room.reopen("creator-token", "x").orElseThrow().place())
                .isEqualTo(new Place.Watching(Viewer.PUBLIC, 1, true));
    }

    @Test
    void theOldestIdleObserverMakesRoom() {
        for (int i = 0; i < 128; i++) {
            assertThat(room.watch(Viewer.PUBLIC, false, "k" + i, "t" + i, place -> true))
                    .isInstanceOf(Reply.Done.class);
        }
        assertThat(room.watch(Viewer.PUBLIC, false, "k", "t", place -> true)).isInstanceOf(Reply.Refused.class);
        assertThat(room.watch(Viewer.PUBLIC, false, "k", "t", place -> false)).isInstanceOf(Reply.Done.class);
        assertThat(room.reopen("t0", "x")).isEmpty();
        assertThat(room.reopen("t1", "x")).isPresent();
    }

    private static Owner owner(String name) {
        return new Owner(name, false);
    }

    private static Map<Place, Owner> watching(String... origins) {
        Map<Place, Owner> watching = new LinkedHashMap<>();
        for (int i = 0; i < 128; i++) {
            watching.put(new Place.Watching(Viewer.PUBLIC, i + 1, false), owner(origins[i % origins.length]));
        }
        return watching;
    }

    @Test
    void inAFullRoomTheAddressWithMostObserversMakesRoom() {
        Place first = new Place.Watching(Viewer.PUBLIC, 1, false);
        Place second = new Place.Watching(Viewer.PUBLIC, 2, false);
        assertThat(Room.crowded(watching("a"), owner("a"))).contains(first);
        assertThat(Room.crowded(watching("a"), owner("b"))).contains(first);
        assertThat(Room.crowded(watching("b", "a", "a"), owner("b"))).contains(second);
        assertThat(Room.crowded(watching("b", "a", "a"), owner("c"))).contains(second);
        assertThat(Room.crowded(watching("a", "b"), owner("b")))
                .as("as many of each")
                .contains(second);
    }

    @Test
    void nobodyMakesRoomWhereThereIsAPlaceOrEverybodyHasOne() {
        Map<Place, Owner> watching = watching("a");
        watching.remove(new Place.Watching(Viewer.PUBLIC, 7, false));
        assertThat(Room.crowded(watching, owner("b"))).isEmpty();
        String[] all = new String[128];
        for (int i = 0; i < all.length; i++) {
            all[i] = "a" + i;
        }
        assertThat(Room.crowded(watching(all), owner("b"))).isEmpty();
    }

    @Test
    void theRoomComesBackFromItsEntries() {
        sit(Side.US, "Ann");
        Reply<Room.Given> watching = room.watch(Viewer.OMNISCIENT, false, "wk", "wt", place -> false);
        journal.addAll(((Reply.Done<Room.Given>) watching).value().entries());
        Room back = again();
        assertThat(back.seat(Seat.US_HEAD)).isEqualTo(room.seat(Seat.US_HEAD));
        assertThat(back.seat(Seat.CN_HEAD)).isEmpty();
        assertThat(back.reopen("token-1", "n1").orElseThrow().place()).isEqualTo(new Place.AtSeat(Seat.US_HEAD));
        assertThat(back.reopen("wt", "n2").orElseThrow().place())
                .isEqualTo(new Place.Watching(Viewer.OMNISCIENT, 1, false));
        assertThat(back.reopen("creator-token", "n3").orElseThrow().place()).isEqualTo(new Place.Creator());
        Reply<Room.Given> next = back.watch(Viewer.PUBLIC, false, "k", "t", place -> false);
        assertThat(((Reply.Done<Room.Given>) next).value().place())
                .isEqualTo(new Place.Watching(Viewer.PUBLIC, 2, false));
    }

    @Test
    void placesAreWrittenInWordsThatReadBack() {
        for (Place place : List.of(
                new Place.Creator(),
                new Place.AtSeat(new Seat(Side.CN, 3)),
                new Place.Watching(Viewer.PUBLIC, 7, false),
                new Place.Watching(Viewer.OMNISCIENT, 128, true))) {
            assertThat(Place.of(place.id())).isEqualTo(place);
            assertThat(place.id().length()).isLessThanOrEqualTo(32);
        }
    }
}
