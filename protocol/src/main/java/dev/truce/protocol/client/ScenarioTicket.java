package dev.truce.protocol.client;

/**
 * What a room plays. All of it is what the server says: compare the hash of the parsed text before anything is played by it.
 *
 * @param id id of the scenario
 * @param hash hash of its parsed values, 64 hex digits
 * @param text the scenario file
 */
public record ScenarioTicket(String id, String hash, String text) {}
