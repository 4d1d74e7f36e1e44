package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.log.AuditEvent;
import dev.truce.app.log.AuditFile;
import dev.truce.bot.line.json.JsonText;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.match.notation.HostActNotation;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Those who run the server can see who did what with which right, and nothing about people. */
class AuditTest extends HeldClass {
    private static final String NAME = "Ann-Unmistakable";

    /** What may come after the word of an act, for acts of all kinds. */
    private static final List<String> REST = List.of(
            "",
            " \"Unmistakable words\"",
            " r1",
            " r2",
            " r1 1:00",
            " CN \"Unmistakable words\"",
            " CN tft",
            " CN.1",
            " CN",
            " CN 1:00",
            " r2 harvest-failure",
            " open",
            " 1",
            " 1 Unmistakable",
            " 1 2.CN",
            " hold",
            " 9");

    private final List<String> secrets = new ArrayList<>(List.of(NAME, "Unmistakable"));

    private List<Map<String, Object>> lines(AuditEvent event) throws IOException {
        return Files.readAllLines(data.resolve(AuditFile.NAME)).stream()
                .<Map<String, Object>>map(JsonText::object)
                .filter(line -> event.name().equals(line.get("what")))
                .toList();
    }

    @Test
    void eachActOfARoomsOwnerHasALine() throws Exception {
        List<String> done = new ArrayList<>();
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient host = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = host.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest("busan-2025", null, 8, 60_000, null, "tft", false)),
                    ServerMessage.RoomCreated.class);
            ServerMessage.Seated seated = host.join(room.roomCode(), NAME);
            secrets.addAll(List.of(room.roomCode(), room.token(), seated.token()));
            for (String word : HostActNotation.words(HostAct.OfOwner.class)) {
                for (HostAct act : forms(word)) {
                    if (host.ask(new ClientMessage.Direct(room.matchId(), act, 0)) instanceof ServerMessage.Saved) {
                        done.add(word);
                        break;
                    }
                }
            }
            refusedOnes(server, room.matchId());
            try (RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
                secrets.add(again.ask(new ClientMessage.Resume(seated.token(), 0), ServerMessage.Resumed.class)
                        .token());
            }
        }
        assertThat(lines(AuditEvent.HOST_ACTED))
                .extracting(line -> line.get("act"))
                .containsExactlyElementsOf(done);
        assertThat(done).as("kinds of acts that this match takes").hasSizeGreaterThan(10);
        assertThat(lines(AuditEvent.ROOM_OPENED)).hasSize(1);
        assertThat(lines(AuditEvent.PLACE_TAKEN_OVER))
                .singleElement()
                .satisfies(line -> assertThat(line.get("place")).isEqualTo("seat.US.0"));
        assertThat(lines(AuditEvent.NOT_ALLOWED))
                .extracting(line -> line.get("message"))
                .contains("Ready");
        assertThat(lines(AuditEvent.WRONG_CODES)).hasSize(1);
        assertThat(lines(AuditEvent.STARTED)).hasSize(1);
        assertThat(lines(AuditEvent.STOPPED)).hasSize(1);
        tellsNothingOfPeople();
    }

    private static List<HostAct> forms(String word) {
        return REST.stream()
                .map(rest -> HostActNotation.read(word + rest, 1))
                .flatMap(Optional::stream)
                .toList();
    }

    private void refusedOnes(TruceServer server, String match) throws IOException {
        try (RawClient stranger = RawClient.greeted(server.port(), Role.PLAYER)) {
            stranger.refused(new ClientMessage.Do(match, 1, RawClient.key(), new Deed.Ready(true, 0)));
            for (int i = 0; i < 5; i++) {
                stranger.refused(new ClientMessage.JoinRoom(RawClient.key(), "ZZZZ2222", null, NAME, false));
            }
            assertThat(stranger.isClosedByServer()).isTrue();
        }
    }

    @Test
    void eachActOfADeskHasALine() throws Exception {
        Set<String> done = new TreeSet<>();
        int acts = 0;
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient wire = openClassOnly(
                        server,
                        data,
                        "title: Unmistakable\nscenario: busan-2025\nrounds: 8\nminutes: 5\nopen: desk\nreveal: desk\n",
                        "Name,Student number\n" + NAME + ",s1\nB " + NAME + ",s2\nC " + NAME + ",s3\n")) {
            secrets.addAll(List.of(code, deskKey()));
            secrets.addAll(keys.values());
            ApiDesk desk = new ApiDesk(server.port(), "");
            assertThat(desk.enter(code, deskKey()).status()).isEqualTo(200);
            secrets.add(desk.token());
            List<String> words = new ArrayList<>(HostActNotation.words(HostAct.OfOwner.class));
            words.addAll(ClassActNotation.words());
            // What ends the class comes last.
            words.remove("FINISH");
            words.add("FINISH");
            for (String word : words) {
                for (String rest : REST) {
                    boolean isAct = ClassActNotation.read(word + rest, 1).isPresent();
                    if (isAct && desk.act(word + rest).status() == 200) {
                        done.add(word);
                        acts++;
                        break;
                    }
                }
            }
            assertThat(desk.post("enterDesk", "{}").status()).isNotEqualTo(200);
            assertThat(desk.post("listClasses", "{}").status()).isNotEqualTo(200);
        }
        assertThat(lines(AuditEvent.DESK_ACTED)).hasSize(acts);
        assertThat(lines(AuditEvent.DESK_ACTED))
                .extracting(line -> line.get("act").toString())
                .containsAll(done);
        assertThat(done).as("kinds of acts that this class takes").hasSizeGreaterThan(15);
        assertThat(lines(AuditEvent.CLASS_OPENED)).hasSize(1);
        assertThat(lines(AuditEvent.DESK_ENTERED)).hasSize(1);
        assertThat(lines(AuditEvent.CLASS_CLOSED)).hasSize(1);
        tellsNothingOfPeople();
    }

    private void tellsNothingOfPeople() throws IOException {
        String text = Files.readString(data.resolve(AuditFile.NAME));
        assertThat(secrets).noneMatch(text::contains);
        assertThat(text).doesNotContain("127.0.0.1");
    }
}
