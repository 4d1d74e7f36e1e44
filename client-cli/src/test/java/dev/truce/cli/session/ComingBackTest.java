package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.Keeper;
import dev.truce.cli.seat.NothingKept;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.payoff.Points;
import dev.truce.match.Notice;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.story.print.Look;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person leaves a seat and comes back to it. */
class ComingBackTest {
    private static final Orders FENTANYL = Orders.of(List.of(new Order(Instrument.US_FENTANYL_TARIFF, 1)));
    private static final Orders ELSEWHERE = Orders.of(List.of(new Order(Instrument.US_RECIPROCAL_TARIFF, 4)));

    private final KeptInMemory device = new KeptInMemory();
    private SessionQueue mailbox = new SessionQueue();
    private FakeServer server = new FakeServer(mailbox);
    private int exit;

    /** Sits down at a seat that is free, in a practice match. */
    private ScriptedConsole sit(Keeper keeper, String... lines) throws InterruptedException {
        connect();
        server.begin();
        return run(keeper, true, false, lines);
    }

    /** Comes back with the secret of the seat; the server tells what it has sealed. */
    private ScriptedConsole comeBack(@Nullable Orders sealed, String... lines) throws InterruptedException {
        connect();
        server.resume(sealed);
        return run(device, true, true, lines);
    }

    /** Enters the own seat of a class again; the server tells whether something is sealed, but not what. */
    private ScriptedConsole enterAnew(@Nullable Orders sealed, String... lines) throws InterruptedException {
        connect();
        server.begin();
        server.seal(sealed);
        return run(device, false, false, lines);
    }

    private void connect() {
        mailbox = new SessionQueue();
        server = new FakeServer(mailbox);
    }

    private ScriptedConsole run(Keeper keeper, boolean practice, boolean rejoined, String... lines)
            throws InterruptedException {
        return run(keeper, practice, rejoined, new ScriptedConsole(lines));
    }

    private ScriptedConsole run(Keeper keeper, boolean practice, boolean rejoined, ScriptedConsole console)
            throws InterruptedException {
        SessionSetup seating = new SessionSetup(
                server,
                new SeatTicket("m1", "7QKM", Side.US, "secret", "hold"),
                ViewFixture.BUSAN,
                Look.PLAIN,
                true,
                practice,
                rejoined,
                InstantSource.fixed(Instant.ofEpochMilli(FakeServer.SAVED_AT)),
                ZoneOffset.UTC);
        exit = new Session(seating, console, mailbox, new CountingTrial(), keeper).run();
        return console;
    }

    /** Who leaves while the report is shown, or stops the program, has the record already. */
    @Test
    void theRecordIsKeptBeforeTheReportIsShown() throws InterruptedException {
        connect();
        server.begin();
        FinalScore score = new FinalScore(75, 81, Points.of(new double[16]), 0, 0, .7, 1, 0);
        Notice over = new Notice.MatchOver(1, score, score, Outcome.MUTUAL_LOSS, "");
        ScriptedConsole console = new ScriptedConsole("ready", "close", "quit")
                .before("quit", () -> mailbox.hear(new Heard.Told(over, 0)));
        List<String> shown = new ArrayList<>();
        device.whenRecordIsKept(() -> shown.addAll(console.transcript()));
        run(device, true, false, console);
        String heading = Texts.of("final.heading");
        assertThat(shown).isNotEmpty().noneMatch(line -> line.contains(heading));
        assertThat(console.text()).containsSubsequence(heading, "kept");
    }

    /** A student who is late is not told round by round what others have played. */
    @Test
    void whoTakesASeatInAMatchThatGoesOnIsToldHowItStands() throws InterruptedException {
        connect();
        server.begin();
        server.ready(1, true).join();
        ScriptedConsole console = run(new NothingKept(), false, false, "quit");
        assertThat(console.text()).contains("Round 2, 2026Q2", "== Round 1 of").doesNotContain("Round 1, 2026Q1");
    }

