package dev.truce.engine.view;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
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
 * @param investigationRounds rounds in which the 301 investigation has been active
 * @param courtRoundsLeft further rounds for which a court ruling caps the US add-on
 * @param usSnapBackRight whether the US may suspend clauses in the open round without breach
 * @param cnSnapBackRight whether China may
 * @param usReputationMilli shown reputation of the US, thousandths
 * @param cnReputationMilli shown reputation of China, thousandths
 * @param tensionTenths tension; rounded to halves for everybody but the omniscient
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
        int investigationRounds,
        int courtRoundsLeft,
        boolean usSnapBackRight,
        boolean cnSnapBackRight,
        int usReputationMilli,
        int cnReputationMilli,
        int tensionTenths,
        List<Instrument> redLines,
        List<LegalLevels> legal,
        @Nullable RoundView last) {

    public Observation {
        redLines = List.copyOf(redLines);
        legal = List.copyOf(legal);
    }

    /** Returns whether a side may suspend clauses in the open round without breach. */
    public boolean snapBackRight(Side side) {
        return BySide.pick(side, usSnapBackRight, cnSnapBackRight);
    }
}
