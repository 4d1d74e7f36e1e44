package dev.truce.app.sim;

import dev.truce.app.encoding.MatchSeed;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A match of two bots of the server whose beginning is written into the journal by hand; a server that starts on it plays the rest. */
final class WrittenMatch {
    static final String ID = "m-written";
    static final int ROUNDS = 2;

    /** Longer than a server waits for people of a match who do not come. */
    private static final long PATIENCE_MINUTES = 5;

    private final SimWorld world;

    /**
     * Writes a match that has begun.
     *
     * @param us name of the bot of the US
     * @param cn name of the bot of China
     * @param inputs what was accepted in its first round
     */
    WrittenMatch(SimWorld world, String us, String cn, Input... inputs) {
        this.world = world;
        Scenario scenario = world.catalogue().first().scenario();
        byte[] setup = new MatchSpec(MatchSeed.chosen(7), ROUNDS, 0, false).toBytes();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.RoomOpened(new StoredRoom(
                ID,
                "ABCDEFGH",
                scenario.ruleset(),
                scenario.id(),
                scenario.hash(),
                setup,
                world.clock().millis(),
                false,
                0)));
        entries.add(new Entry.SeatTaken(new StoredSeat(Seat.US_HEAD, us, StoredSeat.Kind.ROSTER, false)));
        entries.add(new Entry.SeatTaken(new StoredSeat(Seat.CN_HEAD, cn, StoredSeat.Kind.ROSTER, false)));
        entries.add(accepted(new Input.Hosts(new HostAct.Start())));
        for (Input input : inputs) {
            entries.add(accepted(input));
        }
        world.disk().append(List.of(new Batch(ID, 0, entries)));
    }

    private static Entry accepted(Input input) {
        return new Entry.InputAccepted(InputCodec.toBytes(input));
    }

    /** Has a server start on it and play it, if it can; returns what the journal holds then. */
    StoredMatch played() {
        world.start();
        Agenda agenda = world.agenda();
        long end = agenda.nanos() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (!stored().room().hasEnded() && agenda.step(end)) {
            world.check();
        }
        return stored();
    }

    StoredMatch stored() {
        return world.disk().match(ID).orElseThrow();
    }
}
