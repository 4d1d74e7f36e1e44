package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.engine.chance.SplitMix64;

/** Takes one of the six named postures each round and one of the three offers, all equally likely (economy 10). */
final class RandomPosture implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory("random", RandomPosture::new);

    private static final int OFFERS = 3;
    /** Turns the top 53 bits of a draw into a number in [0, 1), as {@link SplitMix64#nextDouble} does. */
    private static final double UNIT = 1.0 / (1L << 53);

    private final SplitMix64 random;

    RandomPosture(BotSeat seat) {
        random = seat.random();
    }

    @Override
    public Stance choose(Reading seen) {
        // One draw a round, as in matches without offers, so that those replay; the offer's dice are thrown from it.
        long draw = random.nextLong();
        int posture = (int) ((draw >>> 11) * UNIT * Posture.NAMED.size());
        return new Stance(Posture.NAMED.get(posture), new SplitMix64(draw).nextInt(OFFERS));
    }

    @Override
    public Judgement judgement() {
        return Judgement.REST;
    }
}
