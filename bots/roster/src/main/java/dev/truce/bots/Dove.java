package dev.truce.bots;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.engine.view.Observation;

/** Always deep, whatever the other side does (economy 10). */
final class Dove implements Bot {
    static final BotFactory FACTORY = BotFactory.of(
            "dove", "Always makes the concessions of a deep agreement, whatever the other side does.", Dove::new);

    private final Postures postures;

    private Dove(BotSeat seat) {
        postures = new Postures(seat.scenario(), seat.side());
    }

    @Override
    public Decision decide(Observation observation) {
        return postures.draft(Posture.DEEP).decide(observation);
    }
}
