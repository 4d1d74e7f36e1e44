package dev.truce.app.host;

import dev.truce.app.host.service.MatchServices;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The sleep of a match whose people think for long: what the journal has as well is forgotten, and read again when somebody wants
 * something. People stay connected and its clock runs. Confined to the tasks of its match, but for what says otherwise.
 */
final class MatchSleep {
    /** Something that has to wait for the match, and what is done instead if it cannot be woken now. */
    private record Waiting(Runnable task, Runnable instead) {}

    private final SeatActions play;
    private final HostedBots roster;
    private final MatchServices services;
    private final Consumer<Runnable> mailbox;
    private final Runnable alarm;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean waking;
    private volatile boolean asleep;
    private volatile long activeNanos;

    /**
     * Is awake.
     *
     * @param mailbox runs a task of the match
     * @param alarm asks for {@link #end}, or for {@link #goOn} if the journal cannot be read
     */
    MatchSleep(
            SeatActions play, HostedBots roster, MatchServices services, Consumer<Runnable> mailbox, Runnable alarm) {
        this.play = play;
        this.roster = roster;
        this.services = services;
        this.mailbox = mailbox;
        this.alarm = alarm;
        this.activeNanos = services.timers().nanos();
    }

    /** Does something once the match is awake. */
    void awake(Runnable task, Runnable instead) {
        activeNanos = services.timers().nanos();
        if (!asleep || play.isFaulted()) {
            task.run();
        } else if (waiting.size() >= services.limits().mailbox()) {
            instead.run();
        } else {
            waiting.add(new Waiting(task, instead));
            wake();
        }
    }

    private void wake() {
        if (asleep && !waking) {
            waking = true;
            alarm.run();
        }
    }

    /** Returns whether nothing has been done for long. Safe from any thread. */
    boolean isDue() {
        return !asleep
                && play.hasStarted()
                && services.timers().nanos() - activeNanos
                        >= services.limits().sleepingMatch().toNanos();
    }

    /** Lets the match fall asleep, unless it is needed: bots of the roster go on thinking. */
    void begin() {
        if (isDue() && roster.seated() == 0) {
            asleep = play.sleep(() -> mailbox.accept(this::wake));
        }
    }

    /** Wakes the match. */
    void end(Referees.Recalled recalled) {
        if (asleep) {
            play.wake(recalled);
            asleep = false;
        }
        goOn();
    }

    /** Does what has waited, or what is done instead if the match still sleeps. */
    void goOn() {
        waking = false;
        activeNanos = services.timers().nanos();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            (asleep ? next.instead : next.task).run();
        }
    }
}
