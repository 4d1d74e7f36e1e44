package dev.truce.bot.line.answer;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the model that a command asks still answers: how many rounds in a row, in all matches of one contestant, it has given no usable
 * answer. Thread-safe.
 */
public final class ModelPulse {
    /** Rounds in a row after which nobody expects another answer. */
    public static final int DEAD = 10;

    private final AtomicInteger missed = new AtomicInteger();
    private volatile boolean dead;

    /** The command answered for a round, with the help of its model or not. */
    public void heard(boolean byTheModel) {
        if (byTheModel) {
            missed.set(0);
        } else if (missed.incrementAndGet() >= DEAD) {
            dead = true;
        }
    }

    /** Whether the model has been silent for so long that it stays so. */
    public boolean isDead() {
        return dead;
    }
}
