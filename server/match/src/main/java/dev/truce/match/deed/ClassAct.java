package dev.truce.match.deed;

import dev.truce.engine.board.Side;
import java.util.List;

/**
 * All that a desk can do with a class: the acts of the class itself, and the acts at the matches of its tables, which are the
 * {@link HostAct} of every room. Members are named by number, so that an act can be kept for ever. Nobody has judged it yet.
 */
public sealed interface ClassAct {
    /** Returns what a handler of every kind makes of this one. */
    <R> R in(Cases<R> cases);

    /** Most tables that an act names: as many as a class has. */
    int MAX_TABLES = 150;

    /**
     * Handles every kind of act; a new kind does not compile before every implementation has a method for it.
     *
     * @param <R> what comes of it
     */
    interface Cases<R> {
        /** Something is done at tables. */
        R atTables(AtTables act);

        /** The doors are opened or closed. */
        R doors(Doors act);

        /** Bots act where nobody sits. */
        R fillGaps(FillGaps act);

        /** A member gets another seat. */
        R move(Move act);

        /** A member is called something else. */
        R rename(Rename act);

        /** A member leaves the class. */
        R remove(Remove act);

        /** A member gets a new key. */
        R newKey(NewKey act);

        /** Another device may open a desk. */
        R newTicket(NewTicket act);

        /** A member is forgotten. */
        R erase(Erase act);

        /** A device that waits may sit down. */
        R admit(Admit act);

        /** A device that waits has to go. */
        R refuse(Refuse act);

        /** The class ends. */
        R finish(Finish act);

        /** What a desk did is taken back. */
        R undo(Undo act);
    }

    /**
     * Does the same at several tables.
     *
     * @param tables their numbers; empty for all
     * @param act what is done at each
     */
    record AtTables(List<Integer> tables, HostAct act) implements ClassAct {
        public AtTables {
            tables = List.copyOf(tables);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.atTables(this);
        }
    }

    /**
     * Opens or closes the doors.
     *
     * @param open whether who was not here before may enter
     */
    record Doors(boolean open) implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.doors(this);
        }
    }

    /**
     * Lets a bot act on every seat without a member, until one takes it.
     *
     * @param tables their numbers; empty for all
     * @param bot its name in the roster, or {@link #OFF}
     */
    record FillGaps(List<Integer> tables, String bot) implements ClassAct {
        /** In place of a bot: those that fill gaps let go of the seats, which wait for their members again. */
        public static final String OFF = "off";

        public FillGaps {
            tables = List.copyOf(tables);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.fillGaps(this);
        }
    }

    /**
     * Gives a member a seat on which no other member sits.
     *
     * @param member number of the member
     * @param table number of the table
     * @param side whose delegation
     * @param seat number of the seat, 0 for the head
     */
    record Move(int member, int table, Side side, int seat) implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.move(this);
        }
    }

    /**
     * Gives the seat of a member another pseudonym.
     *
     * @param member number of the member
     * @param pseudonym how the others see him from now on
     */
    record Rename(int member, String pseudonym) implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.rename(this);
        }
    }

    /**
     * Takes a member off his seat and out of the class.
     *
     * @param member number of the member
     */
    record Remove(int member) implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.remove(this);
        }
    }

    /**
     * Gives a member a new key; the old one opens nothing any more.
     *
     * @param member number of the member
     */
    record NewKey(int member) implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.newKey(this);
        }
    }

    /** Makes a ticket with which another device opens a desk, once. */
    record NewTicket() implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.newTicket(this);
        }
    }

    /**
     * Forgets the name and all numbers of a member.
     *
     * @param member number of the member
     */
    record Erase(int member) implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.erase(this);
        }
    }

    /**
     * Lets a device sit down that waits for a seat which another device has open; that one opens it no more.
     *
     * @param device its number, which its screen shows
     */
    record Admit(int device) implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.admit(this);
        }
    }

    /**
     * Sends a device away that waits for a seat.
     *
     * @param device its number
     */
    record Refuse(int device) implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.refuse(this);
        }
    }

    /**
     * Takes back what a desk did, as long as it has not worked.
     *
     * @param act number of the act; 0 for the last of the desk that asks
     */
    record Undo(long act) implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.undo(this);
        }
    }

    /** Ends the class: nobody enters any more. */
    record Finish() implements ClassAct {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.finish(this);
        }
    }
}
