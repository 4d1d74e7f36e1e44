package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.match.Seat;
import dev.truce.match.deed.SeatHolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The desk lets a bot act on a seat and gives the seat back, while its person stays connected. */
class ChangedHandsTest {
    private static final Seat MEI = new Seat(Side.US, 1);
    private static final Orders BOTS = Orders.of(List.of(new Order(Instrument.US_RECIPROCAL_TARIFF, 4)));

    private final SessionQueue mailbox = new SessionQueue();
    private final FakeServer server = new FakeServer(mailbox);

    private ScriptedConsole play(ScriptedConsole console) throws InterruptedException {
        server.begin();
        SessionWords.session(console, mailbox, server).run();
        return console;
    }

    private void standInAndHandBack() {
        server.standIn();
        server.handBack();
    }

    @Test
    void ordersThatAStandInHasMadeVoidAreSentAgain() throws InterruptedException {
        ScriptedConsole console =
                play(new ScriptedConsole("FENT=5", "commit", "state", "commit", "ready", "close", "quit")
                        .before("state", this::standInAndHandBack));
        assertThat(server.requests()).containsExactly("submit 1 1", "submit 1 1", "ready 1 true");
        assertThat(console.text().replace("\n", " "))
                .containsSubsequence(
                        "Sent and saved",
                        "us> state",
                        "your saved orders are void, your draft is kept",
                        Texts.of("notices.own-seat.person"),
                        "saved nothing",
                        "us> commit",
                        "Sent and saved",
                        Texts.of("session.close", 1, "FENT 10->5"));
    }

    @Test
    void readyDoesNotTakeOrdersForSavedThatAreVoid() throws InterruptedException {
        ScriptedConsole console = play(
                new ScriptedConsole("FENT=5", "commit", "ready", "quit").before("ready", this::standInAndHandBack));
        assertThat(console.faults()).extracting(UsageFault::code).containsExactly("DRAFT_NOT_SENT");
        assertThat(server.requests()).containsExactly("submit 1 1");
    }

    @Test
    void whatTheBotHasSealedIsNotTakenForTheOwnOrders() throws InterruptedException {
        ScriptedConsole console =
                play(new ScriptedConsole("FENT=5", "commit", "undo", "ready", "close", "quit").before("undo", () -> {
                    server.standIn();
                    server.seal(BOTS);
                    server.handBack();
                }));
        assertThat(server.requests()).containsExactly("submit 1 1", "ready 1 true");
        assertThat(console.text()).contains(Texts.of("session.close", 1, "orders from before"));
    }

    @Test
    void aCloseThatNamedOrdersOfBeforeIsNotConfirmedAnyMore() throws InterruptedException {
        ScriptedConsole console = play(new ScriptedConsole("FENT=5", "commit", "ready", "close", "quit")
                .before("close", this::standInAndHandBack));
        assertThat(server.requests()).containsExactly("submit 1 1");
        assertThat(console.text().replace("\n", " "))
                .containsSubsequence(
                        Texts.of("session.close", 1, "FENT 10->5"),
                        "us> close",
                        Texts.of("session.close.changed-hands"),
                        "Nothing to confirm.");
    }

    /** News of the seat from before its commit may arrive between the answer to the commit and its own news. */
    @Test
    void whatWasToldBeforeTheCommitTakesNoMarkAway() throws InterruptedException {
        server.tellsLate();
        ScriptedConsole console = play(new ScriptedConsole("FENT=5", "commit", "state", "commit", "quit"));
        assertThat(server.requests()).containsExactly("submit 1 1");
        assertThat(console.text()).contains(Texts.of("session.commit.same", "1 at 08:00:00"));
    }

    @Test
    void theDraftOfAMinisterWhoseSeatABotTakesIsStruck() throws InterruptedException {
        ScriptedConsole console = play(new ScriptedConsole("drafts", "drafts ", "quit")
                .before("drafts", () -> {
                    server.seatsADelegation(MEI);
                    server.ministerDrafts(MEI, BOTS);
                })
                .before("drafts ", () -> server.changeHands(MEI, new SeatHolder.Bot("hold"))));
        assertThat(console.text())
                .containsSubsequence("us> drafts", "RECIP 10->34", "us> drafts", Texts.of("web.drafts.none"));
    }
}
