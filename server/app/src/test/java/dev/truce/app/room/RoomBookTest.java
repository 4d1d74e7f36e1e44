package dev.truce.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.quota.Owner;
import dev.truce.store.StoredRoom;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RoomBookTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private final SecureRandom random = new SecureRandom();
    private static final Owner ANN = new Owner("ann", false);
    private static final Owner BO = new Owner("bo", false);

    private final RoomBook book = new RoomBook(3);

    private RoomCode open(String match, long now) {
        return opening(book, match, now).orElseThrow().code();
    }

    private Optional<RoomBook.Opening> opening(RoomBook in, String match, long now) {
        return in.enter(() -> RoomCode.draw(random), match, ANN, now);
    }

    @Test
    void aCodeLeadsToItsMatchUntilTheRoomDies() {
        RoomCode code = open("m-1", 0);
        assertThat(book.find(code)).contains("m-1");
        book.strike("m-1");
        assertThat(book.find(code)).isEmpty();
    }

    @Test
    void aCodeThatIsTakenIsDrawnAgain() {
        RoomCode taken = open("m-1", 0);
        List<RoomCode> draws = List.of(taken, taken, new RoomCode("ABCDEFGH"));
        Supplier<RoomCode> rigged = draws.iterator()::next;
        assertThat(book.enter(rigged, "m-2", ANN, 0))
                .contains(new RoomBook.Opening(new RoomCode("ABCDEFGH"), List.of()));
    }

    @Test
    void thereAreNotMoreRoomsThanAllowed() {
        open("m-1", 0);
        open("m-2", 0);
        open("m-3", 0);
        assertThat(opening(book, "m-4", 0)).isEqualTo(Optional.empty());
        book.strike("m-2");
        assertThat(opening(book, "m-4", 0)).isPresent();
    }

    @Test
    void theRoomWhoseMatchEndedFirstMakesWayForANewOne() {
        RoomCode first = open("m-1", 0);
        open("m-2", 1);
        RoomCode third = open("m-3", 2);
        for (String match : List.of("m-1", "m-3")) {
            book.started(match);
        }
        book.ended("m-3", 10);
        book.ended("m-1", 20);
        assertThat(opening(book, "m-4", 30).orElseThrow().closed()).containsExactly("m-3");
        assertThat(book.find(third)).isEmpty();
        assertThat(book.find(first)).as("for the debrief").contains("m-1");
        assertThat(opening(book, "m-5", 30).orElseThrow().closed()).containsExactly("m-1");
        assertThat(opening(book, "m-6", 30)).isEmpty();
        assertThat(book.size()).isEqualTo(3);
    }

    @Test
    void aRoomWhoseMatchStandsStillAfterAFaultMakesWayToo() {
        for (String match : List.of("m-1", "m-2", "m-3")) {
            open(match, 0);
            book.started(match);
        }
        book.faulted("m-2", 10);
        book.ended("m-1", 20);
        book.faulted("m-2", 30);
        assertThat(book.unfinished()).containsExactly("m-3");
        assertThat(opening(book, "m-4", 40).orElseThrow().closed()).containsExactly("m-2");
        assertThat(opening(book, "m-5", 40).orElseThrow().closed()).containsExactly("m-1");
        assertThat(opening(book, "m-6", 40)).isEmpty();
    }

    @Test
    void aThousandFinishedRoomsDoNotStopTheNextAndAThousandUnfinishedOnesDo() {
        int capacity = ServerLimits.STANDARD.rooms();
        RoomBook large = new RoomBook(capacity);
        for (int i = 0; i < capacity; i++) {
            large.enter(stored("m-" + i, 1_000 + i));
        }
        assertThat(large.size()).isEqualTo(1_000);
        for (int i = 0; i < capacity; i++) {
            assertThat(opening(large, "n-" + i, 5_000).orElseThrow().closed()).containsExactly("m-" + i);
            assertThat(large.size()).isEqualTo(1_000);
        }
        assertThat(opening(large, "n-1000", 5_000)).isEmpty();
        assertThat(large.size()).isEqualTo(1_000);
    }

    /** What a store that knows more rooms than are allowed now has to say. */
    @Test
    void aBookThatIsTooFullIsCutToItsCapacityByTheNextRoom() {
        for (int i = 0; i < 5; i++) {
            book.enter(stored("m-" + i, 1_000 + i));
        }
        assertThat(opening(book, "n", 5_000).orElseThrow().closed()).containsExactly("m-0", "m-1", "m-2");
        assertThat(book.size()).isEqualTo(3);
    }

    private StoredRoom stored(String match, long ended) {
        return new StoredRoom(
                match, RoomCode.draw(random).text(), "busan-1.0.0", "busan-2025", "", new byte[0], 0, true, ended);
    }

    @Test
    void aStrangersThousandRoomsLockNobodyOut() {
        int capacity = ServerLimits.STANDARD.rooms();
        RoomBook large = new RoomBook(capacity);
        opening(large, "honest", 0);
        for (int i = 0; i < 2 * capacity; i++) {
            large.enter(() -> RoomCode.draw(random), "m-" + i, BO, 1);
            large.used("m-" + i, i % 2 == 0);
        }
        for (int i = 0; i < capacity / 3; i++) {
            List<String> closed = opening(large, "n-" + i, 2).orElseThrow().closed();
            assertThat(closed).singleElement().asString().startsWith("m-");
        }
        assertThat(large.size()).isEqualTo(capacity);
    }

    @Test
    void aRoomInWhichNobodyIsMakesWayBeforeOneInWhichSomebodyIs() {
        for (String match : List.of("m-1", "m-2", "m-3")) {
            openForBo(match);
        }
        book.used("m-2", false);
        assertThat(opening(book, "m-4", 1).orElseThrow().closed()).containsExactly("m-2");
        assertThat(opening(book, "m-5", 1))
                .as("the other would have fewer then")
                .isEmpty();
    }

    private void openForBo(String match) {
        book.enter(() -> RoomCode.draw(random), match, BO, 0);
    }

    @Test
    void whatOthersHaveUsedStaysForAnOwnerWhoHasAsMuch() {
        open("m-1", 0);
        openForBo("m-2");
        openForBo("m-3");
        assertThat(opening(book, "m-4", 0)).isEmpty();
        book.belongs("m-3", ANN);
        book.used("m-3", false);
        assertThat(opening(book, "m-4", 0).orElseThrow().closed()).containsExactly("m-3");
    }

    @Test
    void aRoomThatNobodyStartsDiesAfterADay() {
        open("m-1", 0);
        assertThat(book.expired(24 * HOUR, ServerLimits.STANDARD)).isEmpty();
        assertThat(book.expired(24 * HOUR + 1, ServerLimits.STANDARD)).containsExactly("m-1");
    }

    @Test
    void aRoomOutlivesItsMatchByADay() {
        open("m-1", 0);
        book.started("m-1");
        assertThat(book.unfinished()).containsExactly("m-1");
        assertThat(book.expired(1_000 * HOUR, ServerLimits.STANDARD)).isEmpty();
        book.ended("m-1", 1_000 * HOUR);
        assertThat(book.unfinished()).isEmpty();
        assertThat(book.expired(1_024 * HOUR, ServerLimits.STANDARD)).isEmpty();
        assertThat(book.expired(1_024 * HOUR + 1, ServerLimits.STANDARD)).containsExactly("m-1");
    }

    @Test
    void noRoomLivesForEver() {
        open("m-1", 0);
        book.started("m-1");
        assertThat(book.expired(Duration.ofDays(120).toMillis() + 1, ServerLimits.STANDARD))
                .containsExactly("m-1");
    }
}
