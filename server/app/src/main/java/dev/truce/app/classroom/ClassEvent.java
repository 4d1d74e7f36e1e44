package dev.truce.app.classroom;

import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened in a class: its journal, and the log of its desks. Nothing of it names a student. */
public sealed interface ClassEvent {
    /** Returns when it happened. */
    long unixMillis();

    /** Returns what tables have to do because of it, in this order. */
    default List<Wish> wanted() {
        return List.of();
    }

    /** The same event, once tables have nothing left to do for it. */
    default ClassEvent withoutWishes() {
        return this;
    }

    /** What a table has to do. Done again, it has no second effect. */
    sealed interface Wish {
        /** Returns the number of the table. */
        int table();
    }

    /** Something is done with its match. */
    record Hosts(int table, HostAct act) implements Wish {}

    /** Who sits on a seat has to leave it. */
    record Release(int table, Seat seat) implements Wish {}

    /** A seat gets another pseudonym. */
    record Renames(int table, Seat seat, String pseudonym) implements Wish {}

    /**
     * A desk did something.
     *
     * @param desk its number, 0 for the class itself
     * @param key idempotency key, empty for the class itself
     * @param ticketHash hash of the ticket that was made, or empty
     * @param undoes number of the act that this one takes back, or 0
     */
    record Acted(long unixMillis, int desk, String key, ClassAct act, String ticketHash, long undoes, List<Wish> wanted)
            implements ClassEvent {
        public Acted {
            wanted = List.copyOf(wanted);
        }

        /** An act that takes none back. */
        public Acted(long unixMillis, int desk, String key, ClassAct act, String ticketHash, List<Wish> wanted) {
            this(unixMillis, desk, key, act, ticketHash, 0, wanted);
        }

        /** Returns the act in the notation of acts; of one that takes another back, which. */
        public String text() {
            String text = ClassActNotation.of(act);
            return undoes == 0 ? text : ClassActNotation.of(new ClassAct.Undo(undoes)) + ": " + text;
        }

        @Override
        public Acted withoutWishes() {
            return new Acted(unixMillis, desk, key, act, ticketHash, undoes, List.of());
        }
    }

    /**
     * A member came in.
     *
     * @param table number of the table, 0 if there was no seat
     * @param seat the seat, or null
     * @param device hash of the secret of his device, or empty where keys open seats
     */
    record Entered(
            long unixMillis,
            int member,
            int table,
            @Nullable Seat seat,
            String device,
            List<Wish> wanted) implements ClassEvent {
        public Entered {
            wanted = List.copyOf(wanted);
        }

        @Override
        public Entered withoutWishes() {
            return new Entered(unixMillis, member, table, seat, device, List.of());
        }
    }

    /**
     * A device waits for a seat that another device has open.
     *
     * @param device its number
     * @param hash of its secret
     * @param instead number of the device that made room for it, or 0
     */
    record Held(long unixMillis, int device, int member, String hash, int instead) implements ClassEvent {}

    /**
     * A member called for help.
     *
     * @param text what it is about
     */
    record Called(long unixMillis, int member, String text) implements ClassEvent {}

    /**
     * A device became a desk.
     *
     * @param ticketHash hash of the ticket that was used up, or empty
     */
    record DeskOpened(long unixMillis, int desk, String tokenHash, String ticketHash) implements ClassEvent {}

    /**
     * Every table has answered.
     *
     * @param act number of the event that is finished
     * @param refusals tables that refused
     */
    record Finished(long unixMillis, long act, List<TableRefusal> refusals) implements ClassEvent {
        public Finished {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * A table refused something, and did nothing of what was to come after it.
     *
     * @param code name of the code
     * @param done how much of what it had to do it did before
     */
    record TableRefusal(int table, String code, int done) {}
}
