package dev.truce.bots.minds;

import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;

/**
 * What a searcher may do: decide so in the open round, and go on like a strategy.
 *
 * @param first for the open round
 * @param then from the next round on
 */
record Candidate(Decision first, BotFactory then) {}
