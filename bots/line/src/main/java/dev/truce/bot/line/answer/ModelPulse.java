package dev.truce.bot.line.answer;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the model that a contestant asks still answers: how many rounds in a row, in all its matches, it has given no usable answer.
 * Thread-safe.
 */
public final class ModelPulse {
    /** Rounds in a row after which nobody expects another answer. */
    public static final int DEAD = 10;

    private final AtomicInteger missed = new AtomicInteger();
    private volatile boolean dead;
    private volatile String why = "";

    /** A round was decided, and the model did not fail. */
    public void answered() {
        missed.set(0);
    }

    /**
     * A round was decided without a usable answer of the model.
     *
     * @param cause what happened instead
     */
    public void missed(String cause) {
        if (!dead && missed.incrementAndGet() >= DEAD) {
            why = cause;
            dead = true;
        }
    }

    /** Whether the model has been silent for so long that it stays so. */
    public boolean isDead() {
        return dead;
    }

    /** Why a dead model gave no answer in the last round that counts; else empty. */
    public String why() {
        return why;
    }
}
