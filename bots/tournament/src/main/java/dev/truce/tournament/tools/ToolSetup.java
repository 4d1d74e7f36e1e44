package dev.truce.tournament.tools;

import dev.truce.bot.BotFactory;
import dev.truce.engine.round.Rules;
import dev.truce.story.words.Language;
import java.util.OptionalLong;

/**
 * What a program plays that calls tools.
 *
 * @param rules the compiled scenario
 * @param rounds of each match, 1 to 64; 0 for what the scenario says
 * @param against the bot of the other side
 * @param seed from which the seeds of the matches follow; without one they are drawn
 * @param language in which the rules are told
 */
public record ToolSetup(Rules rules, int rounds, BotFactory against, OptionalLong seed, Language language) {}
