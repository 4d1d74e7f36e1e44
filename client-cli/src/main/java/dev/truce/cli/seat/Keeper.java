package dev.truce.cli.seat;

import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Seat;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what outlives a session: the secret of the seat, its draft, and the record of the match. */
public interface Keeper {
    /** Keeps the secret that opens the seat again. */
    List<String> keep(ResumeTicket ticket);

    /** Keeps the draft of the open round. */
    void keepDraft(KeptDraft draft);

    /** Returns the draft that was kept for this seat, if there is one. */
    Optional<KeptDraft> draft();

    /** Returns whether plain {@code truce} comes back to the seat. */
    boolean comesBack();

    /** Keeps the record of a match that is over. */
    List<String> keepRecord(String recordText);

    /**
     * Compares the seed of a match that is over with what was told about it when the match began; returns lines to show.
     *
     * @param told what was told then
     */
    List<String> checkSeed(String recordText, SeedNotice told);

    /** Returns both sides' views of all rounds of a match that is over; empty if they cannot be had. */
    List<RoundView> rounds(String recordText);

    /**
     * What a device keeps of the orders of a round, so that they are there again when the seat is opened again.
     *
     * @param matchId the match
     * @param seat the seat
     * @param round the round that they are for
     * @param orders what a commit would send
     * @param saved what the server has on disk, or null
     * @param savedAt when it was saved, as a time of day
     */
    record KeptDraft(
            String matchId,
            Seat seat,
            int round,
            Orders orders,
            @Nullable Orders saved,
            String savedAt) {
        /** Returns whether the draft holds something that was not sent. */
        public boolean isUnsent() {
            return saved == null ? !orders.isHold() : !orders.equals(saved);
        }
    }
}
