package dev.truce.cli.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.Tint;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.scenario.Scenarios;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The owner of a room holds its match from a keyboard. */
class RoomControlTest {
    private static final Scenario BUSAN = Scenarios.busan2025();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final SessionQueue mailbox = new SessionQueue();

    private void types(String... lines) {
        for (String line : lines) {
            mailbox.post(new Happening.Line(line));
        }
    }

    /** Seats that were taken and left start nothing. */
    @Test
    void theMatchWaitsUntilAllWhoHaveASeatAreThere() throws Exception {
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        RoomRequest request = new RoomRequest(BUSAN.id(), null, 40, 600_000, null, null, false);
        SessionQueue heard = new SessionQueue();
        try (EmbeddedServer server = EmbeddedServer.start(BUSAN);
                OwnRoom room = OwnRoom.open(server.call(null, ""), request, mailbox)) {
            RoomControl control =
                    new RoomControl(room, new Printer(printed, printed, new Tint(Tint.Ground.NONE), false), heard);
            for (boolean[] there : new boolean[][] {{false, false}, {true, false}, {true, true}}) {
                heard.hear(new Heard.Room(
                        room.code(),
                        List.of(
                                new Occupant(Seat.US_HEAD, "Ann", false, there[0], List.of()),
                                new Occupant(Seat.CN_HEAD, "Bo", false, there[1], List.of())),
                        null));
            }
            assertThat(control.awaitSeats()).isTrue();
            assertThat(heard.poll(0)).as("what it had not to wait for").isNull();
        }
    }

    @Test
    void whatCanNeverBeTakenBackIsDoneOnceItsOwnerIsSure() throws Exception {
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        RoomRequest request = new RoomRequest(BUSAN.id(), null, 40, 600_000, null, "hold", false);
        try (EmbeddedServer server = EmbeddedServer.start(BUSAN);
                OwnRoom room = OwnRoom.open(server.call(null, ""), request, mailbox)) {
            room.join(Side.US, "Ann");
            room.start();
            types("end-with r5", "sure end-with r5", "quit");
            new RoomControl(room, new Printer(printed, printed, new Tint(Tint.Ground.NONE), false), mailbox).stay();
        }
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "))
                .containsOnlyOnce(Texts.of("class.desk.sure", "END-WITH r5", "sure END-WITH r5"))
                .containsSubsequence("sure END-WITH r5", Texts.of("host.saved.END-WITH", 5))
                .containsOnlyOnce(Texts.of("host.saved.END-WITH", 5));
    }

    @Test
    void whatIsTypedIsDoneAndToldAndWhatIsWrongSaysWhatWouldBeRight() throws Exception {
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        RoomRequest request = new RoomRequest(BUSAN.id(), null, 40, 600_000, null, "hold", false);
        try (EmbeddedServer server = EmbeddedServer.start(BUSAN);
                OwnRoom room = OwnRoom.open(server.call(null, ""), request, mailbox)) {
            room.join(Side.US, "Ann");
            room.start();
            RoomControl desk =
                    new RoomControl(room, new Printer(printed, printed, new Tint(Tint.Ground.NONE), false), mailbox);
            types(
                    "pause",
                    "extend r1 1:00",
                    "extend r1 2:00:00",
                    "resume",
                    "resume",
                    "announce We begin",
                    "advance r1",
                    "stand-in US nobody",
                    "stand-in US hold",
                    "hand-back US",
                    "quit");
            desk.stay();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("You hold this match: pause, resume")
                .contains(Texts.of("host.saved.PAUSE"))
                .contains(Texts.of("host.saved.EXTEND", "1:00", 1))
                .contains(Texts.of("desk.unknown"))
                .contains(Texts.of("host.saved.RESUME"))
                .contains("WRONG_PHASE: " + Texts.of("refused.is-not-paused"))
                .contains("Said to all: We begin")
                .contains("UNKNOWN_BOT: ", "Right would be: ")
                .contains(Texts.of("host.saved.STAND-IN", "US", "hold"), Texts.of("host.saved.HAND-BACK", "US"))
                .contains("STALE_PREVIEW: ", "US.head")
                .contains(Texts.of("host.confirm", "advance"));
    }
}
