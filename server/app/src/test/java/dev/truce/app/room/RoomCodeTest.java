package dev.truce.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.quota.Owner;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("It changes the default Locale.")
class RoomCodeTest {
    @Test
    void symbolsThatAreReadForOneAnotherDoNotOccur() {
        assertThat(RoomCode.SYMBOLS).hasSize(31).doesNotContain("0", "O", "1", "I", "L");
        assertThat(RoomCode.SYMBOLS.chars().distinct().count()).isEqualTo(31);
    }

    @Test
    void tenThousandGuessesHitNone() {
        SecureRandom random = new SecureRandom();
        RoomBook book = new RoomBook(1_000);
        for (int i = 0; i < 1_000; i++) {
            book.enter(() -> RoomCode.draw(random), "m-" + i, Owner.UNKNOWN, 0);
        }
        Set<String> hits = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            book.find(RoomCode.draw(random)).ifPresent(hits::add);
        }
        assertThat(hits).isEmpty();
    }

    @Test
    void caseBlanksAndHyphensDoNotMatter() {
        RoomCode code = new RoomCode("7QKM2RST");
        assertThat(RoomCode.parse("7qkm2rst")).contains(code);
        assertThat(RoomCode.parse(" 7QKM-2RST ")).contains(code);
        assertThat(RoomCode.parse("7q km 2r st")).contains(code);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(RoomCode.parse("7qkm2rst")).contains(code);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7QKM2RS",
                "7QKM2RSTU",
                "7QKM2RS0",
                "7QKM2RSO",
                "7QKM2RS1",
                "7QKM2RSI",
                "7QKM2RSL",
                "７QKM2RST"
            })
    void whatIsNoCodeIsNotReadAsOne(String typed) {
        assertThat(RoomCode.parse(typed)).isEmpty();
    }

    @Test
    void aCodeDoesNotShowInALog() {
        assertThat(new RoomCode("7QKM2RST").toString()).doesNotContain("7QKM2RST");
    }
}
