package dev.truce.match.referee;

import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.state.MatchState;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.negotiation.OfferBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a match stands between two inputs, for the checks around each.
 *
 * @param state the true state
 * @param openRound number of the open round, 0 if none is open
 * @param us what the US has sealed for it, or null
 * @param cn what China has sealed for it, or null
 * @param reports rounds reported
 * @param links links of the hash chain after the first, or {@link #NO_LINKS}
 * @param moves moves in the ledger
 * @param book all offers so far
 * @param usNotice whether the US has given notice in the open round
 * @param cnNotice whether China has
 * @param acts acts of the open round
 * @param ratified what happened to what was signed in the last resolved round, or null before the first
 * @param cards shock cards that the host has played
 * @param clock where the clock of the round stands
 * @param pace who lets one round follow on another
 * @param vacant the seats that nobody holds
 */
record RefereeSnapshot(
        MatchState state,
        int openRound,
        @Nullable Orders us,
        @Nullable Orders cn,
        int reports,
        int links,
        int moves,
        OfferBook book,
        boolean usNotice,
        boolean cnNotice,
        int acts,
        @Nullable Ratification ratified,
        int cards,
        Timekeeper.Reading clock,
        RoundPace pace,
        List<Seat> vacant) {

    /** No hash chain is kept. */
    static final int NO_LINKS = -1;

    /** A moment of a match in which nobody has said anything to the other side. */
    RefereeSnapshot(
            MatchState state,
            int openRound,
            @Nullable Orders us,
            @Nullable Orders cn,
            int reports,
            int links,
            int moves) {
        this(
                state,
                openRound,
                us,
                cn,
                reports,
                links,
                moves,
                OfferBook.EMPTY,
                false,
                false,
                0,
                Ratification.NOTHING,
                0,
                Timekeeper.Reading.NONE,
                RoundPace.FREE,
                List.of());
    }
}
