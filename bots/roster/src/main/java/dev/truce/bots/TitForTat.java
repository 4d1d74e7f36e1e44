package dev.truce.bots;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.engine.view.Observation;

/**
 * Answers in kind (economy 10, agreements E): deep towards a partner that is nearly at peace and has cut its tariffs or
 * signed a deep agreement, else the posture that the other side's escalation amounts to. Hostile answers are given family
 * by family ({@link Mirror}).
 */
final class TitForTat implements Bot {
    static final BotFactory FACTORY = BotFactory.of(
            "tft", "Tit for tat: starts at the truce, then answers each kind of measure in kind.", TitForTat::new);

    /** Escalation below which concessions are answered by concessions. */
    private static final double AT_PEACE = .5;
    /** Escalation from which the posture is cheat, press, hard and war (economy 10). */
    private static final double CHEAT_FROM = .3;

    private static final double PRESS_FROM = .9;
    private static final double HARD_FROM = 2.8;
    private static final double WAR_FROM = 4.5;

    private final Postures postures;
    private final Reader reader;
    private final Mirror mirror;

    private TitForTat(BotSeat seat) {
        postures = new Postures(seat.scenario(), seat.side());
        reader = new Reader(seat.scenario(), seat.side());
        mirror = new Mirror(seat.scenario(), seat.side());
    }

    @Override
    public Decision decide(Observation observation) {
        Posture posture = observation.openRound() == 1 ? Posture.TRUCE : answer(reader.read(observation));
        Draft draft = postures.draft(posture);
        if (posture.isHostile()) {
            mirror.answer(observation.levels(), draft);
        }
        return draft.decide(observation);
    }

    private static Posture answer(Reading other) {
        double escalation = other.gOp();
        if ((other.tariffClass() <= 1 || other.deal() == 2) && escalation < AT_PEACE) {
            return Posture.DEEP;
        }
        if (escalation < CHEAT_FROM) {
            return Posture.TRUCE;
        }
        if (escalation < PRESS_FROM) {
            // A shortfall read from noisy signals is no ground to cheat; one that the news names is.
            return other.caught() ? Posture.CHEAT : Posture.TRUCE;
        }
        if (escalation < HARD_FROM) {
            return Posture.PRESS;
        }
        return escalation < WAR_FROM ? Posture.HARD : Posture.WAR;
    }
}
