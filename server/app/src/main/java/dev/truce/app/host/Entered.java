package dev.truce.app.host;

import dev.truce.app.room.PlaceToken;

/**
 * Somebody has a place.
 *
 * @param match the match to talk to
 * @param view what he sees from there
 * @param token opens the place again
 */
public record Entered(HostedMatch match, View view, PlaceToken token) {}
