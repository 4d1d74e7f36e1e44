package dev.truce.tournament.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileHashTest {
    /** The example of one block in FIPS 180-4. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theHashOfAFileIsThatOfItsBytes() throws IOException {
        assertThat(FileHash.of(file("bot.py", "abc"))).isEqualTo(OF_ABC);
    }

    @Test
    void whatCannotBeReadHasNoHash() {
        assertThat(FileHash.of(folder.resolve("missing"))).isEqualTo(FileHash.UNKNOWN);
        assertThat(FileHash.of(folder)).isEqualTo(FileHash.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"python3 %s", "python3 \"%s\" --quick", "python3 '%s'", "learner:%s", "%2$s %1$s -x"})
    void ofACommandTheLastFileThatItNamesCounts(String command) throws IOException {
        Path script = file("bot.py", "abc");
        Path program = file("program", "another");

        assertThat(FileHash.ofLastNamed(String.format(command, script, program)))
                .isEqualTo(OF_ABC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tft", "python3 -c pass", "learner:nowhere", "a\0b"})
    void aCommandThatNamesNoFileHasNoHash(String command) {
        assertThat(FileHash.ofLastNamed(command)).isEqualTo(FileHash.UNKNOWN);
    }
}
