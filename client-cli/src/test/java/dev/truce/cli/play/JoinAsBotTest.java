package dev.truce.cli.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.Tint;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.scenario.Scenarios;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A shell script takes a seat in a room. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class JoinAsBotTest {
    private static final Scenario BUSAN = Scenarios.busan2025();
    private static final String SCRIPT = "sh -c \"while read -r line; do set -- $line; case $line in twi*) echo"
            + " twiok;; isready) echo readyok;; 'go offers '*) echo offers $3;; 'go round '*) echo orders $3 'PORT=80;"
            + " RECIP=x';; quit) exit 0;; esac; done\"";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Printer printer() {
        return new Printer(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Tint(Tint.Ground.NONE),
                false);
    }

    @Test
    void itPlaysToTheEndAndSaysHowItWent() throws Exception {
        BotFactory bot = BotName.known(SCRIPT).bot(ChildLimits.USUAL);
        RoomRequest request = new RoomRequest(BUSAN.id(), 4L, 3, 0, null, "tft", false);
        try (EmbeddedServer server = EmbeddedServer.start(BUSAN);
                OwnRoom room = OwnRoom.open(server.call(null, ""), request, new SessionQueue())) {
            JoinAsBot joining = new JoinAsBot(server.call(null, ""), printer());
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(() -> {
                try {
                    return joining.play(
                            bot,
                            BUSAN,
                            room.code(),
                            client -> client.join(room.code(), null, null, bot.name(), true),
                            1L);
                } catch (FaultException | InterruptedException refused) {
                    throw new IllegalStateException(refused);
                }
            });
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> room.host().start().get(10, TimeUnit.SECONDS) instanceof Reply.Done<Saved>);
            assertThat(exit.get(60, TimeUnit.SECONDS)).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8).replace("\n", " "))
                .contains(Texts.of("facts.seed-chosen"))
                .contains("is in room", "as " + Side.US, "The match is over after 3 rounds: US ");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("US bot: ILLEGAL in round 3: LEVEL_NOT_ON_LADDER");
    }

    @Test
    void aRoomThatIsNotThereIsRefused() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(BUSAN)) {
            JoinAsBot joining = new JoinAsBot(server.call(null, ""), printer());
            assertThatThrownBy(() -> joining.play(
                            BotName.known("tft").bot(ChildLimits.USUAL),
                            BUSAN,
                            "NOSUCH22",
                            client -> client.join("NOSUCH22", null, null, "tft", true),
                            null))
                    .isInstanceOf(FaultException.class);
        }
    }
}
