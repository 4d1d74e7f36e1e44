package dev.truce.cli.seat;

import dev.truce.engine.view.RoundView;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;

/** Keeps what outlives a session: the secret of the seat and the record of the match; both return lines to show. */
public interface Keeper {
    /** Keeps the secret that opens the seat again. */
    List<String> keep(ResumeTicket ticket);

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
