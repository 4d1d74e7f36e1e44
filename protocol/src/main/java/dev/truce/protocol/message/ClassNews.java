package dev.truce.protocol.message;

import dev.truce.engine.view.PublicRound;
import dev.truce.match.Seat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a server says about a class. What has names of students in it is for desks only; who watches gets what {@code forAll} leaves. */
public sealed interface ClassNews {
    /**
     * Answers the wish for a class.
     *
     * @param students with their keys, which are told here only
     */
    record Opened(String classId, String classCode, List<StudentKey> students, int tables) implements ClassNews {
        public Opened {
            students = List.copyOf(students);
        }

        /** Hides keys and names. */
        @Override
        public String toString() {
            return "Opened[classId=" + classId + ", tables=" + tables + "]";
        }
    }

    /**
     * A student's key.
     *
     * @param student what he types: number or name
     * @param key empty if the same wish for a class was sent before
     */
    record StudentKey(int member, String student, String key) {
        /** Hides who it is. */
        @Override
        public String toString() {
            return "StudentKey[member=" + member + "]";
        }
    }

    /**
     * Answers a student without a seat, or tells him that he has one now.
     *
     * @param hasSeat whether there is a seat now
     * @param held number of his device, if it waits until a desk admits it; else 0
     */
    record Entered(String classId, String title, boolean hasSeat, int held) implements ClassNews {}

    /**
     * Answers the wish for a desk.
     *
     * @param desk its number, from 1
     * @param token secret that opens this desk again
     * @param tables how many there are
     */
    record DeskEntered(String classId, String classCode, String title, int desk, String token, int tables)
            implements ClassNews {
        /** Of a class whose number of tables is not told. */
        public DeskEntered(String classId, String classCode, String title, int desk, String token) {
            this(classId, classCode, title, desk, token, 0);
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "DeskEntered[classId=" + classId + ", desk=" + desk + "]";
        }
    }

    /**
     * Answers the wish to watch all tables.
     *
     * @param tables how many there are
     * @param startTariff headline US tariff with which every match begins, percent
     */
    record Watched(String classCode, String title, int tables, int startTariff) implements ClassNews {}

    /**
     * Answers what an act would do.
     *
     * @param expected what has to be expected by who does it
     */
    record Previewed(List<TablePreview> tables, String expected) implements ClassNews {
        public Previewed {
            tables = List.copyOf(tables);
        }
    }

    /**
     * What an advance would do at a table.
     *
     * @param text its seats, each with what counts for it, or why nothing can be done there
     */
    record TablePreview(int table, String text) {}

    /**
     * Answers an act.
     *
     * @param act its number in the journal of the class
     * @param refusals where it was refused; all other tables have done it
     * @param secret the new key or ticket, or empty
     */
    record Done(long act, List<TableRefusal> refusals, String secret) implements ClassNews {
        public Done {
            refusals = List.copyOf(refusals);
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Done[act=" + act + ", refusals=" + refusals + "]";
        }
    }

    /** Why an act was not done at a table. */
    record TableRefusal(int table, ServerMessage.Refused why) {}

    /**
     * State: the class.
     *
     * @param members how many are on the list
     * @param here how many of them are connected
     * @param waiting members who are connected and have no seat
     * @param act number of the last act
     * @param calls calls for help that no desk has answered, oldest first
     * @param announced what was announced last to all tables, or empty
     * @param held devices that wait for seats which others have open, oldest first
     * @param facts what is so in it for a while
     */
    record Changed(
            boolean doorsOpen,
            boolean begun,
            boolean closed,
            int members,
            int here,
            List<Integer> waiting,
            long act,
            List<HelpCall> calls,
            String announced,
            List<HeldDevice> held,
            Set<RoomFact> facts)
            implements ClassNews {
        public Changed {
            waiting = List.copyOf(waiting);
            held = List.copyOf(held);
            calls = List.copyOf(calls);
            facts = Set.copyOf(facts);
        }

        /** Returns what of it is for who only watches: not who waits, and no call for help. */
        public Changed forAll() {
            return new Changed(
                    doorsOpen, begun, closed, members, here, List.of(), 0, List.of(), announced, List.of(), facts);
        }
    }

    /**
     * A device waits for a seat that another device has open.
     *
     * @param device its number, which its screen shows
     * @param member the member whose name was picked
     * @param unixMillis since when
     */
    record HeldDevice(int device, int member, long unixMillis) {}

    /**
     * A student calls for help.
     *
     * @param text what it is about
     * @param unixMillis since when
     */
    record HelpCall(int member, String text, long unixMillis) {}

    /** Where a table stands. */
    enum TablePhase {
        /** Its match has not begun. */
        LOBBY,
        /** Between rounds, where all tables open them together. */
        BETWEEN,
        /** A round is open. */
        OPEN,
        /** Time is up, and all may still act. */
        OVERTIME,
        /** Only seats that were given time may act. */
        EXTRA,
        /** The round is shut and not revealed yet. */
        SHUT,
        /** The match is over. */
        OVER,
        /** A fault of the server stopped it. */
        FAULT
    }

