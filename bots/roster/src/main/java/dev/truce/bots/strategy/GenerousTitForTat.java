package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.chance.SplitMix64;

/** Tit for tat that forgives: a wider peace, and now and then one step less than what was done to it (economy 10). */
final class GenerousTitForTat implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory(
            "gtft", GenerousTitForTat::new, seat -> ReferenceBot.packages(seat).secondLine());

    /** Returns the same strategy with one instrument forced to a level whenever it is hostile; for measuring retaliation. */
    static BotFactory forcing(Instrument instrument, int level) {
        return ReferenceBot.factory(
                "gtft-forced",
                GenerousTitForTat::new,
                seat -> ReferenceBot.packages(seat)
                        .secondLine()
                        .and(ReferenceBot.packages(seat).forced(instrument, level)));
    }

    private static final double AT_PEACE = .8;
    private static final double ANSWERS_A_CHEAT = .5;
    private static final double SOFTENS = .35;
    private static final int CHEAT = Posture.NAMED.indexOf(Posture.CHEAT);

    private final SplitMix64 random;

    GenerousTitForTat(BotSeat seat) {
        random = seat.random();
    }

    @Override
    public Stance choose(Reading seen) {
        if (seen.round() == 1) {
            return new Stance(Posture.TRUCE, Stance.THE_DEEP_SET);
        }
        if (TitForTat.isConciliatory(seen) && seen.gOp() < AT_PEACE) {
            return Stance.DEEP;
        }
        int level = Reading.level(seen.gOp());
        if (level == CHEAT && !(seen.caught() && random.nextDouble() < ANSWERS_A_CHEAT)) {
            level--;
        } else if (level > CHEAT && random.nextDouble() < SOFTENS) {
            level--;
        }
        return new Stance(Posture.NAMED.get(level), level <= CHEAT ? Stance.THE_DEEP_SET : Stance.THE_TRUCE);
    }
}
