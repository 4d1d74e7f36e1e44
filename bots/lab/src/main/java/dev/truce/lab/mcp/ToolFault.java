package dev.truce.lab.mcp;

import dev.truce.engine.orders.Refusal;

/** What can be wrong with a call. */
enum ToolFault implements Refusal.Code {
    /** No tool has that name. */
    UNKNOWN_TOOL,
    /** An argument is not there, is not known or is of another kind. */
    BAD_ARGUMENT,
    /** No match has that handle. */
    UNKNOWN_MATCH,
    /** As many matches are open as may be. */
    TOO_MANY_MATCHES,
    /** What was asked for is illegal now. */
    ILLEGAL,
    /** The question that is open cannot be answered so. */
    NOT_NOW,
    /** The other side has not answered yet. */
    STILL_THINKING,
    /** The match is not over. */
    NOT_OVER,
    /** The match is over. */
    MATCH_OVER,
    /** The program could not play or keep the match. */
    MATCH_FAILED
}
