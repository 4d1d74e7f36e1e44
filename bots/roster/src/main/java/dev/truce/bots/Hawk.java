package dev.truce.bots;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.engine.view.Observation;

/** Always war, whatever the other side does (economy 10). */
final class Hawk implements Bot {
    static final BotFactory FACTORY =
            BotFactory.of("hawk", "Always wages the full trade war, whatever the other side does.", Hawk::new);

    private final Postures postures;

    private Hawk(BotSeat seat) {
        postures = new Postures(seat.scenario(), seat.side());
    }

    @Override
    public Decision decide(Observation observation) {
        return postures.draft(Posture.WAR).decide(observation);
    }
}
