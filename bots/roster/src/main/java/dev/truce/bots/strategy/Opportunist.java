package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bots.posture.OrderPlan;
import dev.truce.bots.posture.Postures;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.engine.board.Side;

/** Cheats in covert matters while the other side is calm, and behaves for a round when it is caught (economy 10). */
final class Opportunist implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory("opport", Opportunist::new);

    private static final double PROVOKED_ABOVE = 1.2;
    private static final int AS_AGREED = 2;

    private final Side side;
    private final Postures postures;

    Opportunist(BotSeat seat) {
        side = seat.side();
        postures = new Postures(seat.scenario(), side);
    }

    @Override
    public Stance choose(Reading seen) {
        if (seen.gOp() > PROVOKED_ABOVE) {
            return Stance.PRESS;
        }
        if (seen.deal() == 2) {
            return Stance.of(0, 0, seen.selfCaught() ? AS_AGREED : 1, 0, Stance.THE_DEEP_SET);
        }
        if (seen.offered() == Stance.THE_DEEP_SET) {
            return Stance.of(1, 0, seen.selfCaught() ? AS_AGREED : 1, 0, Stance.THE_DEEP_SET);
        }
        return Stance.of(2, 1, seen.selfCaught() ? AS_AGREED : 0, 0, Stance.THE_TRUCE);
    }

    /** As China it spreads its shortfall, so that none of its three covert clauses shows all of it. */
    @Override
    public void adjust(Reading seen, Stance chosen, OrderPlan draft) {
        if (side == Side.CN && chosen.posture().isCalm() && !seen.selfCaught()) {
            postures.spreadShortfall(chosen.posture().compliance(), draft);
        }
    }
}
