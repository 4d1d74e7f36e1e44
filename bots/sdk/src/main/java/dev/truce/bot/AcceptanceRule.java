package dev.truce.bot;

import dev.truce.engine.agreement.Terms;

/** Which offers a bot would accept in a round; decided before any of the round's offers is known. */
public interface AcceptanceRule {
    /** Accepts nothing. */
    AcceptanceRule NEVER = offered -> false;

    /** Returns whether the bot accepts an offer on exactly these terms. */
    boolean accepts(Terms offered);
}
