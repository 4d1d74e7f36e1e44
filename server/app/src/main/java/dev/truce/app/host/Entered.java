package dev.truce.app.host;

import dev.truce.app.room.PlaceToken;
import dev.truce.engine.orders.Orders;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has a place.
 *
 * @param match the match to talk to
 * @param view what he sees from there
 * @param token opens the place again
 * @param sealed what this seat has sealed for the open round, or null; for its own eyes only
 */
public record Entered(
        HostedMatch match,
        View view,
        PlaceToken token,
        @Nullable Orders sealed) {}
