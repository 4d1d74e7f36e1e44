package dev.truce.tournament.branch;

/**
 * Both arms in the same future: the same chance in every round from the branch on, keyed by round and purpose, so that what a side does
 * shifts no draw.
 *
 * @param was the arm that goes on as it was
 * @param branch the other
 */
public record Twins(ArmEnd was, ArmEnd branch) {}
