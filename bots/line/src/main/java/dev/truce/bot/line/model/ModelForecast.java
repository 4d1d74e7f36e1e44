package dev.truce.bot.line.model;

import java.util.Optional;

/**
 * What a model foretold before a round: with what chance the other side keeps its word in it.
 *
 * @param match 1 or 2
 * @param side US or CN, the model's
 * @param round the round, from 1
 * @param on a covert instrument of the other side, or {@link ForecastQuestion#PUBLIC}
 * @param chance from 0 to 1; none if the model gave none that can be read
 */
public record ModelForecast(int match, String side, int round, String on, Optional<Double> chance) {}