    /**
     * State: a table.
     *
     * @param round the open round, or the one that opens next
     * @param deadlineUnixMillis when it closes, 0 for never or while all stands still
     * @param leftMillis what is left of it while all stands still, else 0
     * @param lastRound the last round, 0 while nobody may know it
     * @param rounds what everybody has seen of the resolved rounds, in order
     */
    record TableChanged(
            int table,
            String matchId,
            TablePhase phase,
            boolean paused,
            int round,
            long deadlineUnixMillis,
            long leftMillis,
            List<TableSeat> seats,
            int lastRound,
            List<PublicRound> rounds)
            implements ClassNews {
        public TableChanged {
            seats = List.copyOf(seats);
            rounds = List.copyOf(rounds);
        }

        /** A table that has resolved no round. */
        public TableChanged(
                int table,
                String matchId,
                TablePhase phase,
                boolean paused,
                int round,
                long deadlineUnixMillis,
                long leftMillis,
                List<TableSeat> seats) {
            this(table, matchId, phase, paused, round, deadlineUnixMillis, leftMillis, seats, 0, List.of());
        }

        /** Returns the table with other seats. */
        public TableChanged with(List<TableSeat> others) {
            return new TableChanged(
                    table, matchId, phase, paused, round, deadlineUnixMillis, leftMillis, others, lastRound, rounds);
        }

        /** Returns what of it is for who only watches: nobody who sits there, and nothing of what he has done. */
        public TableChanged forAll() {
            return with(List.of());
        }
    }

    /**
     * A seat of a table.
     *
     * @param pseudonym how the others see who sits there
     * @param member number of its member, 0 for none
     * @param here whether the member is connected
     * @param bot the bot that acts there, or empty
     * @param vacant whether it was left empty
     * @param submitted whether it has sealed orders for the open round
     * @param ready whether it is ready
     * @param quietSinceUnixMillis since when its person has done nothing in this round, 0 if nobody has sat there
     * @param message whether the last message to this seat alone has arrived, or null if there was none
     */
    record TableSeat(
            Seat seat,
            String pseudonym,
            int member,
            boolean here,
            String bot,
            boolean vacant,
            boolean submitted,
            boolean ready,
            long quietSinceUnixMillis,
            @Nullable Delivery message) {
        /** After so long without a deed somebody counts as idle. */
        public static final long IDLE_MILLIS = 120_000;

        /** A seat of which nothing is known but how it stands. */
        public TableSeat(
                Seat seat, String pseudonym, int member, boolean here, String bot, boolean submitted, boolean ready) {
            this(seat, pseudonym, member, here, bot, false, submitted, ready, 0, null);
        }

        /** Returns the same with its member. */
        public TableSeat of(int whose) {
            return new TableSeat(
                    seat, pseudonym, whose, here, bot, vacant, submitted, ready, quietSinceUnixMillis, message);
        }

        /** Returns how the seat is in the open round. */
        public SeatState state(long nowUnixMillis) {
            if (!bot.isEmpty()) {
                return SeatState.BOT;
            } else if (vacant || member == 0) {
                return SeatState.VACANT;
            } else if (ready) {
                return SeatState.READY;
            } else if (!here) {
                return SeatState.AWAY;
            }
            if (submitted) {
                return SeatState.SEALED;
            }
            boolean idle = quietSinceUnixMillis > 0 && nowUnixMillis - quietSinceUnixMillis >= IDLE_MILLIS;
            return idle ? SeatState.IDLE : SeatState.WORKS;
        }
    }

    /**
     * Whether a message to one seat has arrived.
     *
     * @param delivered whether the client of the seat has it
     * @param unixMillis when it was sent, or when it is known to have arrived
     */
    record Delivery(boolean delivered, long unixMillis) {
        /** After so long a message that has not arrived counts as not delivered; it may still arrive. */
        public static final long LATE_MILLIS = 20_000;
    }

    /** How a seat is in the open round. */
    enum SeatState {
        /** Its person is done, here or not. */
        READY,
        /** Its person has sealed orders and is not done. */
        SEALED,
        /** Its person is here and has sealed nothing. */
        WORKS,
        /** Its person is here, has sealed nothing and has done nothing for two minutes. */
        IDLE,
        /** Its person is not here, and not done. */
        AWAY,
        /** A bot acts on it. */
        BOT,
        /** Nobody holds it. */
        VACANT;

        /** Returns whether a person has to do something before the round can shut. */
        public boolean isWaitedFor() {
            return this == SEALED || this == WORKS || this == IDLE || this == AWAY;
        }
    }

    /**
     * Answers the wish for the class list.
     *
     * @param members all of them
     * @param log what desks have done, oldest first
     */
    record ListRead(List<Member> members, List<LogLine> log) implements ClassNews {
        public ListRead {
            members = List.copyOf(members);
            log = List.copyOf(log);
        }
    }

    /**
     * Answers the wish for a document with a part of it.
     *
     * @param part which, from 1
     * @param parts how many there are
     * @param sha256 of the whole, in hex digits
     */
    record TextRead(int part, int parts, String sha256, String text) implements ClassNews {
        /** Leaves out what it says, which may be names. */
        @Override
        public String toString() {
            return "TextRead[" + part + " of " + parts + "]";
        }
    }

    /**
     * A member of a class, with the name.
     *
     * @param member his number, from 1
     * @param name empty if it was erased
     * @param student what he types to enter
     * @param table number of the table, 0 without a seat
     * @param seat the seat, or null
     * @param pseudonym how the others see him
     * @param here whether he is connected
     * @param removed whether he was removed from the class
     */
    record Member(
            int member,
            String name,
            String student,
            int table,
            @Nullable Seat seat,
            String pseudonym,
            boolean here,
            boolean removed) {
        /** Hides who it is. */
        @Override
        public String toString() {
            return "Member[member=" + member + ", table=" + table + ", seat=" + seat + "]";
        }
    }

    /**
     * Something that was done with a class.
     *
     * @param desk which desk did it, 0 for the class itself
     * @param text in the notation of acts
     */
    record LogLine(long act, long unixMillis, int desk, String text) {}

    /** Answers the wish for all classes. */
    record Listed(List<OpenedClass> classes) implements ClassNews {
        public Listed {
            classes = List.copyOf(classes);
        }
    }

    /** A class that is open. */
    record OpenedClass(
            String classId, String classCode, String title, int tables, int members, int here, boolean begun) {}
}
