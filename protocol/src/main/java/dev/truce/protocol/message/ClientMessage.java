package dev.truce.protocol.message;

import dev.truce.engine.board.Side;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import org.jspecify.annotations.Nullable;

/**
 * What a client may want. The fields mean what the schema says about them; texts are bounded by {@link Wire} and otherwise as
 * the client sent them.
 */
public sealed interface ClientMessage {

    /** The first message of every connection. */
    record Hello(String clientName, String clientVersion, Role role) implements ClientMessage {}

    /**
     * Opens a room with one match.
     *
     * @param key idempotency key that nobody can guess: the same key gives the first answer again
     */
    record CreateRoom(String key, RoomRequest room) implements ClientMessage {
        /** For two heads alone, at a server that lets everybody open rooms. */
        public CreateRoom(
                String key,
                String scenarioId,
                @Nullable Long seed,
                int fixedRounds,
                long windowMillis,
                @Nullable String usBot,
                @Nullable String cnBot,
                boolean openBook) {
            this(key, new RoomRequest(scenarioId, seed, fixedRounds, windowMillis, usBot, cnBot, openBook));
        }

        /** Leaves the key out, which is a secret. */
        @Override
        public String toString() {
            return "CreateRoom[" + room + "]";
        }
    }

    /**
     * Takes a seat, or a place among the observers, according to the connection's role.
     *
     * @param key idempotency key that nobody can guess: the same key gives the first answer again
     * @param side wished side, or null for any vacant one
     * @param bot whether the occupant says that it is a program
     * @param seat wished number of the seat, 0 for the head, or null for any vacant one; may be none that the room has
     */
    record JoinRoom(
            String key,
            String roomCode,
            @Nullable Side side,
            String name,
            boolean bot,
            @Nullable Integer seat) implements ClientMessage {
        /** Without a wish for a certain seat. */
        public JoinRoom(String key, String roomCode, @Nullable Side side, String name, boolean bot) {
            this(key, roomCode, side, name, bot, null);
        }
    }

    /**
     * A seat does something in a round.
     *
     * @param key idempotency key: the same key with the same deed gives the first answer again
     * @param deed as it came in
     */
    record Do(String matchId, int round, String key, Deed deed) implements ClientMessage {}

    /**
     * The owner of a room does something with its match.
     *
     * @param act as it came in
     * @param number chosen by the client so that an act that is sent again happens once; 0 for none
     */
    record Direct(String matchId, HostAct act, long number) implements ClientMessage {
        /** An act that may happen twice if it is sent twice. */
        public Direct(String matchId, HostAct act) {
            this(matchId, act, 0);
        }
    }

    /** Asks for the scenario of the room. */
    record ReadScenario(String matchId) implements ClientMessage {}

    /** Wants something of a class. */
    record OfClass(ClassRequest request) implements ClientMessage {}

    /** Opens a place again after the connection was lost. */
    record Resume(String token, long lastSeq) implements ClientMessage {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Resume[token=..., lastSeq=" + lastSeq + "]";
        }
    }

    /** Keeps the connection alive. */
    record Ping(long nonce) implements ClientMessage {}
}
