package dev.truce.bots.bargain;

import dev.truce.bot.Bot;
import dev.truce.bot.BotSeat;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.strategy.Matcher;

/** The two bots that bargain about red lines; in peace and under pressure they act as {@code match} does. */
public final class Haggler {
    private Haggler() {}

    /** Returns a bot that gives all that it does not guard. */
    public static Bot honest(BotSeat seat) {
        return bot(seat, false);
    }

    /** Returns a bot that withholds its dearest gift as if it guarded it. */
    public static Bot liar(BotSeat seat) {
        return bot(seat, true);
    }

    private static Bot bot(BotSeat seat, boolean lies) {
        return new ReferenceBot(
                seat,
                new Matcher(seat),
                ReferenceBot.packages(seat).legal(),
                new BargainOffers(seat.scenario(), seat.side(), lies));
    }
}