    @Test
    void savedOrdersAndTheDraftAreThereAgain() throws InterruptedException {
        ScriptedConsole before = sit(device, "FENT=5", "commit", "RECIP=5", "quit");
        assertThat(before.text().replace("\n", " "))
                .contains(Texts.of("session.draft.kept", "FENT 10->5; RECIP 10->5"))
                .contains(Texts.of("session.left.kept"));

        ScriptedConsole after = comeBack(FENTANYL, "state", "undo", "undo", "quit");
        assertThat(after.text().replace("\n", " "))
                .contains(Texts.of("inaction", "FENT 10->5 (saved); A1 is kept"))
                .contains(Texts.of("session.back.saved", "FENT 10->5", "08:00:00"))
                .contains("Draft: FENT 10->5; RECIP 10->5, not sent.")
                .contains("saved 1 at 08:00:00")
                .containsSubsequence(Texts.of("session.draft.same", "FENT 10->5"), "Saved orders taken back");
    }

    @Test
    void whatTheServerDoesNotHaveIsNotSaidToBeSaved() throws InterruptedException {
        sit(device, "FENT=5", "commit", "quit");
        assertThat(comeBack(null, "quit").text())
                .contains("Draft: FENT 10->5, not sent.")
                .doesNotContain("Saved on the server");
    }

    @Test
    void whoTypedNothingHereGoesOnWithWhatAnotherDeviceHasSealed() throws InterruptedException {
        sit(device, "quit");
        ScriptedConsole back = comeBack(ELSEWHERE, "ready", "close", "quit");
        assertThat(back.faults()).isEmpty();
        assertThat(back.text())
                .contains(Texts.of("session.back.elsewhere", "RECIP 10->34"))
                .contains(Texts.of("session.close", 1, "RECIP 10->34"));
        assertThat(server.requests()).containsExactly("ready 1 true");
    }

    @Test
    void anOldCommitOfThisDeviceIsNoDraftOverWhatAnotherHasSealed() throws InterruptedException {
        sit(device, "RECIP=5", "commit", "quit");
        assertThat(comeBack(ELSEWHERE, "commit", "quit").text())
                .contains(Texts.of("session.back.elsewhere", "RECIP 10->34"))
                .contains(Texts.of("session.commit.same", "1"))
                .doesNotContain("not sent");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aDraftThatWasNotSentIsThereAgainOverWhatAnotherDeviceHasSealed() throws InterruptedException {
        sit(device, "FENT=5", "quit");
        assertThat(comeBack(ELSEWHERE, "undo", "quit").text().replace("\n", " "))
                .containsSubsequence("Draft: FENT 10->5, not sent.", Texts.of("session.draft.same", "RECIP 10->34"));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whoTakesTheSeatAnewIsNotToldThatTheServerHasWhatThisDeviceRemembers() throws InterruptedException {
        sit(device, "RECIP=5", "commit", "quit");
        assertThat(enterAnew(ELSEWHERE, "ready", "close", "quit").text())
                .contains(Texts.of("session.back.submitted"))
                .contains(Texts.of("session.close", 1, "orders from before"))
                .doesNotContain("RECIP 10->5");
    }

    @Test
    void whoTakesTheSeatAnewInTheFirstRoundFindsTheDraft() throws InterruptedException {
        sit(device, "FENT=5", "quit");
        assertThat(enterAnew(null, "commit", "quit").text()).contains("Draft: FENT 10->5, not sent.");
        assertThat(server.requests()).containsExactly("submit 1 1");
    }

    @Test
    void ctrlCAsksOnceAndLosesNothing() throws InterruptedException {
        ScriptedConsole console = sit(
                device, "FENT=5", ScriptedConsole.CTRL_C, "legal FENT", ScriptedConsole.CTRL_C, ScriptedConsole.CTRL_C);
        assertThat(exit).isEqualTo(130);
        assertThat(console.text().replace("\n", " "))
                .containsSubsequence(
                        Texts.of("session.interrupt"),
                        "us> legal FENT",
                        Texts.of("session.interrupt"),
                        Texts.of("session.draft.kept", "FENT 10->5"),
                        Texts.of("session.left.kept"));
        assertThat(comeBack(null, "quit").text()).contains("Draft: FENT 10->5, not sent.");
    }

    @Test
    void aMatchThatCannotComeBackSaysSoBeforeItGoes() throws InterruptedException {
        ScriptedConsole console = sit(new NothingKept(), ScriptedConsole.CTRL_C, ScriptedConsole.CTRL_C);
        assertThat(console.text()).containsSubsequence("is gone then", Texts.of("session.left.practice"));
    }
}
