package dev.truce.tournament.attack;

import dev.truce.bot.BotFactory;

/**
 * A bot that was made to exploit others.
 *
 * @param family attackers of a kind, lower case with hyphens
 * @param bot the bot
 * @param needsKnownEnd whether it can attack only where it knows which round is the last; all of its family do or do not
 */
public record Attacker(String family, BotFactory bot, boolean needsKnownEnd) {
    /** An attacker for matches that end as their scenario says. */
    public Attacker(String family, BotFactory bot) {
        this(family, bot, false);
    }
}
