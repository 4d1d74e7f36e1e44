package dev.truce.cli.kept;

import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Coach;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.DraftOrders;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.RoomRequest;
import java.util.List;

/** One round against a bot on this machine, for somebody whose match has not begun; nothing of it is kept. */
final class PractiseRound {
    private static final String BOT = "negotiator";
    private static final String NEXT = "truce play";

    private PractiseRound() {}

    /**
     * Plays it.
     *
     * @param waiting what the match that is waited for tells; left as it is
     */
    static void play(Settings settings, Console console, Scenario scenario, Side side, SessionQueue waiting)
            throws InterruptedException {
        try (EmbeddedServer server = EmbeddedServer.start(scenario)) {
            SessionQueue mailbox = new SessionQueue();
            RoomRequest request = new RoomRequest(
                    scenario.id(), null, 1, 0, BySide.pick(side, null, BOT), BySide.pick(side, BOT, null), false);
            try (OwnRoom room = OwnRoom.open(server.call(null, NEXT), request, mailbox)) {
                SeatTicket ticket = room.join(side, Texts.of("play.name"));
                SavedSeat seat = SavedSeat.of(server.address(), false, null, ticket, BOT);
                room.start();
                console.show(TextWidth.wrap("", Texts.of("practise.begin")));
                SessionStart.practice(
                                settings,
                                console,
                                mailbox,
                                room.host(),
                                ticket,
                                scenario,
                                false,
                                new PracticeKeeper(scenario, null, false, null, server, seat).withoutRecord())
                        .taughtBy(new Watch(waiting))
                        .run();
            }
        } catch (FaultException refused) {
            console.fault(refused.fault());
        }
    }

    /** Says once that the match that is waited for has begun. */
    private static final class Watch implements Coach {
        private final SessionQueue waiting;
        private boolean told;

        Watch(SessionQueue waiting) {
            this.waiting = waiting;
        }

        @Override
        public boolean takes(String line) {
            return false;
        }

        @Override
        public void typed(String command, String line) {}

        @Override
        public List<String> look(Board board, DraftOrders draft) {
            if (told || !waiting.hasBegun()) {
                return List.of();
            }
            told = true;
            return TextWidth.wrap("", Texts.of("practise.called"));
        }
    }
}
