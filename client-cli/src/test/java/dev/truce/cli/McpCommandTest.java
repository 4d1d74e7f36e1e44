package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code truce mcp} refuses before it serves; what it serves is tested where the tools are. */
@Timeout(60)
class McpCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Typed mcp(String... more) {
        String[] words = new String[5 + more.length];
        System.arraycopy(
                new String[] {
                    "mcp", "--against", "tft", "--out", folder.resolve("out").toString()
                },
                0,
                words,
                0,
                5);
        System.arraycopy(more, 0, words, 5, more.length);
        return Typed.line(words);
    }

    @Test
    void aPortThatOthersReachHasToBeAskedFor() {
        Typed refused = mcp("--http", "0.0.0.0:8085");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("error NOT_LOOPBACK", "next: --http 127.0.0.1:8085");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFolderOfSomethingElseStaysAsItIs() throws Exception {
        Path other =
                Files.writeString(Files.createDirectory(folder.resolve("out")).resolve("run.json"), "{}");
        Typed refused = mcp();
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("error FOLDER_IN_USE");
        assertThat(other.getParent()).isDirectoryContaining(other::equals);
        assertThat(Files.readString(other)).isEqualTo("{}");
    }

    @Test
    void aModelWithoutItsKeyIsNamedBeforeTheFolderIsThere() throws Exception {
        Path file = Files.writeString(
                folder.resolve("model.json"),
                "{\"model\": \"m\", \"url\": \"https://a.example/\", \"key_variable\": \"TRUCE_TEST_NO_SUCH_KEY\"}");
        Typed refused = Typed.line(
                "mcp",
                "--against",
                "model:" + file,
                "--out",
                folder.resolve("out").toString());
        assertThat(refused.err()).contains("error KEY_MISSING", "TRUCE_TEST_NO_SUCH_KEY");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
