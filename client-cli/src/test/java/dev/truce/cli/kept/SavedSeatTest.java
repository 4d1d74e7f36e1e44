package dev.truce.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.Seat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file of a seat holds when two windows of one home have the seat open. */
class SavedSeatTest {
    private static final SavedSeat TAKEN =
            new SavedSeat("localhost", 1, false, null, "7QKM", "m-1", Seat.US_HEAD, "", List.of("first"));

    @TempDir
    Path folder;

    @BeforeEach
    void taken() throws Exception {
        TAKEN.save(folder);
    }

    private SavedSeat kept() throws Exception {
        return SavedSeat.load(folder).orElseThrow();
    }

    @Test
    void aNewSecretReplacesTheOneThatItCameFor() throws Exception {
        TAKEN.renew(folder, "second").renew(folder, "third");
        assertThat(kept().tokens()).containsExactly("third");
    }

    @Test
    void whatAWindowHearsLateStandsBeforeWhatTheOtherHasAndDoesNotReplaceIt() throws Exception {
        SavedSeat old = kept();
        kept().renew(folder, "second").renew(folder, "third");
        old.renew(folder, "late");
        assertThat(kept().tokens()).containsExactly("late", "third");
        assertThat(kept().tried(1).tokens()).containsExactly("late");
        assertThat(kept().tried(2).tokens()).containsExactly("third", "late");
        kept().tried(2).renew(folder, "fourth");
        assertThat(kept().tokens()).as("those that were tried are gone").containsExactly("fourth");
    }

    @Test
    void noMoreThanFourStay() throws Exception {
        for (int window = 1; window <= 6; window++) {
            TAKEN.renew(folder, "of window " + window);
        }
        assertThat(kept().tokens()).containsExactly("of window 6", "of window 5", "of window 4", "of window 3");
    }

    @Test
    void anotherSeatTakesThePlaceOfAllOfThem() throws Exception {
        new SavedSeat("localhost", 1, false, null, "7QKM", "m-2", Seat.US_HEAD, "", List.of("other"))
                .renew(folder, "newer");
        assertThat(kept().tokens()).containsExactly("newer");
    }

    @Test
    void aFileThatNamesTooManyOrNoneIsNotUnderstood() throws Exception {
        Path file = folder.resolve("seat");
        String text = Files.readString(file);
        for (String tokens : List.of("", "a,b,c,d,e", ",a", "a,,b")) {
            Files.writeString(file, text.replace("token=first", "token=" + tokens));
            assertThat(SavedSeat.load(folder)).as(tokens).isEmpty();
        }
    }
}
