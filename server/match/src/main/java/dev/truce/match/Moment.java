package dev.truce.match;

import dev.truce.engine.orders.Orders;
import dev.truce.engine.state.MatchState;
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
 */
record Moment(
        MatchState state,
        int openRound,
        @Nullable Orders us,
        @Nullable Orders cn,
        int reports,
        int links,
        int moves) {

    /** No hash chain is kept. */
    static final int NO_LINKS = -1;
}
