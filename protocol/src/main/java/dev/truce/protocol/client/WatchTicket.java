package dev.truce.protocol.client;

import dev.truce.engine.view.Viewer;

/**
 * A place among the observers.
 *
 * @param matchId the match
 * @param code the room's code
 * @param viewer what will be seen
 */
public record WatchTicket(String matchId, String code, Viewer viewer) {}
