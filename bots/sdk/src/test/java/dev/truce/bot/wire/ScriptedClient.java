package dev.truce.bot.wire;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.RoomRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A connection that writes down what it is asked and refuses as it is told to; everything else is saved. */
final class ScriptedClient implements SeatClient {
    /** What was asked, for example {@code submit 3 HOLD} or {@code ready 3}. */
    final List<String> asked = new ArrayList<>();

    private final Deque<Refusal> ofOrders = new ArrayDeque<>();
    private final Deque<Refusal> ofReadiness = new ArrayDeque<>();
    private final Deque<Refusal> ofOffers = new ArrayDeque<>();
    private @Nullable CompletableFuture<Reply<Saved>> later;

    /** Refuses the next orders that are not refused yet. */
    private static Refusal refusal(String code, String field, long retryAfterMillis) {
        Refusal.Code known = Stream.<Refusal.Code>concat(
                        Arrays.stream(RefusalCode.values()), Arrays.stream(ConnectionCode.values()))
                .filter(each -> each.name().equals(code))
                .findFirst()
                .orElseThrow();
        return Refusal.of(known, field).saying("refused by the test").after(retryAfterMillis);
    }

    void refuse(String code, long retryAfterMillis) {
        ofOrders.add(refusal(code, "orders", retryAfterMillis));
    }

    /** Refuses the next offer or acceptance that is not refused yet. */
    void refuseOffer(String code, long retryAfterMillis) {
        ofOffers.add(refusal(code, "terms", retryAfterMillis));
    }

    /** Refuses the next readiness that is not refused yet. */
    void refuseReady(String code, long retryAfterMillis) {
        ofReadiness.add(refusal(code, "round", retryAfterMillis));
    }

    @Override
    public CompletableFuture<Reply<RoomTicket>> createRoom(RoomRequest request) {
        throw new UnsupportedOperationException("a bot opens no room");
    }

    @Override
    public CompletableFuture<Reply<SeatTicket>> join(
            String code, @Nullable Side side, @Nullable Integer number, String name, boolean bot) {
        asked.add("join " + code + " " + side + " " + name + (bot ? " bot" : " human"));
        Side given = side == null ? Side.US : side;
        return CompletableFuture.completedFuture(new Reply.Done<>(
                new SeatTicket("match-1", code, new Seat(given, number == null ? 0 : number), "token", "")));
    }

    @Override
    public CompletableFuture<Reply<Saved>> directs(HostAct act) {
        throw new UnsupportedOperationException("a bot directs no match");
    }

    @Override
    public int heardOffers() {
        throw new UnsupportedOperationException("a bot says what it has heard");
    }

    @Override
    public CompletableFuture<Reply<Saved>> does(int round, Deed deed) {
        if (deed instanceof Deed.Submit submit) {
            Deed.Ready ready = submit.ready();
            asked.add("submit " + round + " " + orders(submit.orders()) + (ready == null ? "" : " and ready"));
            return answer(ofOrders.poll(), round, submit.orders().size());
        } else if (deed instanceof Deed.PutDraft draft) {
            asked.add("draft " + round + " " + orders(draft.orders()));
            return answer(ofOrders.poll(), round, 0);
        } else if (deed instanceof Deed.Vote vote) {
            asked.add("vote " + round + " " + vote.drafter() + (vote.yes() ? " yes" : " no"));
            return answer(null, round, 0);
        } else if (deed instanceof Deed.Ready ready) {
            asked.add((ready.ready() ? "ready " : "not ready ")
                    + round
                    + (ready.heard() == 0 ? "" : " heard " + ready.heard()));
            return answer(ofReadiness.poll(), round, 0);
        } else if (deed instanceof Deed.MakeOffer make) {
            asked.add("offer " + round + " for " + make.terms().rounds() + " rounds");
            return answer(ofOffers.poll(), round, 0);
        } else if (deed instanceof Deed.Accept accept) {
            asked.add("accept " + round + " " + accept.offer() + " " + accept.termsHash());
            return answer(ofOffers.poll(), round, 0);
        }
        throw new UnsupportedOperationException("a bot does not do this: " + deed);
    }

    private static String orders(List<RequestedOrder> orders) {
        return orders.isEmpty() ? "HOLD" : orders.size() + " orders";
    }

    @Override
    public void close() {
        asked.add("close");
    }

    /** Returns the answer to the next deed, which somebody has to give. */
    CompletableFuture<Reply<Saved>> answerLater() {
        CompletableFuture<Reply<Saved>> answer = new CompletableFuture<>();
        later = answer;
        return answer;
    }

    private CompletableFuture<Reply<Saved>> answer(@Nullable Refusal refusal, int round, int orders) {
        CompletableFuture<Reply<Saved>> waiting = later;
        if (waiting != null) {
            later = null;
            return waiting;
        }
        return CompletableFuture.completedFuture(
                refusal == null ? new Reply.Done<>(new Saved(round, orders, 0)) : new Reply.Refused<>(refusal));
    }
}
