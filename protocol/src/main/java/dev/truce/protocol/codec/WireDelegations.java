package dev.truce.protocol.codec;

import dev.truce.engine.board.Portfolio;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.MinisterScore;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.Component;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.codec.table.WireLists;
import dev.truce.protocol.message.Occupant;
import dev.truce.protocol.v2.BriefGiven;
import dev.truce.protocol.v2.Drafted;
import dev.truce.protocol.v2.MinistersScored;
import dev.truce.protocol.v2.SeatOccupant;
import dev.truce.protocol.v2.Voted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps who sits where, and what is told inside of a delegation. */
final class WireDelegations {
    private static final EnumTable<Portfolio, dev.truce.protocol.v2.Portfolio> PORTFOLIOS =
            EnumTable.of(Portfolio.class, dev.truce.protocol.v2.Portfolio.class, "PORTFOLIO_");

    private WireDelegations() {}

    static dev.truce.protocol.v2.DelegationMode toWire(@Nullable DelegationMode mode) {
        return mode == null
                ? dev.truce.protocol.v2.DelegationMode.DELEGATION_MODE_UNSPECIFIED
                : DelegationFrames.MODES.toWire(mode);
    }

    static @Nullable DelegationMode toGame(dev.truce.protocol.v2.DelegationMode mode, String field)
            throws UnreadableException {
        return mode == dev.truce.protocol.v2.DelegationMode.DELEGATION_MODE_UNSPECIFIED
                ? null
                : DelegationFrames.MODES.toGame(mode, field);
    }

    static SeatOccupant toWire(Occupant occupant) {
        SeatOccupant.Builder wire = SeatOccupant.newBuilder()
                .setSeat(WireBoard.toWire(occupant.seat()))
                .setName(occupant.name())
                .setBot(occupant.bot())
                .setConnected(occupant.connected());
        occupant.portfolios().forEach(portfolio -> wire.addPortfolios(PORTFOLIOS.toWire(portfolio)));
        return wire.build();
    }

    static Occupant toGame(SeatOccupant wire, String field) throws UnreadableException {
        return new Occupant(
                WireBoard.toGame(wire.getSeat(), field + ".seat"),
                wire.getName(),
                wire.getBot(),
                wire.getConnected(),
                WireLists.read(wire.getPortfoliosList(), field + ".portfolios", PORTFOLIOS::toGame));
    }

    static Drafted toWire(Notice.Drafted notice) {
        Drafted.Builder wire =
                Drafted.newBuilder().setSeat(WireBoard.toWire(notice.seat())).setRoundId(notice.round());
        notice.orders().list().forEach(order -> wire.addOrders(WireBoard.toWire(order)));
        return wire.build();
    }

    static Notice toGame(Drafted wire) throws UnreadableException {
        List<Order> orders = WireLists.read(wire.getOrdersList(), "drafted.orders", WireBoard::toGame);
        for (int i = 1; i < orders.size(); i++) {
            if (orders.get(i).instrument().compareTo(orders.get(i - 1).instrument()) <= 0) {
                throw new UnreadableException("drafted.orders[" + i + "]", "refused.malformed.order", "");
            }
        }
        return new Notice.Drafted(
                WireBoard.toGame(wire.getSeat(), "drafted.seat"), wire.getRoundId(), Orders.of(orders));
    }

    static Voted toWire(Notice.Voted notice) {
        return Voted.newBuilder()
                .setSeat(WireBoard.toWire(notice.seat()))
                .setRoundId(notice.round())
                .setDrafter(WireBoard.toWire(notice.drafter()))
                .setYes(notice.yes())
                .build();
    }

    static Notice toGame(Voted wire) throws UnreadableException {
        return new Notice.Voted(
                WireBoard.toGame(wire.getSeat(), "voted.seat"),
                wire.getRoundId(),
                WireBoard.toGame(wire.getDrafter(), "voted.drafter"),
                wire.getYes());
    }

    static BriefGiven toWire(Notice.BriefGiven notice) {
        return BriefGiven.newBuilder()
                .setSeat(WireBoard.toWire(notice.seat()))
                .addAllWeightsPercent(notice.brief().weightsPercent())
                .build();
    }

    static Notice toGame(BriefGiven wire) throws UnreadableException {
        return new Notice.BriefGiven(
                WireBoard.toGame(wire.getSeat(), "brief_given.seat"),
                brief(wire.getWeightsPercentList(), "brief_given.weights_percent"));
    }

    static MinistersScored toWire(Notice.MinistersScored notice) {
        MinistersScored.Builder wire = MinistersScored.newBuilder();
        for (MinisterScore score : notice.scores()) {
            wire.addScores(dev.truce.protocol.v2.MinisterScore.newBuilder()
                    .setSeat(WireBoard.toWire(new Seat(score.side(), score.number())))
                    .addAllWeightsPercent(score.brief().weightsPercent())
                    .setScore(score.score())
                    .setSideScore(score.sideScore()));
        }
        return wire.build();
    }

    static Notice toGame(MinistersScored wire) throws UnreadableException {
        List<MinisterScore> scores = new ArrayList<>();
        for (int i = 0; i < wire.getScoresCount(); i++) {
            String at = "ministers_scored.scores[" + i + "]";
            dev.truce.protocol.v2.MinisterScore score = wire.getScores(i);
            Seat seat = WireBoard.toGame(score.getSeat(), at + ".seat");
            scores.add(new MinisterScore(
                    seat.side(),
                    seat.number(),
                    brief(score.getWeightsPercentList(), at + ".weights_percent"),
                    score.getScore(),
                    score.getSideScore()));
        }
        return new Notice.MinistersScored(scores);
    }

    private static Brief brief(List<Integer> percent, String field) throws UnreadableException {
        if (percent.size() != Component.COUNT) {
            throw new UnreadableException(field, "refused.malformed.count", "", 16, percent.size());
        }
        for (int weight : percent) {
            if (weight < 0 || weight > Brief.MAX_PERCENT) {
                throw new UnreadableException(field, "refused.malformed.weight", "0.." + Brief.MAX_PERCENT, weight);
            }
        }
        return new Brief(percent);
    }
}
