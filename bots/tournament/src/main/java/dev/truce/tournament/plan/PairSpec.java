package dev.truce.tournament.plan;

import java.io.Serializable;

/**
 * One pair of matches: two bots on one seed and the same shocks, the second time with sides swapped.
 *
 * @param index number of the pair in the tournament, from 0; its seed follows from it
 * @param stage number of the stage, from 0
 * @param first index of the bot that plays the US in match 1
 * @param second index of the bot that plays the US in match 2
 * @param seed seed of both matches
 */
public record PairSpec(int index, int stage, int first, int second, long seed) implements Serializable {}
