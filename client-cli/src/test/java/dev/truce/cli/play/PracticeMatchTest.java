package dev.truce.cli.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.kept.PracticeMatch;
import dev.truce.cli.kept.SavedSeat;
import dev.truce.cli.option.NamedScenario;
import dev.truce.cli.option.Settings;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.PlainConsole;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.Tint;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.RoomRequest;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A practice match outlives the program. */
@Timeout(120)
class PracticeMatchTest {
    private static final Orders FIVE = Orders.of(List.of(new Order(Instrument.US_FENTANYL_TARIFF, 1)));

    @TempDir
    private Path folder;

    private static NamedScenario busan() throws Exception {
        return new NamedScenario.Converter().convert(NamedScenario.USUAL);
    }

    private static Observation round(SessionQueue mailbox, int number) throws InterruptedException {
        while (true) {
            Happening happening = Objects.requireNonNull(mailbox.poll(30_000), "the round does not open");
            if (Happening.heard(happening) instanceof Heard.Told told
                    && told.notice() instanceof Notice.RoundOpened opened
                    && opened.observation().openRound() == number) {
                return opened.observation();
            }
        }
    }

    private static void play(ServerCall call, SeatClient client, int round, Orders orders) throws Exception {
        call.answer(client.submit(round, orders));
        call.answer(client.ready(round, true));
    }

    private PracticeMatch begun(int rounds) throws Exception {
        PracticeMatch match = PracticeMatch.begin(folder, busan(), Path.of("mine.twg"), true, 42);
        try (EmbeddedServer server = match.start()) {
            SessionQueue mailbox = new SessionQueue();
            ServerCall call = server.call(null, "");
            RoomRequest request = new RoomRequest("busan-2025", null, rounds, 0, null, "hold", false);
            try (OwnRoom room = OwnRoom.open(call, request, mailbox)) {
                SeatTicket ticket = room.join(Side.US, "you");
                SavedSeat.of(server.address(), false, null, ticket, "hold").save(match.folder());
                room.start();
                round(mailbox, 1);
                play(call, room.host(), 1, FIVE);
                round(mailbox, 2);
            }
        }
        return match;
    }

    @Test
    void itGoesOnWhereItWas() throws Exception {
        PracticeMatch match = begun(3);
        assertThat(PracticeMatch.all(folder)).containsExactly(match);
        try (EmbeddedServer server = match.start()) {
            SessionQueue mailbox = new SessionQueue();
            ServerCall call = server.call(null, "");
            SavedSeat seat = SavedSeat.load(match.folder()).orElseThrow();
            NettySeatClient.Resumption back = call.resume(new ResumeTicket(seat.token(), 0), mailbox);
            try (NettySeatClient client = back.client()) {
                Observation now = round(mailbox, 2);
                assertThat(now.levels().get(Instrument.US_FENTANYL_TARIFF)).isEqualTo(1);
                play(call, client, 2, Orders.HOLD);
                round(mailbox, 3);
            }
            server.deleteAtEnd(match.folder());
        }
        assertThat(match.folder()).doesNotExist();
        assertThat(PracticeMatch.all(folder)).isEmpty();
    }

    @Test
    void whileATerminalPlaysItAnotherSaysSoAndMayWatchIt() throws Exception {
        PracticeMatch match = begun(3);
        assertThat(match.isOpen()).isFalse();
        try (EmbeddedServer server = match.start()) {
            assertThat(match.isOpen()).isTrue();
            SavedSeat seat = SavedSeat.load(match.folder()).orElseThrow().on(server.address());
            seat.save(match.folder());
            List<String> watched = new ArrayList<>();
            RejoinCommand rejoin = new RejoinCommand(
                    new Settings(),
                    (settings, console, call, code) -> {
                        watched.add(call.address() + " " + code);
                        return 0;
                    },
                    folder);
            String address = server.address() + " " + seat.code();
            assertThat(left(rejoin, "")).contains("open in another terminal");
            assertThat(watched).isEmpty();
            String said = left(rejoin, "w");
            assertThat(watched).containsExactly(address);
            assertThat(said).doesNotContain("--data", "DATA_DIRECTORY_IN_USE");
            try (PlainConsole script = console("", false, new ByteArrayOutputStream())) {
                assertThatThrownBy(() -> rejoin.back(script)).isInstanceOfSatisfying(FaultException.class, fault -> {
                    assertThat(fault.fault().code()).isEqualTo("PRACTICE_IS_OPEN");
                    assertThat(fault.fault().next()).isEqualTo("truce watch " + address);
                });
            }
        }
        assertThat(match.isOpen()).isFalse();
    }

    /** Returns what a person is shown who types one line and leaves. */
    private static String left(RejoinCommand rejoin, String typed) throws Exception {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (PlainConsole console = console(typed, true, screen)) {
            assertThat(rejoin.back(console)).contains(0);
        }
        return screen.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private static PlainConsole console(String typed, boolean person, ByteArrayOutputStream screen) {
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return new PlainConsole(
                new BufferedReader(new StringReader(typed + "\n")),
                new Printer(out, out, new Tint(Tint.Ground.NONE), false),
                person);
    }

    @Test
    void onlySoManyAreKept() throws Exception {
        SavedSeat seat =
                new SavedSeat("localhost", 1, false, null, "7QKM", "m-1", Seat.US_HEAD, "hold", List.of("token"));
        for (int i = 0; i < PracticeMatch.MAX_KEPT; i++) {
            assertThat(PracticeMatch.isFull(folder)).isFalse();
            seat.save(PracticeMatch.begin(folder, busan(), null, false, i).folder());
        }
        assertThat(PracticeMatch.isFull(folder)).isTrue();
        assertThat(PracticeMatch.all(folder).get(0).beganUnixMillis())
                .as("the newest first")
                .isEqualTo(39);
    }

    @Test
    void whatIsNoMatchIsLeftOut() throws Exception {
        Files.createDirectories(folder.resolve("match-1"));
        Files.writeString(folder.resolve("match-1").resolve("practice"), "began=never");
        assertThat(PracticeMatch.all(folder)).isEmpty();
        assertThat(PracticeMatch.all(folder.resolve("nowhere"))).isEmpty();
        PracticeMatch unseated = PracticeMatch.begin(folder, busan(), null, false, 7);
        assertThat(PracticeMatch.all(folder)).isEmpty();
        unseated.forget();
        assertThat(unseated.folder()).doesNotExist();
    }
}
