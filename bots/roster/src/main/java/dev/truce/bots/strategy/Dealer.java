package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.posture.Packages;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;

/** Punishes for a round or two, offering the deep agreement all the while (economy 10). */
final class Dealer implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory("dealer", seat -> new Dealer(), seat -> {
        Packages packages = ReferenceBot.packages(seat);
        return packages.secondLine().and(packages.portFees());
    });

    private static final double PROVOKED_ABOVE = .9;
    private static final double HARD_ABOVE = 2.8;
    private static final int ROUNDS_FOR_PRESSURE = 2;
    private static final int ROUNDS_FOR_A_CATCH = 1;

    private int punishing;

    @Override
    public Stance choose(Reading seen) {
        // What happens while it punishes is not counted again.
        if (punishing == 0) {
            punishing = seen.pub() > PROVOKED_ABOVE ? ROUNDS_FOR_PRESSURE : seen.caught() ? ROUNDS_FOR_A_CATCH : 0;
        }
        if (punishing == 0) {
            return Stance.nice(seen);
        }
        punishing--;
        return new Stance(seen.pub() > HARD_ABOVE ? Posture.HARD : Posture.PRESS, Stance.THE_DEEP_SET);
    }

    @Override
    public Judgement judgement() {
        return Judgement.REST;
    }
}
