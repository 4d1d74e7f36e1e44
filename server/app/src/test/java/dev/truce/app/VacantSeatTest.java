package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.SeatHolder;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.ToldSeat.SeatState;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A table of 3 + 1 whose class leaves seats empty: US.2 has no student, and the student of US.1 comes late. */
class VacantSeatTest extends HeldClass {
    private static final String TEMPLATE = """
        title: Seminar 3
        scenario: busan-2025
        mode: portfolio
        us_seats: 3
        rounds: 4
        minutes: 0
        open: desk
        bot: hold
        gaps: vacant
        seed: 7f3a91c2d84be650a1f79c3d5e82b064
        """;

    private static final String LIST = "Name,Student number,Table\nAnn,s1,1\nBo,s2,1\nCy,s3,1\n";
    private static final long PATIENCE_SECONDS = 60;
    private static final Seat TRADE = new Seat(Side.US, 1);
    /** What the seat US.1 decides. */
    private static final RequestedOrder FEE = new RequestedOrder(Instrument.US_PORT_FEE.ordinal(), 1);
    /** What the seat US.2 decides. */
    private static final RequestedOrder CHIPS = new RequestedOrder(Instrument.US_CHIP_CONTROL.ordinal(), 2);

    private String match = "";

    private TruceServer start() throws Exception {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real().withTimers(new HandTimers()));
    }

    private ClientMessage orders(int round, RequestedOrder... orders) {
        return new ClientMessage.Do(match, round, RawClient.key(), new Deed.Submit(List.of(orders)));
    }

    private void ready(RawClient client, int round) throws IOException {
        client.ask(
                new ClientMessage.Do(match, round, RawClient.key(), new Deed.Ready(true, 0)),
                ServerMessage.Saved.class);
    }

    private static void opened(RawClient client, int round) throws IOException {
        client.await(Notice.RoundOpened.class, open -> open.observation().openRound() == round);
    }

    /** Waits until a desk is told so of the seats, those of the US first. */
    private static void seats(RawClient desk, SeatState... wanted) throws IOException {
        while (true) {
            if (desk.awaitMessage(ServerMessage.OfClass.class).news() instanceof ClassNews.TableChanged table
                    && table.seats().stream()
                            .map(seat -> seat.state(0))
                            .toList()
                            .equals(List.of(wanted))) {
                return;
            }
        }
    }

    /** Waits until a student is told who holds the portfolios of the US. */
    private static void portfolios(RawClient client, Seat... holders) throws IOException {
        while (true) {
            List<Seat> told = client.awaitMessage(ServerMessage.RoomChanged.class).seats().stream()
                    .flatMap(seat -> seat.portfolios().stream()
                            .filter(portfolio -> portfolio.side() == Side.US)
                            .map(portfolio -> seat.seat()))
                    .distinct()
                    .toList();
            if (told.equals(List.of(holders))) {
                return;
            }
        }
    }

    @Test
    void theHeadDecidesWhatNobodyHoldsAndALateStudentGetsHisSeat() throws Exception {
        assertThat(Portfolio.of(Instrument.US_PORT_FEE)).isNotEqualTo(Portfolio.of(Instrument.US_CHIP_CONTROL));
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            match = sits(ann, "s1").matchId();
            try (RawClient bo = sits(server, "s2")) {
                does(desk, "start");
                seats(desk, SeatState.WORKS, SeatState.AWAY, SeatState.VACANT, SeatState.WORKS);
                does(desk, "1: vacate US.1");
                seats(desk, SeatState.WORKS, SeatState.VACANT, SeatState.VACANT, SeatState.WORKS);
                does(desk, "undo");
                seats(desk, SeatState.WORKS, SeatState.AWAY, SeatState.VACANT, SeatState.WORKS);
                assertThat(ask(desk, wish("1: vacate US"), ClassNews.Done.class).refusals())
                        .hasSize(1);
                does(desk, "1: vacate US.1");
                does(desk, "open r1");
                portfolios(ann, Seat.US_HEAD);
                ann.ask(orders(1, FEE, CHIPS), ServerMessage.Saved.class);
                ready(bo, 1);
            }
        }
        try (TruceServer server = start();
                RawClient desk = enterDesk(server, deskToken);
                RawClient ann = sits(server, "s1");
                RawClient bo = sits(server, "s2")) {
            seats(desk, SeatState.SEALED, SeatState.VACANT, SeatState.VACANT, SeatState.READY);
            try (RawClient cy = sits(server, "s3")) {
                cy.await(
                        Notice.SeatChanged.class,
                        told -> told.seat().equals(TRADE) && told.holder() instanceof SeatHolder.Person);
                assertThat(cy.refused(orders(1, FEE)).code()).isEqualTo(RefusalCode.NOT_YOUR_INSTRUMENT);
                ready(ann, 1);
                ready(cy, 1);
                cy.await(Notice.RoundResolved.class, any -> true);
                does(desk, "1: stand-in US.2 hold");
                does(desk, "open r2");
                opened(ann, 2);
                portfolios(cy, Seat.US_HEAD, TRADE, new Seat(Side.US, 2));
                cy.ask(orders(2, FEE), ServerMessage.Saved.class);
                assertThat(ann.refused(orders(2, FEE)).code()).isEqualTo(RefusalCode.NOT_YOUR_INSTRUMENT);
                seats(desk, SeatState.WORKS, SeatState.SEALED, SeatState.BOT, SeatState.WORKS);
                ready(cy, 2);
                ready(ann, 2);
                ready(bo, 2);
                cy.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 2);
            }
        }
    }

    @Test
    void whatTheTableRefusedChangesNothingInTheClass() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            match = sits(ann, "s1").matchId();
            try (RawClient bo = sits(server, "s2")) {
                // A match that has not begun takes no bots.
                isRefused(desk, "fill-gaps hold");
                does(desk, "start");
                seats(desk, SeatState.WORKS, SeatState.AWAY, SeatState.VACANT, SeatState.WORKS);
                isRefused(desk, "1: vacate US");
                does(desk, "fill-gaps hold");
                seats(desk, SeatState.WORKS, SeatState.BOT, SeatState.BOT, SeatState.WORKS);
                isRefused(desk, "1: hand-back CN");
                does(desk, "fill-gaps off");
                seats(desk, SeatState.WORKS, SeatState.AWAY, SeatState.VACANT, SeatState.WORKS);
                does(desk, "open r1");
                opened(bo, 1);
                ann.ask(orders(1, CHIPS), ServerMessage.Saved.class);
            }
        }
    }

    /** The level of the port fee after a round. */
    private static int fee(RawClient client, int round) throws IOException {
        return client.await(
                        Notice.RoundResolved.class, resolved -> resolved.view().round() == round)
                .view()
                .levels()
                .get(Instrument.US_PORT_FEE);
    }

    @Test
    void aProgramThatIsTheHeadDecidesWhatNobodyHoldsAndNoMoreOnceSomebodyDoes() throws Exception {
        BotFactory toll = BotFactory.of(
                "toll", seat -> seen -> new Decision(Orders.of(new Order(Instrument.US_PORT_FEE, FEE.level()))));
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient bo = RawClient.greeted(server.port(), Role.PLAYER);
                Transport transport = Transport.start(1);
                BotThread thread = BotThread.start("head")) {
            does(desk, "doors open");
            match = sits(bo, "s2").matchId();
            WireBot head = new WireBot(toll, TestParts.CATALOGUE.first().scenario(), 5, 1_000, thread);
            ConnectionOptions options = ConnectionOptions.of("127.0.0.1", server.port(), Role.PLAYER, "test");
            try (RawClient cy = sits(server, "s3");
                    NettySeatClient client = done(NettySeatClient.connect(options, head, transport))) {
                done(head.take(client, () -> client.enterClass(code, "s1", keys.getOrDefault("s1", ""))));
                does(desk, "start");
                does(desk, "open r1");
                opened(cy, 1);
                does(desk, "1: vacate US.1");
                ready(bo, 1);
                assertThat(fee(bo, 1)).as("what another decides").isZero();
                does(desk, "open r2");
                opened(cy, 2);
                does(desk, "1: hand-back US.1");
                ready(cy, 2);
                ready(bo, 2);
                assertThat(fee(bo, 2)).as("what nobody holds").isEqualTo(FEE.level());
                does(desk, "open r3");
                opened(cy, 3);
                ready(cy, 3);
                ready(bo, 3);
                fee(bo, 3);
                assertThat(head.conduct().faults()).isEmpty();
            } finally {
                head.leave();
            }
        }
    }

    private static <T> T done(CompletableFuture<Reply<T>> future) throws Exception {
        Reply<T> answer = future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(Reply.Done.class);
        return ((Reply.Done<T>) answer).value();
    }

    private static void isRefused(RawClient desk, String act) throws IOException {
        assertThat(ask(desk, wish(act), ClassNews.Done.class).refusals())
                .as(act)
                .hasSize(1);
    }
}
