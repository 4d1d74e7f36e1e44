package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;

/** Nice until it is wronged once, then at war for ever (economy 10). */
final class Grim implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory(
            "grim", seat -> new Grim(), seat -> ReferenceBot.packages(seat).legal());

    private static final double PROVOKED_ABOVE = .9;
    /** A catch counts if the signals say that it was no false alarm. */
    private static final double SHORT_BELOW = 1;

    private boolean wronged;

    @Override
    public Stance choose(Reading seen) {
        wronged |= seen.pub() > PROVOKED_ABOVE || (seen.caught() && seen.ch() < SHORT_BELOW);
        return wronged ? Stance.WAR : Stance.nice(seen);
    }

    @Override
    public Judgement judgement() {
        return Judgement.SUSPEND;
    }
}
