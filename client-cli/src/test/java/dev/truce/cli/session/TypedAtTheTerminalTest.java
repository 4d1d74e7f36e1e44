package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.NothingKept;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.OrderReader;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.story.print.Look;
import dev.truce.story.typed.RandomLines;
import dev.truce.story.typed.TypedLine;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is typed in the terminal is done whole or not at all, as {@link TypedLine} reads it for terminal and page. */
class TypedAtTheTerminalTest {
    private static final String DRAFT = "RECIP=5";
    private static final Deed DRAFTED =
            AskedOrders.submit(Orders.of(List.of(new Order(Instrument.US_RECIPROCAL_TARIFF, 1))));

    /** One line that is typed after {@link #DRAFT}, with what was seen of it. */
    private static final class Typed {
        final SessionQueue mailbox = new SessionQueue();
        final FakeServer server = new FakeServer(mailbox);
        final ScriptedConsole console;
        final List<String> words;

        Typed(String line) throws InterruptedException {
            server.roundsStayOpen();
            server.begin();
            server.does(1, new Deed.MakeOffer(new Terms.Renewal(2, false), null));
            server.otherOffers(new Terms.Renewal(4, false), null);
            server.deeds().clear();
            console = new ScriptedConsole(DRAFT, line, "commit").confirming();
            Session session = session();
            words = session.words();
            session.run();
        }

        private Session session() {
            return new Session(
                    new SessionSetup(
                            server,
                            new SeatTicket("m1", "7QKM", Side.US, "secret", "hold"),
                            ViewFixture.BUSAN,
                            Look.PLAIN,
                            false,
                            true,
                            false,
                            InstantSource.fixed(Instant.EPOCH),
                            ZoneOffset.UTC),
                    console,
                    mailbox,
                    new CountingTrial(),
                    new NothingKept());
        }
    }

    @Test
    void aLineIsDoneWholeOrNothingIsDone() throws InterruptedException {
        int refused = 0;
        for (String line : RandomLines.of(3, 600)) {
            Typed typed = new Typed(line);
            if (isOfTheTerminalAlone(line, typed.words)) {
                continue;
            }
            List<UsageFault> faults = new ArrayList<>(typed.console.faults());
            if (new TypedLine(board()).read(line) instanceof Reply.Refused<Deed> why) {
                refused++;
                assertThat(typed.server.deeds()).as(line).isEqualTo(List.of(DRAFTED));
                assertThat(faults).as(line).hasSize(1);
                assertThat(faults.get(0).code())
                        .as(line)
                        .isEqualTo(why.refusal().code().name());
            } else {
                // Ready asks for what is not sent, and says so with a code of its own.
                faults.removeIf(fault -> fault.code().equals("DRAFT_NOT_SENT"));
                assertThat(faults).as(line).isEmpty();
                typed.server.deeds().removeIf(Deed.Submit.class::isInstance);
                assertThat(typed.server.deeds()).as(line).hasSizeLessThanOrEqualTo(1);
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    /** A command that is no deed, or a short form. */
    private static boolean isOfTheTerminalAlone(String line, List<String> words) {
        String first =
                OrderReader.ascii(line.strip().split("[\\s\u3000]+", 2)[0]).toLowerCase(Locale.ROOT);
        boolean isDeed = DeedNotation.isWord(first);
        return line.isBlank() || !isDeed && (words.contains(first) || first.length() == 1);
    }

    /** The board of a seat as it is before the line is typed. */
    private static Board board() throws InterruptedException {
        Board board = new Board(ViewFixture.BUSAN, Side.US);
        SessionQueue mailbox = new SessionQueue();
        FakeServer server = new FakeServer(mailbox);
        server.begin();
        server.does(1, new Deed.MakeOffer(new Terms.Renewal(2, false), null));
        server.otherOffers(new Terms.Renewal(4, false), null);
        for (Happening next = mailbox.poll(0); next != null; next = mailbox.poll(0)) {
            if (Happening.heard(next) instanceof Heard.Told told) {
                board.take(told.notice(), 0, true);
            }
        }
        return board;
    }
}
