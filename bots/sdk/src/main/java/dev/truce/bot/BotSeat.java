package dev.truce.bot;

import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.scenario.Scenario;

/**
 * What a bot is given at the start of a match.
 *
 * @param side the side it plays
 * @param scenario the scenario, which is public
 * @param random its own random stream, independent of the match's
 * @param budget counts the steps it may take in each round
 */
public record BotSeat(Side side, Scenario scenario, SplitMix64 random, StepBudget budget) {}
