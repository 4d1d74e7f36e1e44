package dev.truce.protocol.client;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that is heard at a place of a match or of a class, as a value. */
public sealed interface Heard {
    /** Hands it to the method for its kind. */
    void to(Cases cases);

    /** Hears every kind; a new one does not compile before every implementation has a method for it. */
    interface Cases {
        void begun(Begun heard);

        void told(Told heard);

        void link(Link heard);

        void room(Room heard);

        void seed(Seed heard);

        void fact(Fact heard);

        void deadlineMoved(DeadlineMoved heard);

        void sealed(Sealed heard);

        void newTicket(NewTicket heard);

        void serverTime(ServerTime heard);

        void ofClass(OfClass heard);
    }

    /** The match has begun, or is under way after a resume; tells the scenario that is played. Once a match. */
    record Begun(String matchId, String scenarioId, String scenarioHash, String ruleset) implements Heard {
        @Override
        public void to(Cases cases) {
            cases.begun(this);
        }
    }

    /**
     * A notice of the referee. A brief is told once more whenever the link has come up again.
     *
     * @param deadlineUnixMillis for {@link Notice.RoundOpened} and {@link Notice.ClockChanged}: when the round closes by server time, 0 for
     *     never or while all stands still
     */
    record Told(Notice notice, long deadlineUnixMillis) implements Heard {
        @Override
        public void to(Cases cases) {
            cases.told(this);
        }
    }

    /** The link changed. */
    record Link(LinkState state) implements Heard {
        @Override
        public void to(Cases cases) {
            cases.link(this);
        }
    }

    /**
     * Who is in the room, whenever it changes.
     *
     * @param mode who decides in the delegations, or null while no side has a minister
     */
    record Room(
            String roomCode, List<Occupant> seats, @Nullable DelegationMode mode) implements Heard {
        public Room {
            seats = List.copyOf(seats);
        }

        @Override
        public void to(Cases cases) {
            cases.room(this);
        }
    }

    /**
     * What the room tells about its seed, whenever that changes: before the match only if it was chosen, and once the match has begun. It
     * comes before {@link Begun}.
     */
    record Seed(SeedNotice seed) implements Heard {
        @Override
        public void to(Cases cases) {
            cases.seed(this);
        }
    }

    /**
     * Something is so in the room for a while, or is not so any more; nothing is said of what is not so from the first.
     *
     * @param holds whether it is so now
     */
    record Fact(RoomFact fact, boolean holds) implements Heard {
        @Override
        public void to(Cases cases) {
            cases.fact(this);
        }
    }

    /**
     * After a resume: when the open round closes by server time, which may have moved since it opened.
     *
     * @param deadlineUnixMillis 0 for never or if no round is open
     */
    record DeadlineMoved(long deadlineUnixMillis) implements Heard {
        @Override
        public void to(Cases cases) {
            cases.deadlineMoved(this);
        }
    }

    /** After a resume: what this seat has sealed for the open round, if it has sealed anything. */
    record Sealed(Orders orders) implements Heard {
        @Override
        public void to(Cases cases) {
            cases.sealed(this);
        }
    }

    /** There is a new secret for the place; a client that wants to come back in another process keeps it and forgets the old one. */
    record NewTicket(ResumeTicket ticket) implements Heard {
        @Override
        public void to(Cases cases) {
            cases.newTicket(this);
        }
    }

    /**
     * What the server's clock shows, as it says now and then.
     *
     * @param first whether it is the first time of a connection, which may be to another clock
     */
    record ServerTime(long unixMillis, boolean first) implements Heard {
        @Override
        public void to(Cases cases) {
            cases.serverTime(this);
        }
    }

    /** A class tells something unasked: to a desk where its tables stand, to a student who waits that there is a seat. */
    record OfClass(ClassNews news) implements Heard {
        @Override
        public void to(Cases cases) {
            cases.ofClass(this);
        }
    }
}
