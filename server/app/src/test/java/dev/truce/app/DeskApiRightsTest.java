package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.truce.app.config.ServerConfig;
import dev.truce.protocol.v2.ClientEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every message of the schema as a call of the API: only those of a desk are done, and none without one; a new message is asked too. */
class DeskApiRightsTest extends HeldClass {
    /** What a desk may ask for; everything else that the schema has is refused. */
    private static final List<String> OF_DESKS = List.of("deskAct", "previewAct", "readClass", "readClassText");

    private static final List<String> PAGES = List.of("state", "list", "log", "debrief", "grades.csv");

    /** Bodies that are understood; a new message gets an empty one. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("hello", "{\"clientName\":\"a\",\"clientVersion\":\"1\",\"role\":\"ROLE_PLAYER\"}"),
            Map.entry("joinRoom", "{\"key\":\"0123456789abcdef\",\"roomCode\":\"ABCDEFGH\",\"name\":\"Ann\"}"),
            Map.entry("do", "{\"matchId\":\"m-1\",\"roundId\":1,\"key\":\"k\",\"deed\":{\"undo\":{}}}"),
            Map.entry("direct", "{\"matchId\":\"m-1\",\"act\":{\"pause\":{}},\"number\":1}"),
            Map.entry("readScenario", "{\"matchId\":\"m-1\"}"),
            Map.entry("resume", "{\"token\":\"0123456789abcdef\",\"lastSeq\":0}"),
            Map.entry("ping", "{\"nonce\":1}"),
            Map.entry("deskAct", "{\"key\":\"0123456789abcdef\",\"act\":\"doors open\"}"),
            Map.entry("previewAct", "{\"act\":\"doors open\"}"),
            Map.entry("listClasses", "{\"deskKey\":\"0123456789abcdef\"}"),
            Map.entry("callForHelp", "{\"text\":\"help\"}"));

    @Test
    void onlyWhatADeskMayAskIsDone() throws Exception {
        List<String> messages = new ArrayList<>();
        for (FieldDescriptor body :
                ClientEnvelope.getDescriptor().getOneofs().get(0).getFields()) {
            messages.add(body.getJsonName());
        }
        assertThat(messages).containsAll(OF_DESKS).hasSizeGreaterThan(12);
        int forbidden = 0;
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient wire = openClassOnly(
                        server,
                        data,
                        "title: Seminar\nscenario: busan-2025\nrounds: 2\nminutes: 5\n",
                        "Name,Student number\nDora Dent,s1\nEve Early,s2\n")) {
            ApiDesk desk = new ApiDesk(server.port(), "");
            assertThat(desk.enter(code, deskKey()).status()).isEqualTo(200);
            for (String message : messages) {
                // What enters has the secret in its body, and a wrong one is answered slowly.
                if (!message.equals("enterDesk")) {
                    assertThat(desk.with("").post(message, "{}").status())
                            .as(message)
                            .isEqualTo(401);
                    int status = desk.post(message, BODIES.getOrDefault(message, "{}"))
                            .status();
                    forbidden += status == 403 ? 1 : 0;
                    assertThat(OF_DESKS.contains(message) || status == 403 || status == 400)
                            .as("%s: %d", message, status)
                            .isTrue();
                }
            }
            for (String page : PAGES) {
                assertThat(desk.with("").get(page).status()).as(page).isEqualTo(401);
                assertThat(desk.get(page).status()).as(page).isIn(200, 409);
            }
            assertThat(desk.with("x".repeat(43)).get("state").status()).isEqualTo(401);
            assertThat(desk.get("nothing").status()).isEqualTo(404);
        }
        assertThat(forbidden)
                .as("messages that were understood and are not for desks")
                .isGreaterThan(5);
    }
}
