package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;

/**
 * Win-stay, lose-shift: changes its mode after bad rounds (economy 10). What it is shown of its points is estimated from noisy
 * signals, and customs data come a round late, so it judges by the mean of the last two rounds rather than by the last one.
 */
final class Pavlov implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory("pavlov", Pavlov::new);

    private static final double BAD_BELOW = -1.5;

    private final Side side;
    private boolean presses;
    private double before = Double.NaN;

    Pavlov(BotSeat seat) {
        side = seat.side();
    }

    @Override
    public Stance choose(Reading seen) {
        RoundView last = seen.seen().last();
        if (last != null) {
            double points = points(last);
            double judged = Double.isNaN(before) ? points : (before + points) / 2;
            before = points;
            if (judged < BAD_BELOW) {
                presses = !presses;
            }
        }
        if (presses) {
            return Stance.PRESS;
        }
        boolean invited = seen.offered() == Stance.THE_DEEP_SET;
        return new Stance(invited ? Posture.DEEP : Posture.TRUCE, Stance.THE_DEEP_SET);
    }

    /** Returns its own points of a round as its score card shows them, estimates included. */
    private double points(RoundView last) {
        for (ScoreCard card : last.scores()) {
            if (card.side() == side) {
                long micro = 0;
                for (long part : card.pointsMicro()) {
                    micro += part;
                }
                return micro / 1e6;
            }
        }
        return 0;
    }
}
