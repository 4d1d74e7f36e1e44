package dev.truce.protocol.client;

import dev.truce.match.Notice;

/** Hears what happens at a seat, in order, from one thread; a resumed client hears missed events once each. */
public interface SeatListener {
    /** The match has begun, or is under way after a resume; tells the scenario that is played. */
    void onMatch(String matchId, String scenarioId, String scenarioHash, String ruleset);

    /**
     * A notice of the referee.
     *
     * @param deadlineUnixMillis for {@link Notice.RoundOpened}: when the round closes by server time, 0 for never
     */
    void onNotice(Notice notice, long deadlineUnixMillis);

    /** The link changed. */
    void onLink(LinkState state);
}
