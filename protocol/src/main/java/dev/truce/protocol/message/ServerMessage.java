package dev.truce.protocol.message;

import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a server may say. */
public sealed interface ServerMessage {

    /**
     * Answers a hello.
     *
     * @param capabilities words for what the server can do beyond the first protocol; ignore unknown ones
     */
    record Welcome(
            String serverVersion, String dataVersion, List<String> capabilities, long serverUnixMillis, Limits limits)
            implements ServerMessage {
        public Welcome {
            capabilities = List.copyOf(capabilities);
        }
    }

    /** Answers a wish for a room; the token opens the creator's place again. */
    record RoomCreated(String roomCode, String matchId, String token) implements ServerMessage {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "RoomCreated[matchId=" + matchId + "]";
        }
    }

    /**
     * Answers the wish for a seat.
     *
     * @param token secret that opens this seat again
     * @param opponentName name of the other side's head, or empty
     */
    record Seated(String matchId, String roomCode, Seat seat, String token, String opponentName)
            implements ServerMessage {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Seated[matchId=" + matchId + ", seat=" + seat + "]";
        }
    }

    /** Answers the wish to watch. */
    record Watching(String matchId, String roomCode, Viewer viewer, String token) implements ServerMessage {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Watching[matchId=" + matchId + ", viewer=" + viewer + "]";
        }
    }

    /**
     * Answers the wish for the scenario of the room.
     *
     * @param scenarioId its id
     * @param scenarioHash hash of its parsed values
     * @param text the scenario file; at most {@link Wire#SCENARIO_BYTES} of UTF-8
     */
    record ScenarioText(String scenarioId, String scenarioHash, String text) implements ServerMessage {}

    /**
     * Answers orders, undo, readiness, and all that belongs to offers, notice and talk: it is on disk.
     *
     * @param key repeats the key of the deed, empty for an act of the host
     * @param orders number of orders sealed, 0 for a hold, an undo, or what is no order
     */
    record Saved(String key, int round, int orders, long savedUnixMillis) implements ServerMessage {}

    /**
     * A request was refused and nothing has changed.
     *
     * @param refusal why, with its sentence in English
     * @param key repeats the key of the request, empty if it had none
     */
    record Refused(Refusal refusal, String key) implements ServerMessage {}

    /**
     * Answers a resume; missed events follow.
     *
     * @param seat the seat, or null for observers and for a creator without a seat
     * @param token the new secret; the one that was used is void
     * @param nextSeq the seq that the next event will have
     * @param deadlineUnixMillis when the open round closes, 0 for never or while none is open
     * @param heardOffers how many offers of the other side are among the events before {@code nextSeq}
     * @param sealed what the seat has sealed for the open round, or null
     */
    record Resumed(
            String matchId,
            String roomCode,
            @Nullable Seat seat,
            Viewer viewer,
            String token,
            long nextSeq,
            long deadlineUnixMillis,
            int heardOffers,
            @Nullable Orders sealed)
            implements ServerMessage {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Resumed[matchId=" + matchId + ", seat=" + seat + ", nextSeq=" + nextSeq + "]";
        }
    }

    /** Answers a ping. */
    record Pong(long nonce, long serverUnixMillis) implements ServerMessage {}

    /**
     * An event: what the referee tells this viewer. A brief is no event but the state of one seat.
     *
     * @param deadlineUnixMillis for {@link Notice.RoundOpened} and {@link Notice.ClockChanged}: when the round closes, 0 for never or
     *     while all stands still; otherwise 0
     */
    record Told(Notice notice, long deadlineUnixMillis) implements ServerMessage {}

    /**
     * State: who is in the room.
     *
     * @param mode who decides, or null while no side has a minister
     * @param seedChosen whether the person who opened the room chose the seed
     * @param facts what is so in it for a while
     */
    record RoomChanged(
            String roomCode,
            List<Occupant> seats,
            @Nullable DelegationMode mode,
            boolean seedChosen,
            Set<RoomFact> facts)
            implements ServerMessage {
        public RoomChanged {
            seats = List.copyOf(seats);
            facts = Set.copyOf(facts);
        }

        /** Where no side has a minister and the server draws the seed. */
        public RoomChanged(String roomCode, List<Occupant> seats) {
            this(roomCode, seats, null, false, Set.of());
        }
    }

    /**
     * State: the match has begun.
     *
     * @param mode who decides, or null while no side has a minister
     * @param seed what is told about the seed
     */
    record MatchStarted(
            String matchId,
            String scenarioId,
            String scenarioHash,
            String dataVersion,
            List<Occupant> seats,
            @Nullable DelegationMode mode,
            SeedNotice seed)
            implements ServerMessage {
        public MatchStarted {
            seats = List.copyOf(seats);
        }

        /** Where no side has a minister and nothing is told about the seed. */
        public MatchStarted(
                String matchId, String scenarioId, String scenarioHash, String dataVersion, List<Occupant> seats) {
            this(matchId, scenarioId, scenarioHash, dataVersion, seats, null, SeedNotice.DRAWN);
        }
    }

    /** Says something about a class. */
    record OfClass(ClassNews news) implements ServerMessage {}

    /** The seat was opened elsewhere. */
    record TakenOver() implements ServerMessage {}

    /** The server is about to close the connection. */
    record Closing(ClosingCause cause, String detail, long retryAfterMillis) implements ServerMessage {}

    /** Something that a newer server says and this program does not know. */
    record Unknown() implements ServerMessage {}

    /**
     * What a client may rely on.
     *
     * @param loginFrameBytes largest frame before the hello was answered
     * @param frameBytes largest frame afterwards
     * @param pingMillis say something at least this often
     * @param deadMillis who says nothing for so long is disconnected
     * @param nameCharacters longest name
     * @param windowMillis longest round window
     */
    record Limits(
            int loginFrameBytes,
            int frameBytes,
            int pingMillis,
            int deadMillis,
            int nameCharacters,
            long windowMillis) {}
}
