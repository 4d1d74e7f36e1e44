package dev.truce.engine.explain;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundEvent;
import org.jspecify.annotations.Nullable;

/** One thing that a score follows from and that may differ between two rounds. */
public sealed interface Cause {

    /**
     * The level of an instrument.
     *
     * @param instrument which one
     * @param from ladder index in the reference
     * @param to ladder index in the round; {@link dev.truce.engine.board.Levels#UNSEEN} if the viewer has to estimate it
     * @param fellIn round in which it fell to its fallback by itself and stayed there, 0 if somebody set it
     */
    record OfInstrument(Instrument instrument, int from, int to, int fellIn) implements Cause {}

    /** What a red line of its own takes from a side. */
    record OfRedLine(Instrument line) implements Cause {}

    /** What chance or a card did. A court counts by what it takes off the reciprocal tariff. */
    record OfEvent(RoundEvent event) implements Cause {}

    /** A circumstance of a side, or of both. */
    record OfCircumstance(
            Circumstance circumstance, @Nullable Side side) implements Cause {}

    /** What else a score follows from. */
    enum Circumstance {
        /** The economy as earlier rounds left it: sourcing, wages, stocks, substitutes, the technology index. */
        ECONOMY,
        /** The tension at the start of the round. */
        TENSION,
        /** How hard the other side pressed in the round before. */
        PRESSURE,
        /** What a side's word was worth at the start of the round. */
        REPUTATION,
        /** How much the public of a side cares, its private type. */
        MOOD,
        /** The luck of the quarter. */
        LUCK,
        /** The agreement in force: how deep, entered as a communique or not. */
        AGREEMENT,
        /** A summit with an agreement in force. */
        SUMMIT,
        /** Public clauses that a side broke: its charge, and what the agreement is worth less to both. */
        BREACH,
        /** A side gave notice. */
        NOTICE,
        /** A side was caught short. */
        CATCH,
        /** What a side paid for and won by its accusation of the other. */
        ACCUSATION,
        /** A side has tabled no serious text of its own in the period. */
        OWN_TEXT
    }
}
