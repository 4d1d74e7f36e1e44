package dev.truce.protocol.message;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RequestedOrder;
import java.util.List;
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
     * @param moveId idempotency key: the same key gives the first answer again
     * @param seed match seed, or null for the server to choose
     * @param fixedRounds number of rounds, 0 for the scenario's horizon; may be out of range
     * @param windowMillis how long each round stays open, 0 for no deadline; may be out of range
     * @param usBot roster bot for the US, or null
     * @param cnBot roster bot for China, or null
     * @param openBook whether omniscient observers may watch
     */
    record CreateRoom(
            String moveId,
            String scenarioId,
            @Nullable Long seed,
            int fixedRounds,
            long windowMillis,
            @Nullable String usBot,
            @Nullable String cnBot,
            boolean openBook)
            implements ClientMessage {}

    /**
     * Takes a seat, or a place among the observers, according to the connection's role.
     *
     * @param moveId idempotency key: the same key gives the first answer again
     * @param side wished side, or null for any vacant one
     * @param bot whether the occupant says that it is a program
     */
    record JoinRoom(
            String moveId, String roomCode, @Nullable Side side, String name, boolean bot) implements ClientMessage {}

    /** Starts the match of a room. */
    record StartMatch(String matchId) implements ClientMessage {}

    /** Seals orders for a round, replacing earlier ones. */
    record SubmitOrders(String matchId, int round, String moveId, List<RequestedOrder> orders)
            implements ClientMessage {
        public SubmitOrders {
            orders = List.copyOf(orders);
        }
    }

    /** Takes sealed orders back. */
    record UndoOrders(String matchId, int round, String moveId) implements ClientMessage {}

    /** Says that the seat is done with a round, or not after all. */
    record SetReady(String matchId, int round, boolean ready) implements ClientMessage {}

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
