package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bots.posture.OrderPlan;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.posture.Postures;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.engine.board.Side;

/** Under-complies a little with everybody, and bans at its chokepoint when provoked (economy 10). */
final class Choker implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory("choker", Choker::new);

    private static final double PROVOKED_ABOVE = .9;
    private static final int LEAST_TARIFF = 2;
    private static final int MAX_TARIFF = 4;
    private static final int BANNED = 3;

    private final Side side;
    private final Postures postures;

    Choker(BotSeat seat) {
        side = seat.side();
        postures = new Postures(seat.scenario(), side);
    }

    @Override
    public Stance choose(Reading seen) {
        if (seen.gOp() > PROVOKED_ABOVE) {
            int tariff = Math.min(MAX_TARIFF, Math.max(LEAST_TARIFF, seen.tariffClass()));
            return Stance.of(tariff, BANNED, 0, 1, Stance.THE_TRUCE);
        }
        if (seen.deal() == 2) {
            return Stance.of(0, 0, 2, 0, Stance.THE_DEEP_SET);
        }
        return seen.offered() == Stance.THE_DEEP_SET
                ? Stance.of(1, 0, 2, 0, Stance.THE_DEEP_SET)
                : new Stance(Posture.TRUCE, Stance.THE_DEEP_SET);
    }

    /** As China, inside a deep agreement, it is short in the pace of licences alone. */
    @Override
    public void adjust(Reading seen, Stance chosen, OrderPlan draft) {
        if (side == Side.CN && seen.deal() == 2 && chosen.posture().isCalm()) {
            postures.spreadShortfall(chosen.posture().compliance(), draft);
        }
    }

    @Override
    public Judgement judgement() {
        return Judgement.REST;
    }
}
