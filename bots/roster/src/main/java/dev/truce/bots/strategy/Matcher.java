package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.engine.chance.SplitMix64;

/** Estimates the partner's covert shortfall and answers it by as much (agreements E, MATCH). */
public final class Matcher implements Strategy {
    public static final BotFactory FACTORY = ReferenceBot.factory(
            "match", Matcher::new, seat -> ReferenceBot.packages(seat).legal());

    /** Fewest and most readings between which the running mean divides. */
    private static final int LEAST_WEIGHT = 2;

    private static final int MAX_WEIGHT = 6;
    private static final double PER_CATCH = .2;
    private static final double SOFTENS = .35;
    private static final double PRESSES_ABOVE = 2.2;
    private static final double ANSWERS_IN_FULL_ABOVE = 1.5;
    private static final double ANSWERS_ABOVE = .7;
    private static final int READINGS_TO_PRESS = 2;
    private static final int READINGS_TO_ANSWER = 3;
    private static final int CHEAT = Posture.NAMED.indexOf(Posture.CHEAT);

    private final SplitMix64 random;
    private int readings;
    private double shortfall;

    public Matcher(BotSeat seat) {
        random = seat.random();
    }

    /** By how many notches the other side falls short, estimated up to the round that was last chosen for. */
    public double shortfall() {
        return shortfall;
    }

    @Override
    public Stance choose(Reading seen) {
        if (seen.round() == 1) {
            return new Stance(Posture.TRUCE, Stance.THE_DEEP_SET);
        }
        estimate(seen);
        int level = Reading.level(seen.pub());
        if (level > CHEAT) {
            return answer(random.nextDouble() < SOFTENS ? level - 1 : level);
        }
        boolean deep = seen.deal() == 2;
        if (readings >= READINGS_TO_PRESS && shortfall > PRESSES_ABOVE) {
            return Stance.PRESS;
        }
        if (readings >= READINGS_TO_ANSWER && shortfall > ANSWERS_IN_FULL_ABOVE) {
            return deep ? Stance.of(0, 0, 1, 0, Stance.THE_DEEP_SET) : Stance.of(2, 1, 0, 0, Stance.THE_DEEP_SET);
        }
        if (readings >= READINGS_TO_ANSWER && shortfall > ANSWERS_ABOVE) {
            return deep ? Stance.of(0, 0, 2, 0, Stance.THE_DEEP_SET) : Stance.of(2, 1, 1, 0, Stance.THE_DEEP_SET);
        }
        return Stance.nice(seen);
    }

    private void estimate(Reading seen) {
        if (seen.dealThen() == 0) {
            return;
        }
        readings++;
        double reading = seen.neededThen() - seen.ch();
        shortfall += (reading - shortfall) / Math.max(LEAST_WEIGHT, Math.min(readings, MAX_WEIGHT));
        if (seen.caught()) {
            shortfall += PER_CATCH;
        }
    }

    private static Stance answer(int level) {
        // Softened to a cheat it keeps its covert promises, so it is the truce.
        return level == CHEAT
                ? new Stance(Posture.TRUCE, Stance.THE_DEEP_SET)
                : new Stance(Posture.NAMED.get(level), Stance.THE_TRUCE);
    }
}
