package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.posture.Mirror;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;

/**
 * Answers in kind (economy 10, agreements E): deep towards a partner that is nearly at peace and has cut its tariffs,
 * offered a deep agreement or signed one, else the posture that the other side's escalation amounts to. Hostile answers are
 * given family by family ({@link Mirror}).
 */
final class TitForTat implements Strategy {
    static final BotFactory FACTORY =
            ReferenceBot.factory("tft", seat -> new TitForTat(), seat -> new Mirror(seat.scenario(), seat.side()));

    /** Escalation below which concessions are answered by concessions. */
    private static final double AT_PEACE = .5;

    @Override
    public Stance choose(Reading seen) {
        if (seen.round() == 1) {
            return new Stance(Posture.TRUCE, Stance.THE_DEEP_SET);
        }
        if (isConciliatory(seen) && seen.gOp() < AT_PEACE) {
            return Stance.DEEP;
        }
        Posture level = Posture.NAMED.get(Reading.level(seen.gOp()));
        // A shortfall read from noisy signals is no ground to cheat; one that the news names is.
        boolean forgives = level.equals(Posture.CHEAT) && !seen.caught();
        return new Stance(
                forgives ? Posture.TRUCE : level, level.equals(Posture.TRUCE) ? Stance.THE_DEEP_SET : Stance.THE_TRUCE);
    }

    /** Returns whether the other side has cut its tariffs, or has offered or signed a deep agreement. */
    static boolean isConciliatory(Reading seen) {
        return seen.tariffClass() <= 1 || seen.deal() == 2 || seen.offered() == Stance.THE_DEEP_SET;
    }
}
