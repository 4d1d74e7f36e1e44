package dev.truce.protocol.message;

/** What a connection is for, said in its first message. */
public enum Role {
    /** A person who takes a seat. */
    PLAYER,
    /** A program that takes a seat. */
    BOT,
    /** Watches what is public. */
    OBSERVER,
    /** Watches everything of resolved rounds, in rooms that allow it. */
    OMNISCIENT,
    /** Runs a room. */
    INSTRUCTOR;

    /** Returns whether the role watches instead of taking a seat. */
    public boolean isWatching() {
        return this == OBSERVER || this == OMNISCIENT;
    }
}
