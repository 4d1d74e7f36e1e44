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
    @ValueSource(strings = {"python3 %s", "python3 \"%s\" --quick", "python3 '%s'", "learner:%s", "toll=%2$s %1$s -x"})
    void ofACommandTheFolderOfTheLastFileThatItNamesCounts(String command) throws IOException {
        Path program = file("program", "another");
        Path bot = Files.createDirectory(folder.resolve("bot"));
        Path script = Files.writeString(bot.resolve("bot.py"), "abc");
        String given = String.format(command, script, program);
        String alone = FileHash.ofCommand(given);
        assertThat(alone).matches("[0-9a-f]{64}").isNotEqualTo(OF_ABC);

        Path helper = Files.writeString(bot.resolve("helper.py"), "1");
        String both = FileHash.ofCommand(given);
        assertThat(both).isNotEqualTo(alone);
        Files.writeString(helper, "2");
        assertThat(FileHash.ofCommand(given)).isNotEqualTo(both);
        Files.writeString(helper, "1");
        assertThat(FileHash.ofCommand(given)).isEqualTo(both);
    }

    @Test
    void whatARunLeavesBehindDoesNotCountAndLinksAreNotFollowed() throws IOException {
        Path bot = Files.createDirectory(folder.resolve("bot"));
        String given = "python3 " + Files.writeString(bot.resolve("bot.py"), "abc");
        String before = FileHash.ofCommand(given);
        Files.writeString(Files.createDirectory(bot.resolve("__pycache__")).resolve("bot.pyc"), "x");
        Files.writeString(bot.resolve(".history"), "x");
        Files.writeString(Files.createDirectory(bot.resolve("mine")).resolve("run.json"), "{}");
        assertThat(FileHash.ofCommand(given)).isEqualTo(before);

        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("data"), "1");
        Files.createSymbolicLink(bot.resolve("data"), outside);
        String linked = FileHash.ofCommand(given);
        assertThat(linked).isNotEqualTo(before);
        Files.writeString(outside.resolve("data"), "2");
        assertThat(FileHash.ofCommand(given)).isEqualTo(linked);
    }

    @Test
    void aFolderOfTooManyFilesCountsWithItsProgramAlone() throws IOException {
        String given = "python3 " + file("bot.py", "abc");
        assertThat(FileHash.isFileAlone(given)).isFalse();
        for (int i = 0; i < 1_001; i++) {
            file("f" + i, "");
        }
        assertThat(FileHash.isFileAlone(given)).isTrue();
        assertThat(FileHash.ofCommand(given)).isEqualTo(OF_ABC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tft", "python3 -c pass", "learner:nowhere", "a\0b"})
    void aCommandThatNamesNoFileHasNoHash(String command) {
        assertThat(FileHash.ofCommand(command)).isEqualTo(FileHash.UNKNOWN);
    }
}
