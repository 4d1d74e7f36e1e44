package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.Keeper;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.story.print.Look;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A person leaves a seat and comes back to it. */
class ComingBackTest {
    private final KeptInMemory device = new KeptInMemory();
    private int exit;

    private ScriptedConsole sit(Keeper keeper, boolean rejoined, boolean submitted, String... lines)
            throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole(lines);
        SessionQueue mailbox = new SessionQueue();
        FakeServer server = new FakeServer(mailbox);
        SessionSetup seating = new SessionSetup(
                server,
                new SeatTicket("m1", "7QKM", Side.US, "secret", "hold"),
                ViewFixture.BUSAN,
                Look.PLAIN,
                true,
                true,
                rejoined,
                InstantSource.fixed(Instant.ofEpochMilli(FakeServer.SAVED_AT)),
                ZoneOffset.UTC,
                true);
        server.begin();
        if (submitted) {
            mailbox.onNotice(new Notice.SeatStatus(Seat.US_HEAD, 1, true, false), 0);
        }
        exit = new Session(seating, console, mailbox, new CountingTrial(), keeper).run();
        return console;
    }

    /** A student who is late is not told round by round what others have played. */
    @Test
    void whoTakesASeatInAMatchThatGoesOnIsToldHowItStands() throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole("quit");
        SessionQueue mailbox = new SessionQueue();
        FakeServer server = new FakeServer(mailbox);
        SessionSetup seating = new SessionSetup(
                server,
                new SeatTicket("m1", "7QKM", Side.US, "secret", "hold"),
                ViewFixture.BUSAN,
                Look.PLAIN,
                true,
                false,
                false,
                InstantSource.fixed(Instant.ofEpochMilli(FakeServer.SAVED_AT)),
                ZoneOffset.UTC,
                true);
        server.begin();
        server.ready(1, true).join();
        new Session(seating, console, mailbox, new CountingTrial(), new NothingKept()).run();
        assertThat(console.text()).contains("Round 2, 2026Q2", "== Round 1 of").doesNotContain("Round 1, 2026Q1");
    }

    @Test
    void savedOrdersAndTheDraftAreThereAgain() throws InterruptedException {
        ScriptedConsole before = sit(device, false, false, "FENT=5", "commit", "RECIP=5", "quit");
        assertThat(before.text().replace("\n", " "))
                .contains("Not sent, and kept on this device until the round closes: FENT 10->5; RECIP 10->5.")
                .contains("Left. This practice match is kept; truce comes back to it.");

        ScriptedConsole after = sit(device, true, true, "state", "undo", "undo", "quit");
        assertThat(after.text().replace("\n", " "))
                .contains("If you do nothing: FENT 10->5 (saved); A1 is kept.")
                .contains("Saved on the server at 08:00:00 for this round: FENT 10->5.")
                .contains("Draft: FENT 10->5; RECIP 10->5, not sent.")
                .contains("saved 1 at 08:00:00")
                .containsSubsequence("Draft: FENT 10->5, as it is saved.", "Saved orders taken back");
    }

    @Test
    void whatTheServerDoesNotHaveIsNotSaidToBeSaved() throws InterruptedException {
        sit(device, false, false, "FENT=5", "commit", "quit");
        assertThat(sit(device, true, false, "quit").text())
                .contains("Draft: FENT 10->5, not sent.")
                .doesNotContain("Saved on the server");
    }

    @Test
    void ctrlCAsksOnceAndLosesNothing() throws InterruptedException {
        ScriptedConsole console = sit(
                device,
                false,
                false,
                "FENT=5",
                ScriptedConsole.CTRL_C,
                "legal FENT",
                ScriptedConsole.CTRL_C,
                ScriptedConsole.CTRL_C);
        assertThat(exit).isEqualTo(130);
        assertThat(console.text().replace("\n", " "))
                .containsSubsequence(
                        "Ctrl-C once more leaves. Nothing is lost",
                        "us> legal FENT",
                        "Ctrl-C once more leaves.",
                        "kept on this device until the round closes: FENT 10->5.",
                        "Left. This practice match is kept");
        assertThat(sit(device, true, false, "quit").text()).contains("Draft: FENT 10->5, not sent.");
    }

    @Test
    void aMatchThatCannotComeBackSaysSoBeforeItGoes() throws InterruptedException {
        ScriptedConsole console = sit(new NothingKept(), false, false, ScriptedConsole.CTRL_C, ScriptedConsole.CTRL_C);
        assertThat(console.text()).containsSubsequence("is gone then", "Left. This practice match is gone.");
    }
}
