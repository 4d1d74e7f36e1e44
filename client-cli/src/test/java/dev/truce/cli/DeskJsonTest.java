package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.room.KeyFile;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code truce desk --json}: messages of the wire as JSON, both ways. */
@ResourceLock("language")
class DeskJsonTest {
    private static final Pattern CODE = Pattern.compile("\"class_code\":\"([^\"]+)\"");

    @TempDir
    private Path folder = Path.of("");

    private TruceServer server;
    private String code = "";

    @BeforeEach
    void open() throws Exception {
        server = TruceServer.start(
                ServerConfig.embedded(Files.createDirectory(folder.resolve("data"))), List.of(Scenarios.busan2025()));
        Path template =
                Files.writeString(folder.resolve("class.yaml"), "title: Seminar 3\nscenario: busan-2025\nrounds: 2\n");
        Path list = Files.writeString(
                folder.resolve("list.csv"), "Name,Student number\nAnnabelle Archer,s1\nBo Baker,s2\n");
        Typed opened = Typed.line(
                "class",
                "open",
                template.toString(),
                "--list",
                list.toString(),
                "--server",
                address(),
                "--desk-key",
                key(),
                "--json");
        PublishedSchema.named("command-output").assertFits(opened.lines());
        Matcher found = CODE.matcher(opened.out());
        assertThat(found.find()).as(opened.out() + opened.err()).isTrue();
        code = found.group(1);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String address() {
        return "127.0.0.1:" + server.port();
    }

    private String key() {
        return folder.resolve("data").resolve(KeyFile.DESK).toString();
    }

    private Typed desk(String... lines) throws IOException {
        Path script = Files.write(folder.resolve("desk.jsonl"), List.of(lines));
        return Typed.line(
                "desk", code, "--json", "--script", script.toString(), "--server", address(), "--desk-key", key());
    }

    @Test
    void eachLineIsAMessageThatFitsTheSchema() throws IOException {
        PublishedSchema schema = PublishedSchema.named("desk-api");
        String[] asked = {
            "{\"requestId\": 1, \"deskAct\": {\"key\": \"k1\", \"act\": \"doors open\"}}",
            "{\"requestId\": 2, \"previewAct\": {\"act\": \"pause\"}}",
            "{\"requestId\": 3, \"readClass\": {}}",
            "{\"deskAct\": {\"key\": \"k2\", \"act\": \"new-ticket\"}}",
        };
        Typed typed = desk(asked);
        assertThat(typed.exit()).as(typed.out() + typed.err()).isEqualTo(ExitCodes.OK);
        assertThat(typed.lines())
                .anyMatch(line -> line.startsWith("{\"deskEntered\":"))
                .anyMatch(line -> line.startsWith("{\"tableChanged\":{\"table\":1,"))
                .anyMatch(line -> line.startsWith("{\"classChanged\":{\"doorsOpen\":true,"))
                .anyMatch(line -> line.startsWith("{\"actDone\":") && line.endsWith("\"secret\":\"\"},\"replyTo\":1}"))
                .anyMatch(line -> line.startsWith("{\"actPreviewed\":") && line.endsWith(",\"replyTo\":2}"))
                .anyMatch(line -> line.startsWith("{\"classRead\":") && line.contains("Annabelle Archer"));
        schema.assertFits(typed.lines());
        for (String line : asked) {
            schema.assertFits(line);
        }
        schema.assertRefuses("{\"deskAct\":{\"what\":1}}");
    }

    @Test
    void whatIsRefusedIsALineAndAnExitCode() throws IOException {
        Typed typed = desk(
                "nonsense",
                "{\"deskAct\": {\"key\": \"k\", \"act\": \"extend 1:00\"}}",
                "{\"requestId\": 4, \"deskAct\": {\"key\": \"k\", \"act\": \"7: pause\"}}",
                "{\"requestId\": 5, \"joinRoom\": {\"key\": \"k\", \"roomCode\": \"c\"}}");
        assertThat(typed.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(typed.lines().stream()
                        .filter(line -> line.startsWith("{\"refused\":"))
                        .toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"sentence\":\"refused.json\""),
                        line -> assertThat(line).contains("\"legal\":\"EXTEND r1 1:00\""),
                        line -> assertThat(line).contains("UNKNOWN_TABLE").endsWith(",\"replyTo\":4}"),
                        line -> assertThat(line).contains("NOT_ALLOWED").endsWith(",\"replyTo\":5}"));
        Typed stranger = Typed.line("desk", code, "--json", "--ticket", "2222-2222-2222", "--server", address());
        assertThat(stranger.exit()).isEqualTo(ExitCodes.FAILED);
        assertThat(stranger.err()).contains("{\"type\":\"error\",\"code\":\"NOT_INSTRUCTOR\"");
    }
}
