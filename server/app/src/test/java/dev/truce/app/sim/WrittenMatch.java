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
import dev.truce.store.StoredToken;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A match whose beginning is written into the journal by hand; a server that starts on it plays the rest if only bots of its own sit there. */
final class WrittenMatch {
    static final String ID = "m-written";
    static final int ROUNDS = 2;

    /** Longer than a server waits for people of a match who do not come. */
    private static final long PATIENCE_MINUTES = 5;

    private final SimWorld world;

    /**
     * Writes a match of two bots that has begun.
     *
     * @param us name of the bot of the US
     * @param cn name of the bot of China
     * @param inputs what was accepted in its first round
     */
    WrittenMatch(SimWorld world, String us, String cn, Input... inputs) {
        this(
                world,
                new StoredSeat(Seat.US_HEAD, us, StoredSeat.Kind.ROSTER, false),
                new StoredSeat(Seat.CN_HEAD, cn, StoredSeat.Kind.ROSTER, false),
                0,
                inputs);
    }

    /** Writes a match of two heads that has begun; what was accepted in its first round follows. */
    WrittenMatch(SimWorld world, StoredSeat us, StoredSeat cn, long windowMillis, Input... inputs) {
        this.world = world;
        Scenario scenario = world.catalogue().first().scenario();
        byte[] setup = new MatchSpec(MatchSeed.chosen(7), ROUNDS, windowMillis, false).toBytes();
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
        for (StoredSeat seat : List.of(us, cn)) {
            entries.add(new Entry.SeatTaken(seat));
            if (seat.kind() != StoredSeat.Kind.ROSTER) {
                String side = seat.seat().side().name();
                StoredToken token = new StoredToken("of " + side, "seat." + side + ".0", "", 1);
                entries.add(new Entry.TokenIssued(token, List.of()));
            }
        }
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
