package dev.truce.cli.seat;

import dev.truce.engine.view.RoundView;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import java.util.Optional;

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
}
