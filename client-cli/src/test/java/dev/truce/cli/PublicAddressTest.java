package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.app.room.KeyFile;
import dev.truce.cli.server.ServeCommand;
import dev.truce.scenario.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Where a web server stands before truce, all addresses that are printed for browsers are those of that web server. */
@ResourceLock("language")
class PublicAddressTest {
    private static final String PUBLIC = "https://truce.example.edu:9443/truce/";
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    @TempDir
    private Path folder = Path.of("");

    private static List<String> addresses(String printed) {
        return ADDRESS.matcher(printed).results().map(MatchResult::group).toList();
    }

    @Test
    void classAndRoomAndServerPrintThePublicAddressAlone() throws Exception {
        Path data = folder.resolve("data");
        ServerConfig config = ServerConfig.embedded(data).with(Setting.PUBLIC_URL, PUBLIC);
        try (TruceServer server = TruceServer.start(config, List.of(Scenarios.busan2025()))) {
            String at = "127.0.0.1:" + server.port();
            assertThat(ServeCommand.pages(server, config)).containsExactly(PUBLIC);
            Path template = Files.writeString(
                    folder.resolve("class.yaml"), "title: Seminar 3\nscenario: busan-2025\nrounds: 2\n");
            Path list = Files.writeString(folder.resolve("list.csv"), "Name\nAnnabelle Archer\nBohumil Baker\n");
            Typed opened = Typed.line(
                    "class",
                    "open",
                    template.toString(),
                    "--list",
                    list.toString(),
                    "--server",
                    at,
                    "--desk-key",
                    data.resolve(KeyFile.DESK).toString());
            assertThat(opened.exit()).as(opened.err()).isZero();
            assertThat(addresses(opened.out()))
                    .hasSize(3)
                    .allSatisfy(address -> assertThat(address).startsWith(PUBLIC + "#/"));
            Typed room = Typed.line("room", at, "--us", "hold", "--cn", "hold", "--rounds", "1");
            assertThat(room.exit()).as(room.err()).isZero();
            assertThat(addresses(room.out())).singleElement().asString().startsWith(PUBLIC + "#/join/");
        }
    }
}
