package dev.truce.bot.line;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Processes of one command between two of its matches, so that an interpreter starts once and not for every match. Holds as many as
 * matches were played at a time, at most {@value #MAX_IDLE}; they are ended with {@link #close}, or with the program. Thread-safe.
 */
public final class IdleBots implements AutoCloseable {
    /** More than a machine plays matches at a time. */
    private static final int MAX_IDLE = 200;

    private final ConcurrentLinkedDeque<BotDialogue> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean isClosed;

    /** Returns a bot that was greeted and has no match, or null if there is none. */
    @Nullable
    BotDialogue take() {
        return idle.pollFirst();
    }

    /** Takes a bot back whose match is over; one too many is ended. */
    void put(BotDialogue bot) {
        if (isClosed || idle.size() >= MAX_IDLE) {
            bot.leave();
            return;
        }
        bot.tell("endmatch");
        bot.forgetErrors();
        idle.addFirst(bot);
        if (isClosed) {
            close();
        }
    }

    /** Ends all of them, and each that comes back later. */
    @Override
    public void close() {
        isClosed = true;
        for (BotDialogue bot = idle.pollFirst(); bot != null; bot = idle.pollFirst()) {
            bot.leave();
        }
    }
}
