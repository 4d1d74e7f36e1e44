package dev.truce.app.sim;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A wall clock that somebody sets now and then. */
final class SimClock extends Clock {
    private static final long BEGIN = 1_800_000_000_000L;

    private final Agenda agenda;
    private long set;

    SimClock(Agenda agenda) {
        this.agenda = agenda;
    }

    /** Sets it forward, or back. */
    void jump(long millis) {
        set += millis;
    }

    @Override
    public long millis() {
        return BEGIN + set + agenda.millis();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
