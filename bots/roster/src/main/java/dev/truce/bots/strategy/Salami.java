package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;

/** Takes one small step after the other while nobody objects (economy 10). */
final class Salami implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory(
            "salami", seat -> new Salami(), seat -> ReferenceBot.packages(seat).secondLine());

    private static final double STEPS_DOWN_ABOVE = 1.5;
    private static final double CLIMBS_BELOW = .9;
    private static final int LEAST = Posture.NAMED.indexOf(Posture.TRUCE);
    private static final int MOST = Posture.NAMED.indexOf(Posture.HARD);

    private int step = LEAST;

    @Override
    public Stance choose(Reading seen) {
        // "Each odd round" of economy 10, which counts from 0.
        boolean mayClimb = seen.round() % 2 == 0;
        if (seen.gOp() > STEPS_DOWN_ABOVE) {
            step = Math.max(LEAST, step - 1);
        } else if (mayClimb && seen.gOp() < CLIMBS_BELOW) {
            step = Math.min(MOST, step + 1);
        }
        return new Stance(Posture.NAMED.get(step), Stance.THE_TRUCE);
    }

    @Override
    public Judgement judgement() {
        return Judgement.REST;
    }
}
