package dev.truce.engine.scenario;

/**
 * One level of a ladder.
 *
 * @param token the word that orders write for it, for example {@code 20}, {@code 6.25} or {@code tight}; lower case, ASCII, no blanks
 * @param value the level as a number in the instrument's unit; for named ladders its index
 * @param titles how people read it
 */
public record Rung(String token, double value, Titles titles) {}
