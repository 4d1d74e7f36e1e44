package dev.truce.protocol.client;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A place in a room that was opened again.
 *
 * @param matchId the match
 * @param code the room's code
 * @param side the seat's side, or null for an observer or a creator without a seat
 * @param viewer what is seen from there
 */
public record OpenPlace(
        String matchId, String code, @Nullable Side side, Viewer viewer) {}
