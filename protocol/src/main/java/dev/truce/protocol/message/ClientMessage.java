package dev.truce.protocol.message;

import dev.truce.engine.board.Side;
import dev.truce.match.RoundTerms;
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
     * @param seed match seed, or null for the server to draw one that is secret
     * @param fixedRounds number of rounds, 0 for the scenario's horizon; may be out of range
     * @param windowMillis how long each round stays open, 0 for no deadline; may be out of range
     * @param usBot roster bot for the US, or null
     * @param cnBot roster bot for China, or null
     * @param openBook whether omniscient observers may watch
     * @param delegations how many seats the sides have, and who decides
     * @param rounds how the rounds are held, beside their length; may be out of range
     * @param deskKey the secret of the server's instructors, or empty
     */
    record CreateRoom(
            String key,
            String scenarioId,
            @Nullable Long seed,
            int fixedRounds,
            long windowMillis,
            @Nullable String usBot,
            @Nullable String cnBot,
            boolean openBook,
            DelegationWish delegations,
            RoundTerms rounds,
            String deskKey)
            implements ClientMessage {
        /** At a server that lets everybody open rooms. */
        public CreateRoom(
                String key,
                String scenarioId,
                @Nullable Long seed,
                int fixedRounds,
                long windowMillis,
                @Nullable String usBot,
                @Nullable String cnBot,
                boolean openBook,
                DelegationWish delegations,
                RoundTerms rounds) {
            this(key, scenarioId, seed, fixedRounds, windowMillis, usBot, cnBot, openBook, delegations, rounds, "");
        }

        /** For rounds that are held as usual. */
        public CreateRoom(
                String key,
                String scenarioId,
                @Nullable Long seed,
                int fixedRounds,
                long windowMillis,
                @Nullable String usBot,
                @Nullable String cnBot,
                boolean openBook,
                DelegationWish delegations) {
            this(
                    key,
                    scenarioId,
                    seed,
                    fixedRounds,
                    windowMillis,
                    usBot,
                    cnBot,
                    openBook,
                    delegations,
                    RoundTerms.USUAL);
        }

        /** For two heads alone. */
        public CreateRoom(
                String key,
                String scenarioId,
                @Nullable Long seed,
                int fixedRounds,
                long windowMillis,
                @Nullable String usBot,
                @Nullable String cnBot,
                boolean openBook) {
            this(key, scenarioId, seed, fixedRounds, windowMillis, usBot, cnBot, openBook, DelegationWish.HEADS_ALONE);
        }

        /** Leaves the seed and the keys out, which are secrets. */
        @Override
        public String toString() {
            return "CreateRoom[scenarioId=" + scenarioId + ", fixedRounds=" + fixedRounds + ", windowMillis="
                    + windowMillis + ", openBook=" + openBook + "]";
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
