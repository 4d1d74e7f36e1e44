package dev.truce.cli.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.talk.Channel;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Takeover;
import dev.truce.match.record.AbsentMinister;
import dev.truce.match.record.Annotations;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.HostedRound;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.OrdersOrigin;
import dev.truce.match.record.RecordedRound;
import dev.truce.match.record.SeedOrigin;
import dev.truce.story.debrief.Participation;
import dev.truce.story.debrief.SeatRound;
import dev.truce.story.debrief.SeatRound.Manner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a record knows of those who sat at a table. */
class SeatRoundTest {
    private static final Seat MINISTER = new Seat(Side.US, 1);

    /** Returns a record of rounds that nobody played, to be read and not to be verified. */
    private static MatchRecord of(DelegationMode mode, ClosedRound... rounds) {
        MatchRecord any = BotClass.played().get(0);
        List<RecordedRound> recorded = new ArrayList<>();
        for (ClosedRound round : rounds) {
            recorded.add(new RecordedRound(round, "0".repeat(16), Annotations.NONE));
        }
        List<Delegation> delegations = List.of(Delegation.usual(Side.US, mode, 2), Delegation.usual(Side.CN, mode, 1));
        return new MatchRecord(
                any.recordTitle(),
                any.rulesStamp(),
                any.setup(),
                new SeedOrigin.Chosen(),
                false,
                delegations,
                any.start(),
                recorded,
                null,
                null,
                "0".repeat(64));
    }

    private static ClosedRound round(int number, OrdersOrigin us, OrdersOrigin cn) {
        return new ClosedRound(number, JointOrders.HOLD, us, cn);
    }

    private static List<Manner> manners(MatchRecord match, Seat seat) {
        return SeatRound.of(match).stream()
                .filter(each -> each.seat().equals(seat))
                .map(SeatRound::manner)
                .toList();
    }

    @Test
    void headsAreAsTheirOrdersCameAbout() {
        MatchRecord match = of(
                DelegationMode.HEAD,
                round(1, OrdersOrigin.SEALED, OrdersOrigin.READY),
                round(2, OrdersOrigin.ABSENT, OrdersOrigin.SEALED));
        assertThat(SeatRound.seats(match)).containsExactly(Seat.US_HEAD, MINISTER, Seat.CN_HEAD);
        assertThat(manners(match, Seat.US_HEAD)).containsExactly(Manner.SEALED, Manner.IDLE);
        assertThat(manners(match, Seat.CN_HEAD)).containsExactly(Manner.READY, Manner.SEALED);
        assertThat(Participation.of(SeatRound.of(match), Seat.US_HEAD)).isEqualTo(new Participation(2, 2, 2, 1));
    }

    @Test
    void roundsOfAStandInCountNeitherWay() {
        HostedRound bot = new HostedRound(List.of(new Takeover(Side.US, 0, new SeatHolder.Bot("hold"))), 0, false);
        HostedRound back = new HostedRound(List.of(new Takeover(Side.US, 0, new SeatHolder.Person())), 0, false);
        MatchRecord match = of(
                DelegationMode.HEAD,
                round(1, OrdersOrigin.SEALED, OrdersOrigin.SEALED),
                round(2, OrdersOrigin.STAND_IN, OrdersOrigin.SEALED).hosted(bot),
                round(3, OrdersOrigin.STAND_IN, OrdersOrigin.SEALED),
                round(4, OrdersOrigin.ABSENT, OrdersOrigin.SEALED).hosted(back));
        assertThat(manners(match, Seat.US_HEAD))
                .containsExactly(Manner.SEALED, Manner.STAND_IN, Manner.STAND_IN, Manner.IDLE);
        assertThat(Participation.of(SeatRound.of(match), Seat.US_HEAD)).isEqualTo(new Participation(4, 4, 2, 1));
    }

    @Test
    void ministersTakePartByDraftsVotesAndTexts() {
        Done said = new Done(Side.US, 1, new Deed.Say(Channel.DELEGATION, "Wait.", null));
        Done draft = new Done(Side.US, 1, new Deed.PutDraft(List.of()));
        List<AbsentMinister> away = List.of(new AbsentMinister(Side.US, 1));
        MatchRecord match = of(
                DelegationMode.HEAD,
                round(1, OrdersOrigin.SEALED, OrdersOrigin.SEALED)
                        .with(List.of(said, draft))
                        .without(away),
                round(2, OrdersOrigin.SEALED, OrdersOrigin.SEALED).without(away),
                round(3, OrdersOrigin.SEALED, OrdersOrigin.SEALED));
        assertThat(manners(match, MINISTER)).containsExactly(Manner.ACTED, Manner.IDLE, Manner.READY);
        SeatRound first = SeatRound.of(match).get(1);
        assertThat(List.of(first.drafts(), first.votes(), first.dealings(), first.texts()))
                .containsExactly(1, 0, 0, 1);
    }

    @Test
    void aHeadIsJudgedByHisOwnLineWhereMinistersDecideToo() {
        List<AbsentMinister> away = List.of(new AbsentMinister(Side.US, 0));
        List<AbsentMinister> ready = List.of(new AbsentMinister(Side.US, 0, true));
        MatchRecord match = of(
                DelegationMode.PORTFOLIO,
                round(1, OrdersOrigin.SEALED, OrdersOrigin.SEALED).without(away),
                round(2, OrdersOrigin.STAND_IN, OrdersOrigin.SEALED).without(ready),
                round(3, OrdersOrigin.KEPT, OrdersOrigin.SEALED).without(ready),
                round(4, OrdersOrigin.STAND_IN, OrdersOrigin.SEALED),
                round(5, OrdersOrigin.SEALED, OrdersOrigin.SEALED));
        assertThat(manners(match, Seat.US_HEAD))
                .containsExactly(Manner.IDLE, Manner.READY, Manner.READY, Manner.IDLE, Manner.SEALED);
        assertThat(Participation.of(SeatRound.of(match), Seat.US_HEAD)).isEqualTo(new Participation(5, 5, 5, 3));
    }

    @Test
    void aMinisterWhoDecidesHasSealedWhatHisPortfolioOrders() {
        Delegation us = Delegation.usual(Side.US, DelegationMode.PORTFOLIO, 2);
        Instrument own = us.decidedBy(1).get(0);
        Orders orders = Orders.of(List.of(new Order(own, 1)));
        MatchRecord match = of(
                DelegationMode.PORTFOLIO,
                new ClosedRound(1, new JointOrders(orders, Orders.HOLD), OrdersOrigin.ABSENT, OrdersOrigin.SEALED));
        assertThat(manners(match, MINISTER)).containsExactly(Manner.SEALED);
        assertThat(manners(match, Seat.US_HEAD)).containsExactly(Manner.IDLE);
    }
}
