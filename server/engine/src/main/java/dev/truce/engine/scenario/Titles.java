package dev.truce.engine.scenario;

/**
 * One text in the two languages of the game.
 *
 * @param english English text
 * @param chinese Simplified Chinese text
 */
public record Titles(String english, String chinese) {}
