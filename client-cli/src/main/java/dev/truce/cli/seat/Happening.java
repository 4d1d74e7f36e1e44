package dev.truce.cli.seat;

import dev.truce.protocol.client.Heard;
import org.jspecify.annotations.Nullable;

/** What can happen to a session. */
public sealed interface Happening {
    /** A line was typed. */
    record Line(String text) implements Happening {}

    /** The person wants out of what is being typed, or of the session (Ctrl-C). */
    record Interrupt(boolean lineWasEmpty) implements Happening {}

    /** There will be no further line (Ctrl-D, end of the script). */
    record End() implements Happening {}

    /** Returns what the connection heard, or null if it is something else that has happened, or nothing. */
    static @Nullable Heard heard(@Nullable Happening happening) {
        return happening instanceof Hears hears ? hears.heard() : null;
    }

    /** The connection heard something. */
    record Hears(Heard heard) implements Happening {}

    /** A request was answered; run this on the session's thread. */
    record Answered(Runnable then) implements Happening {}
}
