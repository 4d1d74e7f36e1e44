package dev.truce.bot;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Seat;
import dev.truce.protocol.client.Answer;
import dev.truce.protocol.client.Refusal;
import dev.truce.protocol.client.RoomRequest;
import dev.truce.protocol.client.RoomTicket;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatTicket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A connection that writes down what it is asked and refuses as it is told to; everything else is saved. */
final class ScriptedClient implements SeatClient {
    /** What was asked, for example {@code submit 3 HOLD} or {@code ready 3}. */
    final List<String> asked = new ArrayList<>();

    private final Deque<Refusal> ofOrders = new ArrayDeque<>();
    private final Deque<Refusal> ofReadiness = new ArrayDeque<>();
    private final Deque<Refusal> ofOffers = new ArrayDeque<>();

    /** Refuses the next orders that are not refused yet. */
    void refuse(String code, long retryAfterMillis) {
        ofOrders.add(new Refusal(code, "orders", "refused by the test", "", retryAfterMillis));
    }

    /** Refuses the next offer or acceptance that is not refused yet. */
    void refuseOffer(String code, long retryAfterMillis) {
        ofOffers.add(new Refusal(code, "terms", "refused by the test", "", retryAfterMillis));
    }

    /** Refuses the next readiness that is not refused yet. */
    void refuseReady(String code, long retryAfterMillis) {
        ofReadiness.add(new Refusal(code, "round", "refused by the test", "", retryAfterMillis));
    }

    @Override
    public CompletableFuture<Answer<RoomTicket>> createRoom(RoomRequest request) {
        throw new UnsupportedOperationException("a bot opens no room");
    }

    @Override
    public CompletableFuture<Answer<SeatTicket>> join(
            String code, @Nullable Side side, @Nullable Integer number, String name, boolean bot) {
        asked.add("join " + code + " " + side + " " + name + (bot ? " bot" : " human"));
        Side given = side == null ? Side.US : side;
        return CompletableFuture.completedFuture(new Answer.Done<>(
                new SeatTicket("match-1", code, new Seat(given, number == null ? 0 : number), "token", "")));
    }

    @Override
    public CompletableFuture<Answer<Void>> start() {
        throw new UnsupportedOperationException("a bot starts no match");
    }

    @Override
    public CompletableFuture<Answer<Saved>> submit(int round, Orders orders) {
        asked.add("submit " + round + " "
                + (orders.isHold() ? "HOLD" : orders.list().size() + " orders"));
        return answer(ofOrders.poll(), round, orders.list().size());
    }

    @Override
    public CompletableFuture<Answer<Saved>> draft(int round, Orders orders) {
        asked.add("draft " + round + " "
                + (orders.isHold() ? "HOLD" : orders.list().size() + " orders"));
        return answer(ofOrders.poll(), round, 0);
    }

    @Override
    public CompletableFuture<Answer<Saved>> vote(int round, Seat drafter, boolean yes) {
        asked.add("vote " + round + " " + drafter + (yes ? " yes" : " no"));
        return answer(null, round, 0);
    }

    @Override
    public CompletableFuture<Answer<Saved>> undo(int round) {
        throw new UnsupportedOperationException("a bot takes nothing back");
    }

    @Override
    public CompletableFuture<Answer<Saved>> ready(int round, boolean ready) {
        throw new UnsupportedOperationException("a bot says what it has heard");
    }

    @Override
    public CompletableFuture<Answer<Saved>> ready(int round, boolean ready, int heardOffers) {
        asked.add((ready ? "ready " : "not ready ") + round + (heardOffers == 0 ? "" : " heard " + heardOffers));
        return answer(ofReadiness.poll(), round, 0);
    }

    @Override
    public CompletableFuture<Answer<Saved>> offer(int round, Terms terms, @Nullable OfferId answers) {
        asked.add("offer " + round + " for " + terms.rounds() + " rounds");
        return answer(ofOffers.poll(), round, 0);
    }

    @Override
    public CompletableFuture<Answer<Saved>> accept(int round, OfferId offer, String termsHash) {
        asked.add("accept " + round + " " + offer + " " + termsHash);
        return answer(ofOffers.poll(), round, 0);
    }

    @Override
    public CompletableFuture<Answer<Saved>> refuse(int round, OfferId offer) {
        throw new UnsupportedOperationException("a bot refuses nothing");
    }

    @Override
    public CompletableFuture<Answer<Saved>> withdraw(int round, OfferId offer) {
        throw new UnsupportedOperationException("a bot withdraws nothing");
    }

    @Override
    public CompletableFuture<Answer<Saved>> notice(int round, boolean given) {
        throw new UnsupportedOperationException("a bot gives no notice");
    }

    @Override
    public CompletableFuture<Answer<Saved>> playCard(int round, String card) {
        throw new UnsupportedOperationException("a bot plays no cards");
    }

    @Override
    public CompletableFuture<Answer<Saved>> say(
            int round, Channel channel, String text, @Nullable Statement statement) {
        throw new UnsupportedOperationException("a bot says nothing");
    }

    @Override
    public void close() {
        asked.add("close");
    }

    private static CompletableFuture<Answer<Saved>> answer(@Nullable Refusal refusal, int round, int orders) {
        return CompletableFuture.completedFuture(
                refusal == null ? new Answer.Done<>(new Saved(round, orders, 0)) : new Answer.Refused<>(refusal));
    }
}
