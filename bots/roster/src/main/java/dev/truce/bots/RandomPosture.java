package dev.truce.bots;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.view.Observation;

/** Takes one of the six named postures each round, all equally likely (economy 10). Draws once a round. */
final class RandomPosture implements Bot {
    static final BotFactory FACTORY = BotFactory.of(
            "random", "Takes one of six postures each round, from deep to war, by its own dice.", RandomPosture::new);

    private final Postures postures;
    private final SplitMix64 random;

    private RandomPosture(BotSeat seat) {
        postures = new Postures(seat.scenario(), seat.side());
        random = seat.random();
    }

    @Override
    public Decision decide(Observation observation) {
        Posture posture = Posture.NAMED.get(random.nextInt(Posture.NAMED.size()));
        return postures.draft(posture).decide(observation);
    }
}
