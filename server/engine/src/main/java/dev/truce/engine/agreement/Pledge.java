package dev.truce.engine.agreement;

import dev.truce.engine.board.Instrument;

/**
 * One clause as an offer proposes it; its rounds follow from the round of signing.
 *
 * @param instrument what it would bind; its holder is the party
 * @param bound ladder index of the cap or floor
 */
public record Pledge(Instrument instrument, int bound) {}
