package dev.truce.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RoomBookTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private final SecureRandom random = new SecureRandom();
    private final RoomBook book = new RoomBook(3);

    private RoomCode open(String match, long now) {
        return book.enter(() -> RoomCode.draw(random), match, now).orElseThrow();
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
        assertThat(book.enter(rigged, "m-2", 0)).contains(new RoomCode("ABCDEFGH"));
    }

    @Test
    void thereAreNotMoreRoomsThanAllowed() {
        open("m-1", 0);
        open("m-2", 0);
        open("m-3", 0);
        assertThat(book.enter(() -> RoomCode.draw(random), "m-4", 0)).isEqualTo(Optional.empty());
        book.strike("m-2");
        assertThat(book.enter(() -> RoomCode.draw(random), "m-4", 0)).isPresent();
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
