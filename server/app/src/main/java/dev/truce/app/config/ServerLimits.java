package dev.truce.app.config;

import java.time.Duration;

/**
 * How much of anything the server takes, so that nothing grows with what strangers send. The limits of single connections
 * are part of the protocol: {@link dev.truce.protocol.message.Wire}.
 *
 * @param connections open connections
 * @param strangersPerAddress connections of one address that have no seat, room or view yet; the oldest has to go
 * @param rooms rooms that have a code; the next one takes the place of another, as {@link dev.truce.app.quota.FairShare} says, and is refused if none makes
 *     way for its owner; a setting
 * @param classes classes that are open: each stays in memory, with its list; a setting
 * @param roomsPerHour rooms that all may open in an hour, but for this machine; an address may open half of what is left
 * @param mailbox inputs that may wait for one match; what does not fit is answered RETRY
 * @param journal writes that may wait for the disk
 * @param inputsPerSeatRound inputs that a seat may send in one round: nobody changes his mind that often
 * @param lobby time from the hello to a room, a seat or a view
 * @param idleMatch time without any connection or clock after which a match leaves memory
 * @param sleepingMatch time without anything to do after which a match in memory forgets what the journal has as well
 * @param restartGrace how long a match waits after a restart for the first of its people before its clock goes on
 * @param roomAfterEnd how long a room outlives its match at most, for the debrief
 * @param roomUnstarted how long a room waits to be started
 * @param roomLongest how long a room exists at most, whatever happens in it
 * @param heldBytes bytes that are kept for all connections together, because they do not read or do not finish what they send; those that
 *     hold the most for the longest have to go
 */
public record ServerLimits(
        int connections,
        int strangersPerAddress,
        int rooms,
        int classes,
        int roomsPerHour,
        int mailbox,
        int journal,
        int inputsPerSeatRound,
        Duration lobby,
        Duration idleMatch,
        Duration sleepingMatch,
        Duration restartGrace,
        Duration roomAfterEnd,
        Duration roomUnstarted,
        Duration roomLongest,
        long heldBytes) {

    /** How long an opened room counts. */
    public static final Duration HOUR = Duration.ofHours(1);

    private static final long MEBIBYTE = 1024 * 1024;

    /** For a class or a seminar on one machine. */
    public static final ServerLimits STANDARD = new ServerLimits(
            10_000,
            128,
            Integer.parseInt(Setting.ROOMS.usual()),
            Integer.parseInt(Setting.CLASSES.usual()),
            2_400,
            256,
            4_096,
            256,
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofDays(120),
            heldBytes(Runtime.getRuntime().maxMemory()));

    /** Returns how much of a heap may be held: as much again is needed to cut a buffer out of a block, and the rest is for matches. */
    static long heldBytes(long heap) {
        return Math.max(16 * MEBIBYTE, Math.min(heap / 8, 512 * MEBIBYTE));
    }

    /** Returns the same values, to change some of them. */
    public Draft edit() {
        return new Draft(this);
    }

    /** Limits of which some are changed; each is named as in the limits themselves. */
    public static final class Draft {
        private int connections;
        private int strangersPerAddress;
        private int rooms;
        private int classes;
        private int roomsPerHour;
        private int mailbox;
        private int journal;
        private int inputsPerSeatRound;
        private Duration lobby;
        private Duration idleMatch;
        private Duration sleepingMatch;
        private Duration restartGrace;
        private Duration roomAfterEnd;
        private Duration roomUnstarted;
        private Duration roomLongest;
        private long heldBytes;

        private Draft(ServerLimits from) {
            connections = from.connections;
            strangersPerAddress = from.strangersPerAddress;
            rooms = from.rooms;
            classes = from.classes;
            roomsPerHour = from.roomsPerHour;
            mailbox = from.mailbox;
            journal = from.journal;
            inputsPerSeatRound = from.inputsPerSeatRound;
            lobby = from.lobby;
            idleMatch = from.idleMatch;
            sleepingMatch = from.sleepingMatch;
            restartGrace = from.restartGrace;
            roomAfterEnd = from.roomAfterEnd;
            roomUnstarted = from.roomUnstarted;
            roomLongest = from.roomLongest;
            heldBytes = from.heldBytes;
        }

        public Draft connections(int value) {
            connections = value;
            return this;
        }

        public Draft strangersPerAddress(int value) {
            strangersPerAddress = value;
            return this;
        }

        public Draft rooms(int value) {
            rooms = value;
            return this;
        }

        public Draft classes(int value) {
            classes = value;
            return this;
        }

        public Draft mailbox(int value) {
            mailbox = value;
            return this;
        }

        public Draft journal(int value) {
            journal = value;
            return this;
        }

        public Draft sleepingMatch(Duration value) {
            sleepingMatch = value;
            return this;
        }

        public Draft heldBytes(long value) {
            heldBytes = value;
            return this;
        }

        public ServerLimits done() {
            return new ServerLimits(
                    connections,
                    strangersPerAddress,
                    rooms,
                    classes,
                    roomsPerHour,
                    mailbox,
                    journal,
                    inputsPerSeatRound,
                    lobby,
                    idleMatch,
                    sleepingMatch,
                    restartGrace,
                    roomAfterEnd,
                    roomUnstarted,
                    roomLongest,
                    heldBytes);
        }
    }
}
