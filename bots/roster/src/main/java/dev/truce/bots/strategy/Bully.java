package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.posture.Packages;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;

/** Presses until somebody presses back (economy 10). */
final class Bully implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory("bully", seat -> new Bully(), seat -> {
        Packages packages = ReferenceBot.packages(seat);
        return packages.legal().and(packages.portFees());
    });

    private static final double AFRAID_ABOVE = .9;
    private static final int MAX_FEAR = 3;
    private static final int CYCLE = 3;

    private int fear;

    @Override
    public Stance choose(Reading seen) {
        fear = seen.gOp() > AFRAID_ABOVE ? Math.min(MAX_FEAR, fear + 2) : Math.max(0, fear - 1);
        if (fear > 0) {
            return new Stance(Posture.TRUCE, Stance.THE_DEEP_SET);
        }
        // Every third round, counted from 1: round mod 3 = 2 where economy 10 counts from 0.
        return new Stance(seen.round() % CYCLE == 0 ? Posture.HARD : Posture.PRESS, Stance.THE_TRUCE);
    }
}
