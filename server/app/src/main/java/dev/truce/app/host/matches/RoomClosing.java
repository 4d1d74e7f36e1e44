package dev.truce.app.host.matches;

import dev.truce.app.host.HostedMatch;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.room.RoomBook;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.journal.Journal;
import java.util.List;
import java.util.Optional;

/** Closes the rooms that nobody needs any more, or that make way for another. Thread-safe. */
final class RoomClosing {
    /** How often dead rooms are looked for. */
    static final long SWEEP_MILLIS = 60_000;

    private final MatchServices services;
    private final RoomBook book;
    private final BrokenMatches broken;
    private final MatchMemory memory;
    private final Lookups lookups;

    RoomClosing(MatchServices services, RoomBook book, BrokenMatches broken, MatchMemory memory, Lookups lookups) {
        this.services = services;
        this.book = book;
        this.broken = broken;
        this.memory = memory;
        this.lookups = lookups;
    }

    /** Looks for dead rooms from now on. */
    void start() {
        services.timers().after(SWEEP_MILLIS, this::sweep);
    }

    private void sweep() {
        List<String> expired = book.expired(services.wallClock().millis(), services.limits());
        if (!expired.isEmpty() && !services.journal().isSuspended()) {
            lookups.run(() -> {
                expired.forEach(book::strike);
                close(expired);
            });
        }
        start();
    }

    /**
     * Writes that rooms were closed. Their matches leave memory, unless somebody is still in them, and a clock stands until somebody comes back; those
     * who have a place there can come back to it all the same. A room whose end cannot be written now is closed again after the next start.
     */
    void close(List<String> matchIds) {
        for (String matchId : matchIds) {
            if (broken.find(matchId).isPresent()) {
                continue;
            }
            Optional<HostedMatch> inMemory = memory.find(matchId);
            if (inMemory.isEmpty()) {
                closeStored(matchId);
            } else {
                HostedMatch match = inMemory.get();
                // Asked before the room is closed, since writing that keeps the match busy for a moment.
                boolean stays = match.isAnybodyThere();
                match.closeRoom();
                if (!stays) {
                    memory.left(match);
                }
            }
        }
    }

    /** If the match comes into memory meanwhile, one of the two is fenced and reads again what the other has written. */
    private void closeStored(String matchId) {
        Journal journal = services.journal();
        long last = journal.store().last(matchId);
        if (last > 0 && journal.reserve()) {
            journal.write(new Batch(matchId, last, List.of(new Entry.RoomClosed())), Journal.Sender.NONE);
        }
    }
}
