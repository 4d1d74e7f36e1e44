package dev.truce.cli.operate;

import dev.truce.cli.fault.ExitCodes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;

/**
 * Ends a server when the system (SIGTERM) or the person at the keyboard (Ctrl-C) asks for it: cleanly the first time, within a
 * limit of time, and at once the second time.
 */
public final class StopSignals {
    private static final List<String> NAMES = List.of("TERM", "INT");

    private final Runnable close;
    private final Duration limit;
    private final IntConsumer exit;
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * @param close ends the server cleanly; blocks until that is done
     * @param limit how long it may take
     * @param exit ends the program with a code, without waiting for anything
     */
    StopSignals(Runnable close, Duration limit, IntConsumer exit) {
        this.close = close;
        this.limit = limit;
        this.exit = exit;
    }

    /** Begins to listen. Where the system has no such signals, the hook of the virtual machine closes the server. */
    public static StopSignals listen(Runnable close, Duration limit) {
        StopSignals signals =
                new StopSignals(close, limit, code -> Runtime.getRuntime().halt(code));
        NAMES.forEach(name -> Signals.register(name, signals::ask));
        return signals;
    }

    /** Returns whether somebody has asked. */
    public boolean isAsked() {
        return asked.get() > 0;
    }

    /** Somebody asks. Returns at once. */
    void ask() {
        if (asked.incrementAndGet() > 1) {
            exit.accept(ExitCodes.INTERRUPTED);
            return;
        }
        Thread draining = new Thread(this::drain, "drain");
        draining.start();
    }

    private void drain() {
        CountDownLatch closed = new CountDownLatch(1);
        Thread closing = new Thread(
                () -> {
                    close.run();
                    closed.countDown();
                },
                "close");
        closing.setDaemon(true);
        closing.start();
        boolean inTime = false;
        try {
            inTime = closed.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exit.accept(inTime ? ExitCodes.OK : ExitCodes.FAILED);
    }
}
