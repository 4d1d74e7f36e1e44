package dev.truce.store;

/**
 * A sign of life of a node, by which the clocks of its matches are known after a crash.
 *
 * @param incarnation one start of one node, at most 36 characters
 * @param aliveNanos how long it has been running
 * @param beat counts its signs of life
 */
public record NodeBeat(String incarnation, long aliveNanos, long beat) {}
