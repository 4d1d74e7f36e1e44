package dev.truce.tournament.attack;

import dev.truce.bot.BotFactory;

/**
 * A bot that was made to exploit others.
 *
 * @param family attackers of a kind, lower case with hyphens
 * @param bot the bot
 */
public record Attacker(String family, BotFactory bot) {}
