package dev.truce.story.typed;

import dev.truce.engine.orders.Refusal;

/** What can be wrong with a typed line before it is read as a deed. */
public enum TypedFault implements Refusal.Code {
    /** The line begins with no word of a deed and is no order. */
    UNKNOWN_COMMAND
}
