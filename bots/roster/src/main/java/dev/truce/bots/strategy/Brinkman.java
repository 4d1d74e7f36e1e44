package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;

/** Opens with threats, then bargains from strength (economy 10). */
final class Brinkman implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory(
            "brink", seat -> new Brinkman(), seat -> ReferenceBot.packages(seat).portFees());

    private static final int OPENING = 2;
    private static final double PROVOKED_ABOVE = 2.8;
    private static final int EASES_EVERY = 3;

    @Override
    public Stance choose(Reading seen) {
        if (seen.round() <= OPENING) {
            return new Stance(Posture.HARD, Stance.NOTHING);
        }
        if (seen.gOp() > PROVOKED_ABOVE) {
            // Rounds are counted from 0 here, as in economy 10.
            boolean eases = (seen.round() - 1) % EASES_EVERY == 0;
            return new Stance(eases ? Posture.PRESS : Posture.HARD, Stance.THE_DEEP_SET);
        }
        if (seen.deal() == 2) {
            return Stance.of(0, 0, 2, 0, Stance.THE_DEEP_SET);
        }
        if (seen.offered() == Stance.THE_DEEP_SET && seen.tariffClass() <= 1) {
            return Stance.of(1, 0, 2, 0, Stance.THE_DEEP_SET);
        }
        return new Stance(Posture.TRUCE, Stance.THE_DEEP_SET);
    }
}
