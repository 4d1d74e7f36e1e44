package dev.truce.engine.economy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * Lends kernels of one economy, so that matches and models hold none between their rounds. There are as many as ever ran at the same time.
 * Thread-safe.
 */
public final class Kernels {
    private final EconomyParameters parameters;
    private final Deque<Economy> idle = new ArrayDeque<>();

    /** Has no kernel yet. */
    public Kernels(EconomyParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Runs work that has a kernel to itself.
     *
     * @param work has to load a state first, as others have left theirs; what it returns must not hold on to the kernel
     */
    public <T> T run(Function<Economy, T> work) {
        Economy economy = take();
        try {
            return work.apply(economy);
        } finally {
            giveBack(economy);
        }
    }

    private Economy take() {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return new Economy(parameters);
    }

    private void giveBack(Economy economy) {
        synchronized (idle) {
            idle.push(economy);
        }
    }
}
