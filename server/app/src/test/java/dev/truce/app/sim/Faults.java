package dev.truce.app.sim;

import dev.truce.match.Input;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.store.Entry;
import dev.truce.store.FaultyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What goes wrong in the first part of a run. Which kinds there are and how often they come is drawn for each seed. */
final class Faults {
    /** A kind of fault. */
    enum Kind {
        /** A connection breaks, somewhere in the bytes that are on their way. */
        CUT,
        /** A connection loses all from now on, in one direction or both, and nobody is told. */
        HALF_OPEN,
        /** Nothing arrives for a while. */
        CLOG,
        /** A client reads nothing for a while. */
        SLOW_READER,
        /** A client's process ends, and another begins with the ticket alone. */
        CLIENT_RESTART,
        /** A person goes on at another device. */
        SECOND_DEVICE,
        /** The server's process or its machine ends, and another begins with what is on the disk. */
        CRASH,
        /** A commit fails, and nothing of it is on the disk. */
        COMMIT_LOST,
        /** A commit fails, and all of it is on the disk. */
        COMMIT_KEPT,
        /** The store cannot be opened again for a while. */
        STORE_CLOSED,
        /** The disk is slow for a while. */
        SLOW_DISK,
        /** The wall clock is set. */
        CLOCK_JUMP
    }

    /** Shorter than the journal waits for its next turn. */
    private static final int MOST_TENDER_NANOS = 400_000;

    private final SimWorld world;
    private final Agenda agenda;
    /** How the server names what its bots seal. */
    private static final Pattern SEALED_BY_BOT = Pattern.compile("(o\\d+-)?r\\d+-orders-\\d+");

    private final List<Kind> kinds = new ArrayList<>();
    private final SplittableRandom tender;
    private int meanMillis;
    private boolean over = true;

    Faults(SimWorld world) {
        this.world = world;
        this.agenda = world.agenda();
        this.tender = agenda.apart(1);
        for (Kind kind : Kind.values()) {
            if (agenda.now(400)) {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            kinds.add(agenda.any(Kind.values()));
        }
        meanMillis = agenda.between(300, 4_000);
    }

    void begin() {
        over = false;
        agenda.afterMillis(world.life(), agenda.between(500, 2 * meanMillis + 1_000), this::next);
    }

    private void next() {
        if (!over) {
            happen(kinds.get(agenda.chance().nextInt(kinds.size())));
            agenda.afterMillis(world.life(), agenda.between(1, 2 * meanMillis), this::next);
        }
    }

    private void happen(Kind kind) {
        boolean happened = switch (kind) {
            case CUT, HALF_OPEN, CLOG, SLOW_READER -> connection(kind);
            case CLIENT_RESTART, SECOND_DEVICE -> person(kind);
            case CRASH -> crash();
            case COMMIT_LOST -> fail(FaultyStore.Fault.THROWS_BEFORE);
            case COMMIT_KEPT -> fail(FaultyStore.Fault.THROWS_AFTER);
            case STORE_CLOSED -> closed();
            case SLOW_DISK -> slow();
            case CLOCK_JUMP -> jump();
        };
        if (happened) {
            world.marks().hit("fault " + kind);
            agenda.say(() -> "fault " + kind);
        }
    }

    private boolean connection(Kind kind) {
        List<SimNetwork.Link> links = world.network().links();
        if (links.isEmpty()) {
            return false;
        }
        SimNetwork.Link link = links.get(agenda.chance().nextInt(links.size()));
        long until = agenda.nanos() + TimeUnit.MILLISECONDS.toNanos(agenda.between(50, 5_000));
        switch (kind) {
            case CUT -> link.cut();
            case HALF_OPEN -> {
                int way = agenda.between(0, 2);
                link.lose(way != 0, way != 1);
            }
            case CLOG -> link.clog(until);
            default -> {
                link.client().config().setAutoRead(false);
                agenda.after(
                        world.life(),
                        until - agenda.nanos(),
                        () -> link.client().config().setAutoRead(true));
            }
        }
        return true;
    }

    private boolean person(Kind kind) {
        List<Person> people = world.people();
        Person person = people.get(agenda.chance().nextInt(people.size()));
        if (!person.isIn()) {
            return false;
        }
        if (kind == Kind.SECOND_DEVICE) {
            person.swap();
        } else {
            person.restart(agenda.now(700));
        }
        return true;
    }

    private boolean crash() {
        if (world.server() == null) {
            return false;
        }
        world.kill(agenda.now(700));
        agenda.afterMillis(world.life(), agenda.between(50, 8_000), () -> {
            if (world.server() == null) {
                world.start();
            }
        });
        return true;
    }

    /** Something is durable: at some points of a match, which few other crashes hit, the server ends before it does the next thing. */
    void saw(Entry entry) {
        if (!over && kinds.contains(Kind.CRASH) && isTender(entry) && tender.nextBoolean()) {
            agenda.after(world.life(), tender.nextInt(MOST_TENDER_NANOS), () -> {
                if (!over && crash()) {
                    world.marks().hit("fault CRASH between orders and ready");
                }
            });
        }
    }

    /** A bot of the server has sealed its orders and is not ready. */
    private static boolean isTender(Entry entry) {
        return entry instanceof Entry.InputAccepted accepted
                && InputCodec.of(accepted.payload()) instanceof Input.Does does
                && does.deed() instanceof Deed.Submit submit
                && submit.ready() == null
                && SEALED_BY_BOT.matcher(does.key()).matches();
    }

    private boolean fail(FaultyStore.Fault how) {
        world.store().failNext(how);
        return true;
    }

    private boolean closed() {
        world.store().failNext(FaultyStore.Fault.THROWS_BEFORE);
        world.store().stayClosed(true);
        agenda.afterMillis(
                world.life(), agenda.between(100, 5_000), () -> world.store().stayClosed(false));
        return true;
    }

    private boolean slow() {
        world.diskTakes(agenda.between(5_000, 900_000));
        agenda.afterMillis(world.life(), agenda.between(200, 4_000), () -> world.diskTakes(500));
        return true;
    }

    private boolean jump() {
        world.clock().jump(agenda.any(-3_600_000L, -2_000L, 2_000L, 3_600_000L));
        return true;
    }

    /** Everything works from now on. */
    void heal() {
        over = true;
        world.store().failNext(FaultyStore.Fault.NONE);
        world.store().stayClosed(false);
        world.diskTakes(500);
        if (world.server() == null) {
            world.start();
        }
    }
}
