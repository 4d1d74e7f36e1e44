package dev.truce.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.wire.WireEnd;
import dev.truce.bots.Roster;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.scenario.Scenarios;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bot of this program in a room of somebody else. */
class OwnBotTest {
    @ParameterizedTest
    @ValueSource(strings = {"class-8", "busan-2025-r2", "busan-2025"})
    void aBotPlaysWhatItsRoomPlays(String played) throws Exception {
        Scenario scenario = Scenarios.named(played);
        RoomRequest request = new RoomRequest(scenario.id(), null, 1, 0, null, "hold", false);
        try (EmbeddedServer server = EmbeddedServer.start(scenario);
                OwnRoom room = OwnRoom.open(server.call(null, ""), request, new SessionQueue())) {
            OwnBot bot = room.seat(Roster.find("tft").orElseThrow(), Scenarios.busan2025(), Side.US, "tft", 5, 1_000);
            room.start();
            assertThat(bot.seated().ended().get(60, TimeUnit.SECONDS)).isInstanceOf(WireEnd.Played.class);
        }
    }
}
