package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;

/**
 * Watches the signals, smooths them, and answers a shortfall by pressure (economy 10). It holds the signals of the last round
 * against the deal that is in force now, so it is stern for a round when a deal has just become deeper.
 */
final class Auditor implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory(
            "audit", seat -> new Auditor(), seat -> ReferenceBot.packages(seat).portFees());

    private static final double MEMORY = .6;
    private static final double CHEATED_ABOVE = .55;
    private static final double PRESSED_ABOVE = 1.4;
    private static final int LEAST_READINGS = 2;
    private static final double PROVOKED_ABOVE = .4;
    private static final double HARD_FROM = 2.2;
    private static final double WAR_FROM = 4;

    private double shortfall;
    private int readings;

    @Override
    public Stance choose(Reading seen) {
        if (seen.round() > 1) {
            readings++;
            shortfall = MEMORY * shortfall + (1 - MEMORY) * (seen.needed() - seen.ch());
        }
        if (seen.pub() > PROVOKED_ABOVE) {
            Posture answer =
                    seen.pub() < HARD_FROM ? Posture.PRESS : seen.pub() < WAR_FROM ? Posture.HARD : Posture.WAR;
            return new Stance(answer, Stance.THE_TRUCE);
        }
        if (readings >= LEAST_READINGS && shortfall > PRESSED_ABOVE) {
            return Stance.PRESS;
        }
        if (readings >= LEAST_READINGS && shortfall > CHEATED_ABOVE) {
            return new Stance(Posture.CHEAT, Stance.THE_TRUCE);
        }
        return Stance.nice(seen);
    }
}
