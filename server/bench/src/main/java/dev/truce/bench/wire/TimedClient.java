package dev.truce.bench.wire;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Seat;
import dev.truce.protocol.client.Answer;
import dev.truce.protocol.client.RoomRequest;
import dev.truce.protocol.client.RoomTicket;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatTicket;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A client whose moves are measured.
 *
 * @param client does what is asked
 * @param meter measures what a seat asks of a match
 */
record TimedClient(SeatClient client, MoveMeter meter) implements SeatClient {
    @Override
    public CompletableFuture<Answer<RoomTicket>> createRoom(RoomRequest request) {
        return client.createRoom(request);
    }

    @Override
    public CompletableFuture<Answer<SeatTicket>> join(
            String code, @Nullable Side side, @Nullable Integer seat, String name, boolean bot) {
        return client.join(code, side, seat, name, bot);
    }

    @Override
    public CompletableFuture<Answer<Void>> start() {
        return client.start();
    }

    @Override
    public CompletableFuture<Answer<Saved>> submit(int round, Orders orders) {
        return meter.measure(() -> client.submit(round, orders));
    }

    @Override
    public CompletableFuture<Answer<Saved>> undo(int round) {
        return meter.measure(() -> client.undo(round));
    }

    @Override
    public CompletableFuture<Answer<Saved>> ready(int round, boolean ready) {
        return meter.measure(() -> client.ready(round, ready));
    }

    @Override
    public CompletableFuture<Answer<Saved>> ready(int round, boolean ready, int heardOffers) {
        return meter.measure(() -> client.ready(round, ready, heardOffers));
    }

    @Override
    public CompletableFuture<Answer<Saved>> offer(int round, Terms terms, @Nullable OfferId answers) {
        return meter.measure(() -> client.offer(round, terms, answers));
    }

    @Override
    public CompletableFuture<Answer<Saved>> accept(int round, OfferId offer, String termsHash) {
        return meter.measure(() -> client.accept(round, offer, termsHash));
    }

    @Override
    public CompletableFuture<Answer<Saved>> refuse(int round, OfferId offer) {
        return meter.measure(() -> client.refuse(round, offer));
    }

    @Override
    public CompletableFuture<Answer<Saved>> withdraw(int round, OfferId offer) {
        return meter.measure(() -> client.withdraw(round, offer));
    }

    @Override
    public CompletableFuture<Answer<Saved>> notice(int round, boolean given) {
        return meter.measure(() -> client.notice(round, given));
    }

    @Override
    public CompletableFuture<Answer<Saved>> draft(int round, Orders orders) {
        return meter.measure(() -> client.draft(round, orders));
    }

    @Override
    public CompletableFuture<Answer<Saved>> vote(int round, Seat drafter, boolean yes) {
        return meter.measure(() -> client.vote(round, drafter, yes));
    }

    @Override
    public CompletableFuture<Answer<Saved>> say(
            int round, Channel channel, String text, @Nullable Statement statement) {
        return meter.measure(() -> client.say(round, channel, text, statement));
    }

    @Override
    public CompletableFuture<Answer<Saved>> playCard(int round, String card) {
        return meter.measure(() -> client.playCard(round, card));
    }

    @Override
    public void close() {
        client.close();
    }
}
