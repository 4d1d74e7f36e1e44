package dev.truce.app.sim;

import dev.truce.app.host.service.Timers;
import java.util.concurrent.TimeUnit;

/** The timers of one start of the server, some of which are a little late. */
record SimTimers(Agenda agenda, Agenda.Life life) implements Timers {
    @Override
    public long nanos() {
        return agenda.nanos();
    }

    @Override
    public Alarm after(long millis, Runnable task) {
        long late = agenda.now(50) ? agenda.between(1, 20_000_000) : 0;
        return agenda.after(life, TimeUnit.MILLISECONDS.toNanos(millis) + late, task);
    }

    @Override
    public void close() {}
}
