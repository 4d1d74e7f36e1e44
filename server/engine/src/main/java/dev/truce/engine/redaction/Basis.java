package dev.truce.engine.redaction;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.payoff.Readings;
import dev.truce.engine.redline.RedLineCharge;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;
import java.util.List;

/**
 * Everything that the points of a round follow from, as a viewer knows or estimates it: what was carried in, and what was
 * done and happened in the round. {@link Valuation} turns it into points; an explanation puts parts of two of them together.
 *
 * @param round number of the round, from 1
 * @param economy economy before the round and its events
 * @param events what chance, the calendar and cards did
 * @param levels levels after fallback and legality, before the court
 * @param graced the same, but with the earlier level of what fell back by itself in this round
 * @param courtCap ladder index to which a court holds the reciprocal tariff, or {@link #NO_CAP}
 * @param covert covert levels as known or estimated, in notches
 * @param counted the same for escalation, with grace
 * @param tension tension at the start of the round
 * @param technology technology index before the round
 * @param summit whether a summit falls into the round
 * @param communique whether the treaty that binds is a communique
 * @param entersCommunique whether a communique enters into force with this round
 * @param us the US
 * @param cn China
 */
public record Basis(
        int round,
        EconomyState economy,
        List<RoundEvent> events,
        Levels levels,
        Levels graced,
        int courtCap,
        Covert covert,
        Covert counted,
        double tension,
        double technology,
        boolean summit,
        boolean communique,
        boolean entersCommunique,
        Half us,
        Half cn) {
    /** The court holds nothing down. */
    public static final int NO_CAP = Integer.MAX_VALUE;

    /**
     * One side's half.
     *
     * @param held the economy as it reads it while both hold the truce
     * @param type private type, 1 where it is not seen; without what a card of this round adds to it
     * @param reputation at the start of the round
     * @param escalationBefore its escalation of the round before, as the other side felt it
     * @param streakBefore rounds of humiliation in a row before this one
     * @param depth depth that it has signed away
     * @param lost depth that its public breaches lost
     * @param severity severity of an unjustified breach, 0 if there is none
     * @param notice whether it gave notice
     * @param reallyCaught whether a catch is charged to it
     * @param redLines what its red lines take from it; empty where they are not seen
     * @param accusations points of its accusation of the other side
     * @param ownText points, at most 0, for want of an own text
     * @param chanceMicro its points of luck, millionths; 0 where they are not seen
     */
    public record Half(
            Readings held,
            double type,
            double reputation,
            double escalationBefore,
            int streakBefore,
            double depth,
            double lost,
            double severity,
            boolean notice,
            boolean reallyCaught,
            List<RedLineCharge> redLines,
            double accusations,
            double ownText,
            int chanceMicro) {}

    public Basis {
        events = List.copyOf(events);
    }

    /** Returns a side's half. */
    public Half half(Side side) {
        return BySide.pick(side, us, cn);
    }

    /** Returns the levels that were in effect: what the court lowered is lowered. */
    public Levels inEffect() {
        int level = Math.min(courtCap, levels.get(Instrument.US_RECIPROCAL_TARIFF));
        return levels.with(Instrument.US_RECIPROCAL_TARIFF, level);
    }

    /** Returns the levels that escalation counts. What fell back by itself keeps its grace, whatever the court made of it. */
    public Levels gracedInEffect() {
        int level = graced.get(Instrument.US_RECIPROCAL_TARIFF);
        boolean fell = level != levels.get(Instrument.US_RECIPROCAL_TARIFF);
        return fell ? graced : graced.with(Instrument.US_RECIPROCAL_TARIFF, Math.min(courtCap, level));
    }

    /**
     * Returns the basis of a round on the path on which both sides hold the truce.
     *
     * @throws ArrayIndexOutOfBoundsException if the round is not on the path
     */
    public static Basis onTrucePath(Rules rules, int round) {
        MatchState state = rules.trucePath().before(round);
        Levels levels = rules.scenario().heldLevels(round);
        Covert covert = rules.mapping().covert(levels);
        return new Basis(
                round,
                state.economy(),
                List.of(),
                levels,
                levels,
                NO_CAP,
                covert,
                covert,
                state.tension(),
                state.technology(),
                rules.scenario().calendar().isSummit(round),
                state.treaty().isCommunique(),
                false,
                onTrucePath(rules, state, Side.US),
                onTrucePath(rules, state, Side.CN));
    }

    private static Half onTrucePath(Rules rules, MatchState state, Side side) {
        int round = state.openRound();
        SideState own = state.side(side);
        return new Half(
                rules.trucePath().readings(round, side),
                own.type(),
                own.reputation(),
                own.escalation(),
                own.humiliationStreak(),
                rules.depthValues().depth(state.treaty(), side, round),
                0,
                0,
                false,
                false,
                List.of(),
                0,
                0,
                0);
    }
}
