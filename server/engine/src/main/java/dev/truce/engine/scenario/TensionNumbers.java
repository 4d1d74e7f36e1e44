package dev.truce.engine.scenario;

/**
 * How tension moves (agreements A9): after a round it is {@code memory} of what it was, plus {@code perEscalation} of what both
 * sides' escalation adds up to, plus a base that falls with the depth D of the agreement that binds next. The base is {@code base -
 * relief x D} up to depth 1, and {@code deepBase - deepRelief x (D - 1)}, at least {@code least}, beyond.
 *
 * @param start tension at the start of a match
 * @param memory part that stays, 0..1
 * @param perEscalation added per point of escalation of either side
 * @param base base without an agreement
 * @param relief how much of it depth 1 takes away
 * @param deepBase base just beyond depth 1
 * @param deepRelief how much of it a further unit of depth takes away
 * @param least smallest base
 * @param summitFactor factor in a round with a summit, if a clause will bind in the next
 */
public record TensionNumbers(
        double start,
        double memory,
        double perEscalation,
        double base,
        double relief,
        double deepBase,
        double deepRelief,
        double least,
        double summitFactor) {}
