package dev.truce.protocol.message;

/**
 * One thing that a server says.
 *
 * @param ruleset ruleset of the match, or the server's newest while there is none
 * @param seq number of the event for this viewer of the match, from 1 without gaps; 0 for what is not an event
 * @param replyTo request that this answers; 0 for what is not an answer
 * @param round the round that is open, 0 while there is none
 * @param observationHash hash of the viewer's own observation that opened the round, 0 while there is none
 * @param body what is said
 */
public record ServerFrame(String ruleset, long seq, long replyTo, int round, long observationHash, ServerMessage body) {

    /** Returns an answer that stands in no match. */
    public static ServerFrame answer(String ruleset, long replyTo, ServerMessage body) {
        return new ServerFrame(ruleset, 0, replyTo, 0, 0, body);
    }
}
