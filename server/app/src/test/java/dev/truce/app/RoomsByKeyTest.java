package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.app.room.KeyFile;
import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose rooms are opened by instructors only. */
class RoomsByKeyTest {
    @TempDir
    Path data;

    private static ClientMessage room(String deskKey) {
        return new ClientMessage.CreateRoom(
                RawClient.key(), new RoomRequest("busan-2025", null, 2, 0, null, null, false).withDeskKey(deskKey));
    }

    @Test
    void onlyWhoHasTheDeskKeyOpensRoomsAndEverybodyWithACodeComesIn() throws Exception {
        ServerConfig config = ServerConfig.embedded(data).with(Setting.ROOMS_BY_KEY, true);
        try (TruceServer server = TruceServer.start(config, TestParts.real());
                RawClient instructor = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient student = RawClient.greeted(server.port(), Role.PLAYER)) {
            String key = Files.readString(data.resolve(KeyFile.DESK)).strip();
            Refusal none = student.refused(room(""));
            Refusal wrong =
                    student.refused(room(new StringBuilder(key).reverse().toString()));
            assertThat(none.code()).isEqualTo(ConnectionCode.NOT_INSTRUCTOR);
            assertThat(none.field()).isEqualTo("desk_key");
            assertThat(wrong).isEqualTo(none);
            ServerMessage.RoomCreated opened = instructor.ask(room(key), ServerMessage.RoomCreated.class);
            student.join(opened.roomCode(), "Ann");
        }
    }

    @Test
    void whoGuessesIsSlowed() throws Exception {
        ServerConfig config = ServerConfig.embedded(data).with(Setting.ROOMS_BY_KEY, true);
        try (TruceServer server = TruceServer.start(config, TestParts.real());
                RawClient guesser = RawClient.greeted(server.port(), Role.PLAYER)) {
            long from = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                guesser.refused(room(""));
            }
            // 250 ms, 500 ms, 1 s: each wrong guess doubles the wait.
            assertThat(System.nanoTime() - from).isGreaterThan(1_700_000_000L);
        }
    }
}
