package dev.truce.bots.bargain;

import dev.truce.bot.Bot;
import dev.truce.bot.BotSeat;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.reference.OfferPolicy;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.bots.strategy.Matcher;

/** The bots that bargain about red lines; in peace and under pressure they act as {@code match} does. */
public final class Haggler {
    private Haggler() {}

    /** Returns a bot that gives all that it does not guard. */
    public static Bot honest(BotSeat seat) {
        return bot(seat, new BargainOffers(seat.scenario(), seat.side(), false));
    }

    /** Returns a bot that withholds its dearest gift as if it guarded it. */
    public static Bot liar(BotSeat seat) {
        return bot(seat, new BargainOffers(seat.scenario(), seat.side(), true));
    }

    /** Returns the honest one with other habits, to measure what its own are worth. */
    public static Bot honest(BotSeat seat, Publicity publicity, Judgement judgement) {
        Matcher matcher = new Matcher(seat);
        Strategy judging = new Strategy() {
            @Override
            public Stance choose(Reading seen) {
                return matcher.choose(seen);
            }

            @Override
            public Judgement judgement() {
                return judgement;
            }
        };
        OfferPolicy offers = new BargainOffers(seat.scenario(), seat.side(), false, publicity);
        return new ReferenceBot(seat, judging, ReferenceBot.packages(seat).legal(), offers);
    }

    /** Returns the honest one's offers; where nobody has red lines those of the reference strategies. */
    public static OfferPolicy offers(BotSeat seat) {
        return seat.scenario().redLines().exist()
                ? new BargainOffers(seat.scenario(), seat.side(), false)
                : OfferPolicy.of(seat.scenario(), seat.side());
    }

    /** Returns a bot that gives and asks in steps, and acts as {@code match} does. */
    public static Bot step(BotSeat seat, StepTaste taste) {
        return bot(seat, new StepOffers(seat.scenario(), seat.side(), taste));
    }

    private static Bot bot(BotSeat seat, OfferPolicy offers) {
        return new ReferenceBot(
                seat, new Matcher(seat), ReferenceBot.packages(seat).legal(), offers);
    }

    /** Which agreements a bargaining bot announces, and for how long it offers them. */
    public enum Publicity {
        /** What ends before lines move; what does not end by then stays private. */
        CHOOSING,
        /** None, for the same lengths. */
        NEVER,
        /** All, for the same lengths. */
        ALWAYS,
        /** All, for as long as an agreement may last. */
        ALWAYS_LONG
    }
}
