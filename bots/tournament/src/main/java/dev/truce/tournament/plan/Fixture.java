package dev.truce.tournament.plan;

/**
 * Two bots that meet, as often as the plan says.
 *
 * @param first index of the bot that plays the US in the first match of each pair
 * @param second index of the other; the same as the first if a bot meets itself
 */
public record Fixture(int first, int second) {}
