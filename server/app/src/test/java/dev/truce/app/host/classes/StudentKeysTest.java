package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.room.RoomCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What surrounds a key or a code where it comes from a file, a shell or a mail does not matter. */
class StudentKeysTest {
    @ParameterizedTest
    @ValueSource(strings = {"%s\r", "%s\r\n", "\t%s", " %s ", "\u00a0%s\u00a0", "\u3000%s", "%s\n"})
    void whiteSpaceAroundAKeyOrACodeDoesNotMatter(String around) {
        String code = "ABCD2345";
        String typed = around.formatted("abcd-2345");
        assertThat(StudentKeys.hash("c-1", typed)).isEqualTo(StudentKeys.hash("c-1", code));
        assertThat(RoomCode.parse(typed)).contains(new RoomCode(code));
    }
}
