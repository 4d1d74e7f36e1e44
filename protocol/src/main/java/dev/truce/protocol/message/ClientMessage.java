package dev.truce.protocol.message;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Seat;
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
     * @param seed match seed, or null for the server to draw one that is secret
     * @param fixedRounds number of rounds, 0 for the scenario's horizon; may be out of range
     * @param windowMillis how long each round stays open, 0 for no deadline; may be out of range
     * @param usBot roster bot for the US, or null
     * @param cnBot roster bot for China, or null
     * @param openBook whether omniscient observers may watch
     * @param delegations how many seats the sides have, and who decides
     */
    record CreateRoom(
            String moveId,
            String scenarioId,
            @Nullable Long seed,
            int fixedRounds,
            long windowMillis,
            @Nullable String usBot,
            @Nullable String cnBot,
            boolean openBook,
            DelegationWish delegations)
            implements ClientMessage {
        /** For two heads alone. */
        public CreateRoom(
                String moveId,
                String scenarioId,
                @Nullable Long seed,
                int fixedRounds,
                long windowMillis,
                @Nullable String usBot,
                @Nullable String cnBot,
                boolean openBook) {
            this(
                    moveId,
                    scenarioId,
                    seed,
                    fixedRounds,
                    windowMillis,
                    usBot,
                    cnBot,
                    openBook,
                    DelegationWish.HEADS_ALONE);
        }

        /** Leaves the seed and the key out, which are secrets. */
        @Override
        public String toString() {
            return "CreateRoom[scenarioId=" + scenarioId + ", fixedRounds=" + fixedRounds + ", windowMillis="
                    + windowMillis + ", openBook=" + openBook + "]";
        }
    }

    /**
     * Takes a seat, or a place among the observers, according to the connection's role.
     *
     * @param moveId idempotency key: the same key gives the first answer again
     * @param side wished side, or null for any vacant one
     * @param bot whether the occupant says that it is a program
     * @param seat wished number of the seat, 0 for the head, or null for any vacant one; may be none that the room has
     */
    record JoinRoom(
            String moveId,
            String roomCode,
            @Nullable Side side,
            String name,
            boolean bot,
            @Nullable Integer seat) implements ClientMessage {
        /** Without a wish for a certain seat. */
        public JoinRoom(String moveId, String roomCode, @Nullable Side side, String name, boolean bot) {
            this(moveId, roomCode, side, name, bot, null);
        }
    }

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

    /**
     * Says that the seat is done with a round, or not after all.
     *
     * @param heardOffers how many offers of the other side were heard in this match, at least 0
     */
    record SetReady(String matchId, int round, boolean ready, int heardOffers) implements ClientMessage {
        /** Of a client that has heard no offer. */
        public SetReady(String matchId, int round, boolean ready) {
            this(matchId, round, ready, 0);
        }
    }

    /**
     * Offers the other side terms.
     *
     * @param answers the offer that this one takes the place of, or null
     */
    record MakeOffer(
            String matchId,
            int round,
            String moveId,
            Terms terms,
            @Nullable OfferId answers) implements ClientMessage {}

    /**
     * Accepts an offer of the other side.
     *
     * @param termsHash of the terms as they were shown
     */
    record AcceptOffer(String matchId, int round, String moveId, OfferId offer, String termsHash)
            implements ClientMessage {}

    /** Refuses an offer of the other side. */
    record RefuseOffer(String matchId, int round, String moveId, OfferId offer) implements ClientMessage {}

    /** Takes an offer back. */
    record WithdrawOffer(String matchId, int round, String moveId, OfferId offer) implements ClientMessage {}

    /** Gives notice to leave the treaty at the end of the round, or takes it back. */
    record GiveNotice(String matchId, int round, String moveId, boolean given) implements ClientMessage {}

    /**
     * Says something.
     *
     * @param text as it came in
     * @param statement what it commits to, or null
     */
    record Say(
            String matchId,
            int round,
            String moveId,
            Channel channel,
            String text,
            @Nullable Statement statement) implements ClientMessage {
        /** Leaves the words out, which are nobody's business. */
        @Override
        public String toString() {
            return "Say[matchId=" + matchId + ", round=" + round + ", channel=" + channel + "]";
        }
    }

    /**
     * Plays a shock card.
     *
     * @param card as it came in
     */
    record PlayCard(String matchId, int round, String card) implements ClientMessage {}

    /** Asks for the scenario of the room. */
    record ReadScenario(String matchId) implements ClientMessage {}

    /** Puts a draft of orders before one's delegation. */
    record SubmitDraft(String matchId, int round, String moveId, List<RequestedOrder> orders) implements ClientMessage {
        public SubmitDraft {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Votes on a draft of one's delegation.
     *
     * @param drafter whose draft; may be none of one's side
     */
    record CastVote(String matchId, int round, String moveId, Seat drafter, boolean yes) implements ClientMessage {}

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
