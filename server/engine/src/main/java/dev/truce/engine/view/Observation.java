package dev.truce.engine.view;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer sees when a round opens: all that it may base orders on, together with the views of the rounds before.
 *
 * @param viewer for whom it was made
 * @param openRound the round that is open, from 1; one past the last when the match is over
 * @param over whether the match is over
 * @param quarter for example {@code 2026Q1}
 * @param summit whether a summit falls into the open round
 * @param knownRounds number of rounds if the horizon is fixed, 0 if it is hidden
 * @param levels levels now; unseen ones are {@link Levels#UNSEEN}
 * @param treaty the treaty; clauses whose last round is before the open one have ended
 * @param climate what is told in single figures
 * @param redLines red lines that the viewer sees: its own, or those of both sides if it is omniscient
 * @param legal what the viewer's side may order now; empty for viewers without a side
 * @param last the last resolved round, or null in round 1
 */
public record Observation(
        Viewer viewer,
        int openRound,
        boolean over,
        String quarter,
        boolean summit,
        int knownRounds,
        Levels levels,
        Treaty treaty,
        Climate climate,
        List<Instrument> redLines,
        List<LegalLevels> legal,
        @Nullable RoundView last) {

    public Observation {
        redLines = List.copyOf(redLines);
        legal = List.copyOf(legal);
    }

    /**
     * The single figures of an open round. A new one is a component here, is filled in by {@link
     * dev.truce.engine.redaction.Redaction}, and has a field in the schema of the wire; the JSON that bots read follows from
     * its name and place.
     *
     * @param investigationRounds rounds in which the 301 investigation has been active
     * @param courtRoundsLeft further rounds for which a court ruling caps the US add-on
     * @param snapBackRight whether a side may suspend clauses in the open round without breach
     * @param reputationMilli shown reputation, thousandths
     * @param tensionTenths tension; rounded to halves for everybody but the omniscient
     * @param ownText whether a side has tabled a serious text of its own in this period
     */
    public record Climate(
            int investigationRounds,
            int courtRoundsLeft,
            BySide<Boolean> snapBackRight,
            BySide<Integer> reputationMilli,
            int tensionTenths,
            BySide<Boolean> ownText) {

        /** Returns the figures while nothing is under way: no ruling, and no right to suspend. */
        public static Climate quiet(int investigationRounds, BySide<Integer> reputationMilli, int tensionTenths) {
            return new Climate(
                    investigationRounds,
                    0,
                    new BySide<>(false, false),
                    reputationMilli,
                    tensionTenths,
                    new BySide<>(false, false));
        }
    }

    /** Returns whether a round may be played, as far as the viewer knows: with a hidden end each may. */
    public boolean isPlayed(int round) {
        return knownRounds == 0 || round <= knownRounds;
    }

    /** Returns whether the viewer's side may give an order now. */
    public boolean isLegal(Order order) {
        for (LegalLevels each : legal) {
            if (each.instrument() == order.instrument()) {
                return each.legal().contains(order.level());
            }
        }
        return false;
    }

    /** Returns whether a side may suspend clauses in the open round without breach. */
    public boolean snapBackRight(Side side) {
        return climate.snapBackRight().of(side);
    }

    /**
     * Returns the covert clause on which a side stands accused in the open round, or null. The other side decides on it until the close.
     */
    public @Nullable Instrument accusedOn(Side side) {
        return over || last == null ? null : last.side(side).decisions().accusedOn();
    }

    /** Returns the tension, tenths. */
    public int tensionTenths() {
        return climate.tensionTenths();
    }

    /** Returns for how many rounds the 301 investigation has been active. */
    public int investigationRounds() {
        return climate.investigationRounds();
    }

    /** Returns for how many further rounds a court ruling caps the US add-on. */
    public int courtRoundsLeft() {
        return climate.courtRoundsLeft();
    }
}
