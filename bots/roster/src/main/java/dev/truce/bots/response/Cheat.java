package dev.truce.bots.response;

import dev.truce.bot.BotFactory;
import java.util.Locale;

/** What a cheat changes in the decisions of the bot that bargains for it. */
public enum Cheat {
    /** Delivers a notch less than every covert clause asks. */
    ONE_NOTCH_SHORT,
    /** Delivers a notch less in the pace of licences alone. */
    PACE_SHORT,
    /** Leaves covert instruments that are red lines where the truce had them. */
    SECRET_LINES,
    /** Leaves public instruments that are red lines where the truce had them, in open breach. */
    PUBLIC_LINES,
    /** Delivers nothing covert from round 10 on. */
    NOTHING_LATE,
    /** Delivers nothing covert in the last round, if it is known. */
    NOTHING_LAST,
    /** Suspends the agreement over any accusation if that is cheaper than its red lines, and takes them back in that round. */
    PRETEXT;

    /** Returns its name, lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a bot with this cheat. */
    public BotFactory of(BotFactory bot) {
        return BotFactory.of(bot.name() + "-" + word(), seat -> new CheatingBot(seat, bot.create(seat), this));
    }
}
