package dev.truce.protocol.client;

/**
 * A room that was opened.
 *
 * @param code what others type to join
 * @param matchId its match
 */
public record RoomTicket(String code, String matchId) {}
