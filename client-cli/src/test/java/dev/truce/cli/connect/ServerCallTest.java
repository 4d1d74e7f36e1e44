package dev.truce.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a refusal of a server advises. */
@ResourceLock("language")
class ServerCallTest {
    private static final Scenario BUSAN = Scenarios.busan2025();

    /** To join again can never work then; to watch does. */
    @Test
    void whoComesAfterTheStartIsAdvisedToWatch() throws Exception {
        RoomRequest request = new RoomRequest(BUSAN.id(), null, 4, 0, null, "hold", false);
        try (EmbeddedServer server = EmbeddedServer.start(BUSAN);
                OwnRoom room = OwnRoom.open(server.call(null, ""), request, new SessionQueue())) {
            room.join(Side.US, "Ann");
            room.start();
            ServerCall call = server.call(null, "truce join CODE");
            try (NettySeatClient late = call.connect(Role.PLAYER)) {
                assertThatThrownBy(() -> call.answer(late.join(room.code(), null, "Bo", false)))
                        .isInstanceOfSatisfying(FaultException.class, refused -> {
                            assertThat(refused.fault().code()).isEqualTo(ConnectionCode.ROOM_STARTED.name());
                            assertThat(refused.fault().next()).isEqualTo("truce watch " + server.address() + " CODE");
                        });
            }
        }
    }
}
