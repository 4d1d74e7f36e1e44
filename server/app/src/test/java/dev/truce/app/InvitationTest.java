package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.bot.line.json.JsonText;
import dev.truce.engine.board.Side;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a code opens is told before anybody joins: of a room who is there, of a class its title and how one enters. */
class InvitationTest extends HeldClass {
    private static HttpProbe.Answer asked(TruceServer server, String method, String code) throws Exception {
        return HttpProbe.send(
                server.port(),
                method + " /api/join HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer " + code
                        + "\r\nContent-Length: 0\r\n\r\n");
    }

    private static Map<String, Object> told(TruceServer server, String code) throws Exception {
        HttpProbe.Answer answer = asked(server, "GET", code);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JsonText.object(answer.body());
    }

    private static List<?> seats(Map<String, Object> told) {
        return (List<?>) told.get("seats");
    }

    @Test
    void aRoomTellsWhoIsThereAndChangesWithThem() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient host = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient guest = RawClient.greeted(server.port(), Role.PLAYER)) {
            String room = host.createRoom(4, 60_000, null, null).roomCode();
            Map<String, Object> before = told(server, room.toLowerCase(Locale.ROOT));
            assertThat(before.get("entry")).isEqualTo("room");
            assertThat(before.get("begun")).isEqualTo(false);
            assertThat(before.get("windowMillis")).isEqualTo(60_000L);
            assertThat(seats(before).toString())
                    .isEqualTo("[{side=US, seat=0, name=, bot=false, here=false},"
                            + " {side=CN, seat=0, name=, bot=false, here=false}]");
            guest.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), room, Side.US, "Ada", false),
                    ServerMessage.Seated.class);
            assertThat(seats(told(server, room)).get(0).toString())
                    .isEqualTo("{side=US, seat=0, name=Ada, bot=false, here=true}");
        }
    }

    @ParameterizedTest
    @CsvSource({"key, key", "list, list"})
    void aClassTellsItsTitleAndNobodysName(String entry, String told) throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient desk = openClass(
                        server,
                        data,
                        "title: Seminar\nscenario: busan-2025\nrounds: 2\nminutes: 5\nentry: " + entry + "\n",
                        "Name,Student number\nDora Dent,s1\nEve Early,s2\n")) {
            HttpProbe.Answer answer = asked(server, "GET", code);
            assertThat(JsonText.object(answer.body()))
                    .containsEntry("entry", told)
                    .containsEntry("title", "Seminar")
                    .containsEntry("seats", List.of());
            assertThat(answer.body()).doesNotContain("Dora", "Eve", "s1");
            // One reads the debrief of a class that has ended by the same way in.
            does(desk, "finish");
            assertThat(told(server, code)).containsEntry("entry", told);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ABCD2345, 404, UNKNOWN_CODE",
        "GET, no code, 404, UNKNOWN_CODE",
        "GET, '', 404, UNKNOWN_CODE",
        "POST, ABCD2345, 405, MALFORMED"
    })
    void whatOpensNothingIsRefused(String method, String code, int status, String refusal) throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            HttpProbe.Answer answer = asked(server, method, code);
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.body()).contains("\"code\":\"REFUSAL_CODE_" + refusal);
        }
    }

    /** A page of elsewhere learns nothing by somebody's browser. */
    @Test
    void anotherOriginIsRefused() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            HttpProbe.Answer answer = HttpProbe.send(
                    server.port(),
                    "GET /api/join HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                            + "\r\nOrigin: http://elsewhere.example\r\n\r\n");
            assertThat(answer.status()).isEqualTo(403);
        }
    }
}
