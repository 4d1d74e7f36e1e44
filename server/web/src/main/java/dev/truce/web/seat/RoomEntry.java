package dev.truce.web.seat;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.Request;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.story.facts.SeatBoard;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in a room of the server that the page came from: the seat once the match has begun, and until then what it waits for.
 * Requests that wait when the link is lost are sent again with the same key, as by every client. Not thread-safe.
 */
public final class RoomEntry implements SeatListener {
    private final Function<String, @Nullable Scenario> shelf;
    private final Supplier<String> keys;
    private final RoomLine line;
    private @Nullable Seat place;
    private String opponent = "";
    private @Nullable Refusal refusal;
    private @Nullable PageSeat seat;
    private @Nullable LinkState link;
    private @Nullable ResumeTicket ticket;
    private @Nullable Supplier<ClientMessage> wanted;

    /**
     * A room that is not entered yet.
     *
     * @param browser connects to the server
     * @param speaker who joins
     * @param shelf scenarios that the page knows, by id
     * @param keys of requests: nobody may guess them, since an answer can open the seat
     * @param kept what opened the seat before, or null
     */
    public RoomEntry(
            Link browser,
            Conversation.Speaker speaker,
            Function<String, @Nullable Scenario> shelf,
            Supplier<String> keys,
            @Nullable ResumeTicket kept) {
        this.shelf = shelf;
        this.keys = keys;
        this.line = new RoomLine(browser, speaker, kept, this, this::opened, fault -> {
            throw fault;
        });
    }

    private void opened(Reply<Conversation.Place> reply) {
        if (reply instanceof Reply.Refused<Conversation.Place> refused) {
            refusal = refused.refusal();
        } else {
            place = line.conversation().place().seat();
        }
    }

    /** Hears what the browser hears. */
    public RoomLine line() {
        return line;
    }

    /** Connects, and takes a seat in a room: any that is free, or that of a side. */
    public void join(String code, @Nullable Side side, String name) {
        line.connect();
        takes(() -> new ClientMessage.JoinRoom(keys.get(), code, side, name, false));
    }

    /** Connects, and takes one's own seat in a class, by the student number or name and the personal key. */
    public void enter(String code, String student, String studentKey) {
        line.connect();
        takes(() -> new ClientMessage.OfClass(new ClassRequest.Enter(keys.get(), code, student, studentKey)));
    }

    private void takes(Supplier<ClientMessage> wish) {
        wanted = wish;
        ask(
                wish.get(),
                message -> {
                    Reply<SeatTicket> reply = SeatTicket.of(message);
                    if (reply instanceof Reply.Done<SeatTicket> taken) {
                        place = taken.value().seat();
                        opponent = taken.value().opponent();
                    }
                    return reply;
                },
                why -> refusal = why);
    }

    /** A class that had no seat for the student has one now. */
    @Override
    public void onClass(ClassNews news) {
        if (news instanceof ClassNews.Entered entered && entered.hasSeat() && wanted != null) {
            takes(wanted);
        }
    }

    /** Connects, and opens the seat again that the ticket is for. */
    public void comeBack() {
        line.connect();
    }

    private <T> void ask(
            ClientMessage wish,
            Function<ServerMessage, @Nullable Reply<T>> reader,
            Consumer<@Nullable Refusal> answered) {
        line.conversation().ask(new Request<>(wish, reader, new Request.Caller<T>() {
            @Override
            public void answered(Reply<T> reply) {
                answered.accept(reply instanceof Reply.Refused<T> refused ? refused.refusal() : null);
            }

            @Override
            public void closed() {
                answered.accept(Refusal.of(ClientCode.CLOSED, ""));
            }
        }));
    }

    /** Why there is no seat, or null. */
    public @Nullable Refusal refusal() {
        return refusal;
    }

    /** The seat, or null before the match has begun. */
    public @Nullable PageSeat seat() {
        return seat;
    }

    /** How the link is, or null before the first connection. */
    public @Nullable LinkState link() {
        return link;
    }

    /** What opens the seat again, or null before there is one. */
    public @Nullable ResumeTicket ticket() {
        return ticket;
    }

    @Override
    public void onMatch(String matchId, String scenarioId, String scenarioHash, String ruleset) {
        Scenario scenario = shelf.apply(scenarioId);
        Seat taken = place == null ? line.conversation().place().seat() : place;
        if (scenario == null || !scenario.hash().equals(scenarioHash)) {
            refusal = Refusal.of(ClientCode.SCENARIO_DIFFERS, "").because("refused.scenario_differs.page", scenarioId);
        } else if (taken != null) {
            seat = new RoomSeat(Rules.of(scenario), taken, matchId);
        }
    }

    @Override
    public void onNotice(Notice notice, long deadlineUnixMillis) {
        if (seat != null) {
            seat.board().take(notice, deadlineUnixMillis, true);
        }
    }

    @Override
    public void onLink(LinkState state) {
        link = state;
        if (state instanceof LinkState.Closed closed) {
            refusal = closed.refusal();
        }
    }

    @Override
    public void onTicket(ResumeTicket newer) {
        ticket = newer;
    }

    /** The seat of the match that has begun. */
    private final class RoomSeat implements PageSeat {
        private final Rules rules;
        private final SeatBoard board;
        private final String matchId;

        RoomSeat(Rules rules, Seat seat, String matchId) {
            this.rules = rules;
            this.board = new SeatBoard(rules, seat);
            this.matchId = matchId;
        }

        @Override
        public Rules rules() {
            return rules;
        }

        @Override
        public SeatBoard board() {
            return board;
        }

        @Override
        public String opponent() {
            return opponent;
        }

        @Override
        public void does(Deed deed, Consumer<@Nullable Refusal> answered) {
            ask(
                    new ClientMessage.Do(matchId, board.openRound(), keys.get(), deed),
                    message -> message instanceof ServerMessage.Saved saved ? new Reply.Done<>(saved) : null,
                    answered);
        }

        @Override
        public boolean closesAlone() {
            return false;
        }
    }
}
