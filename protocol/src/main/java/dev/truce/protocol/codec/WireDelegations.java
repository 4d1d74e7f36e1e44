package dev.truce.protocol.codec;

import dev.truce.engine.board.Portfolio;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.MinisterScore;
import dev.truce.engine.payoff.Component;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.SeatHolder;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.codec.table.WireLists;
import dev.truce.protocol.v2.SeatChanged;
import dev.truce.protocol.v2.SeatOccupant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps who sits where, and what each is answerable for. */
final class WireDelegations {
    private static final EnumTable<Portfolio, dev.truce.protocol.v2.Portfolio> PORTFOLIOS =
            EnumTable.of(Portfolio.class, dev.truce.protocol.v2.Portfolio.class, "PORTFOLIO_");

    private WireDelegations() {}

    static dev.truce.protocol.v2.DelegationMode toWire(@Nullable DelegationMode mode) {
        return mode == null
                ? dev.truce.protocol.v2.DelegationMode.DELEGATION_MODE_UNSPECIFIED
                : RoomFrames.MODES.toWire(mode);
    }

    static @Nullable DelegationMode toGame(dev.truce.protocol.v2.DelegationMode mode, String field)
            throws UnreadableException {
        return mode == dev.truce.protocol.v2.DelegationMode.DELEGATION_MODE_UNSPECIFIED
                ? null
                : RoomFrames.MODES.toGame(mode, field);
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

    static void write(SeatHolder holder, SeatChanged.Builder to) {
        to.setBot(holder instanceof SeatHolder.Bot bot ? bot.name() : "");
        to.setVacant(holder.equals(new SeatHolder.Nobody()));
    }

    static SeatHolder read(SeatChanged from, String field) throws UnreadableException {
        String bot = from.getBot();
        if (bot.isEmpty()) {
            return from.getVacant() ? new SeatHolder.Nobody() : new SeatHolder.Person();
        } else if (!SeatHolder.Bot.isName(bot)) {
            throw new UnreadableException(field + ".bot", "refused.malformed.unknown", "", field + ".bot");
        }
        return new SeatHolder.Bot(bot);
    }

    static dev.truce.protocol.v2.MinisterScore toWire(MinisterScore score) {
        return dev.truce.protocol.v2.MinisterScore.newBuilder()
                .setSeat(WireBoard.toWire(new Seat(score.side(), score.number())))
                .addAllWeightsPercent(toWire(score.brief()))
                .setScore(score.score())
                .setSideScore(score.sideScore())
                .build();
    }

    static MinisterScore toGame(dev.truce.protocol.v2.MinisterScore wire, String field) throws UnreadableException {
        Seat seat = WireBoard.toGame(wire.getSeat(), field + ".seat");
        return new MinisterScore(
                seat.side(),
                seat.number(),
                toGame(wire.getWeightsPercentList(), field + ".weights_percent"),
                wire.getScore(),
                wire.getSideScore());
    }

    static List<Integer> toWire(Brief brief) {
        return brief.weightsPercent();
    }

    static Brief toGame(List<Integer> percent, String field) throws UnreadableException {
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
