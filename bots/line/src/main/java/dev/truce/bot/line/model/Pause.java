package dev.truce.bot.line.model;

/** Waits between two attempts at a call. */
interface Pause {
    /** Waits; throws if the thread is interrupted. */
    void millis(long count) throws InterruptedException;
}
