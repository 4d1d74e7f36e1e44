package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.room.KeyFile;
import dev.truce.cli.connect.PickedName;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ServerAddress;
import dev.truce.match.Seat;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.message.Role;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A class of two whose students pick their names, on a server that runs. */
@ResourceLock("language")
class PickedNameTest {
    private static final Pattern CODE = Pattern.compile("truce desk ([A-Z0-9]{8})");

    @TempDir
    private Path folder = Path.of("");

    private TruceServer server;
    private String code = "";
    private final List<String> shown = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        server = TruceServer.start(
                ServerConfig.embedded(Files.createDirectory(folder.resolve("data"))), List.of(Scenarios.busan2025()));
        Path template = Files.writeString(
                folder.resolve("class.yaml"),
                "title: Seminar 3\nscenario: busan-2025\nrounds: 2\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\nentry: list\n");
        Path list = Files.writeString(
                folder.resolve("list.csv"), "Name,Student number\nAnnabelle Archer,s1\nBohumil Baker,s2\n");
        Typed opened = typed("class", "open", template.toString(), "--list", list.toString());
        assertThat(opened.out()).contains(", then the name").doesNotContain("then number and key", "s1  ");
        Matcher found = CODE.matcher(opened.out());
        assertThat(found.find()).as(opened.out() + opened.err()).isTrue();
        code = found.group(1);
        assertThat(desk("doors open").exit()).isZero();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Typed typed(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of(
                "--server",
                "127.0.0.1:" + server.port(),
                "--desk-key",
                folder.resolve("data").resolve(KeyFile.DESK).toString()));
        return Typed.line(line.toArray(String[]::new));
    }

    @Test
    void aClassWhoseStudentsPickTheirNamesHasNoKeysToWrite() {
        Path keys = folder.resolve("keys.csv");
        Typed refused = typed(
                "class",
                "open",
                folder.resolve("class.yaml").toString(),
                "--list",
                folder.resolve("list.csv").toString(),
                "--keys",
                keys.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("WRONG_USAGE", "entry: key");
        assertThat(keys).doesNotExist();
    }

    private Typed desk(String line) throws IOException {
        Path script = Files.writeString(folder.resolve("desk.txt"), line + "\n");
        return typed("desk", code, "--script", script.toString());
    }

    /** Enters with a device of its own that picks so when it is asked. */
    private Seat enters(String device, String name, String picks) throws FaultException, InterruptedException {
        ServerCall call = ServerCall.to(new ServerAddress("127.0.0.1", server.port()), null, "truce join CODE");
        try (NettySeatClient client = call.connect(Role.PLAYER)) {
            return new PickedName(call, client, shown::addAll, prompt -> picks)
                    .enter(code, name, folder.resolve(device))
                    .seat();
        }
    }

    @Test
    void aNameIsPickedByItsNumberAndTheDeviceFindsItsSeatAgain() throws Exception {
        Seat seat = enters("laptop", "guest-0001", "2");
        assertThat(shown).containsExactly("Pick your name:", "1 Annabelle Archer", "2 Bohumil Baker");
        assertThat(enters("laptop", "bohumil baker", "")).isEqualTo(seat);
        assertThat(enters("laptop", "s1", "")).isNotEqualTo(seat);
        assertThatThrownBy(() -> enters("laptop", "Nobody", "")).hasMessageContaining("UNKNOWN_MEMBER");
    }

    @Test
    void anotherDeviceSaysItsNumberAndWaitsForTheDesk() throws Exception {
        Seat seat = enters("laptop", "Annabelle Archer", "");
        CompletableFuture<Seat> phone = CompletableFuture.supplyAsync(() -> {
            try {
                return enters("phone", "Annabelle Archer", "");
            } catch (FaultException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
        await().until(() -> desk("admit 1").exit() == 0);
        assertThat(phone.join()).isEqualTo(seat);
        assertThat(String.join(" ", shown)).contains("Tell your instructor that this is device 1");
    }
}
