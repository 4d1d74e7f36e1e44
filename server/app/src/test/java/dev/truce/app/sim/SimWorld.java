package dev.truce.app.sim;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.config.StartException;
import dev.truce.app.host.Catalogue;
import dev.truce.app.room.PlaceToken;
import dev.truce.store.Entry;
import dev.truce.store.FaultyStore;
import dev.truce.store.chain.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run from one seed: rooms with their people, a server, a network and a disk; first with faults, then without. Whatever has happened in
 * the first part, in the second every match has to come to its end for everybody.
 */
final class SimWorld {
    /** How long the second part may take: longer than what clients and server wait for one another. */
    private static final long PATIENCE_MILLIS = 20 * 60_000;

    /** Of so many seeds, the one that ends so has a class in place of its first room. */
    static final int EVERY = 10;

    static final int CLASS = 7;

    private final Agenda agenda;
    private final Agenda.Life life = new Agenda.Life();
    private final Marks marks = new Marks();
    private final Catalogue catalogue;
    /** Matches sleep often, since people of a simulation think for seconds. */
    private final ServerLimits limits =
            ServerLimits.STANDARD.edit().sleepingMatch(Duration.ofMillis(300)).done();

    private final MemoryStore disk = new MemoryStore();
    private final FaultyStore store = new FaultyStore(disk, FaultyStore.Fault.NONE, 0);
    private final SimClock clock;
    private final Invariants invariants;
    private final SimNetwork network;
    private final PlaceToken deskKey;
    private final List<SimRoom> rooms = new ArrayList<>();
    private final List<SimClass> classes = new ArrayList<>();
    private final Faults faults;
    private final int mostRounds;
    private @Nullable SimServer server;
    private @Nullable Errors errors;
    private long diskMicros = 500;
    /** How long the turn of the journal waits that is due, or goes on, and the one before it. */
    private long turnNanos;

    private long earlierNanos;
    private boolean calm;

    /** A world whose size is drawn. */
    SimWorld(long seed, Catalogue catalogue) {
        this(seed, catalogue, 0);
    }

    /**
     * A world of some rooms.
     *
     * @param number how many, 0 to have that drawn
     */
    SimWorld(long seed, Catalogue catalogue, int number) {
        this.agenda = new Agenda(seed);
        this.catalogue = catalogue;
        this.clock = new SimClock(agenda);
        this.invariants = new Invariants(this);
        this.network = new SimNetwork(agenda, invariants);
        this.deskKey = PlaceToken.draw(new SimRandom(agenda));
        this.mostRounds = agenda.between(1, 4);
        boolean isClass = number == 0 && seed % EVERY == CLASS;
        int most = number > 0 ? number : agenda.now(300) ? 2 : 1;
        for (int i = isClass ? 2 : 1; i <= most; i++) {
            rooms.add(new SimRoom(this, catalogue.first(), i));
        }
        if (isClass) {
            classes.add(new SimClass(this, catalogue.first(), 1));
        }
        this.faults = new Faults(this);
        disk.watch(new MemoryStore.Witness() {
            @Override
            public void durable(String stream, long seq, Entry entry) {
                invariants.durable(stream, seq, entry);
                faults.saw(entry);
            }

            @Override
            public void batch(String stream) {
                invariants.batch(stream);
            }
        });
    }

    /**
     * Runs to the end.
     *
     * @throws Breach if a promise was not kept
     */
    void run() {
        try (Errors logged = new Errors()) {
            errors = logged;
            play();
        }
    }

    /** Starts the server and lets people come. */
    void open() {
        start();
        people().forEach(person -> person.begin(agenda.between(0, 3_000)));
    }

    /** Returns all who are there, those who come later not among them. */
    List<Person> people() {
        List<Person> all = new ArrayList<>();
        rooms.forEach(room -> all.addAll(room.people()));
        classes.forEach(each -> all.addAll(each.people()));
        return all;
    }

    private void play() {
        open();
        long faultsEnd = TimeUnit.MILLISECONDS.toNanos(agenda.between(4_000, 30_000));
        faults.begin();
        while (agenda.step(faultsEnd)) {
            check();
        }
        check();
        faults.heal();
        finish();
    }

    /** Lets everybody come to the end. */
    void finish() {
        calm = true;
        long end = agenda.nanos() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!isOver() && agenda.step(end)) {
            check();
        }
        check();
        invariants.atTheEnd();
        check();
    }

    private boolean isOver() {
        return rooms.stream().allMatch(SimRoom::isOver) && classes.stream().allMatch(SimClass::isOver);
    }

    /** Looks whether all promises are kept. */
    void check() {
        invariants.afterEachEvent();
        Errors logged = errors;
        String error = logged == null ? null : logged.next();
        if (error != null) {
            agenda.breach(0, "the server logs an error: " + error);
        }
        Breach breach = agenda.breach();
        if (breach != null) {
            throw breach;
        }
    }

    /** Starts the server, on what is on the disk. */
    void start() {
        try {
            SimServer started = new SimServer(
                    agenda, store, deskKey, clock, catalogue, limits, this::nextTurn, new Listeners(agenda, marks));
            server = started;
            started.journal().watch(() -> {
                if (started.journal().staysSuspended()) {
                    invariants.nothingCanBeSaved();
                }
            });
            network.leadTo(started);
            invariants.serverIsUp();
        } catch (StartException e) {
            agenda.breach(0, "the server does not start: " + e);
        }
    }

    /** Kills the server; all that it had in memory is gone. */
    void kill(boolean noticed) {
        SimServer killed = server;
        if (killed != null) {
            killed.kill();
            server = null;
            network.leadTo(null);
            network.serverIsGone(noticed);
            invariants.serverIsDown();
        }
    }

    Agenda agenda() {
        return agenda;
    }

    Agenda.Life life() {
        return life;
    }

    Marks marks() {
        return marks;
    }

    SimNetwork network() {
        return network;
    }

    Invariants invariants() {
        return invariants;
    }

    SimClock clock() {
        return clock;
    }

    FaultyStore store() {
        return store;
    }

    MemoryStore disk() {
        return disk;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    ServerLimits limits() {
        return limits;
    }

    List<SimRoom> rooms() {
        return rooms;
    }

    List<SimClass> classes() {
        return classes;
    }

    /** Returns the secret of the server's instructors, which outlives its processes. */
    PlaceToken deskKey() {
        return deskKey;
    }

    @Nullable
    SimServer server() {
        return server;
    }

    int mostRounds() {
        return mostRounds;
    }

    void diskTakes(long micros) {
        diskMicros = micros;
    }

    private long nextTurn() {
        earlierNanos = turnNanos;
        turnNanos = TimeUnit.MICROSECONDS.toNanos(diskMicros);
        return turnNanos;
    }

    /** Returns how long a write may have waited that is durable now. */
    long diskNanos() {
        return earlierNanos + turnNanos;
    }

    /** Returns whether the faults are over, so that everybody wants to come to an end. */
    boolean isCalm() {
        return calm;
    }
}
