package dev.truce.bot.line.json;

import dev.truce.bot.Talks;
import dev.truce.engine.view.Observation;

/** What one line of JSON tells a seat: what it sees and what it has heard. */
public record SeenAndHeard(Observation observation, Talks talks) {}
