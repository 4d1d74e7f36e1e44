package dev.truce.bench.wire;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.RoomRequest;
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
    public CompletableFuture<Reply<RoomTicket>> createRoom(RoomRequest request) {
        return client.createRoom(request);
    }

    @Override
    public CompletableFuture<Reply<SeatTicket>> join(
            String code, @Nullable Side side, @Nullable Integer seat, String name, boolean bot) {
        return client.join(code, side, seat, name, bot);
    }

    @Override
    public CompletableFuture<Reply<Saved>> does(int round, Deed deed) {
        return meter.measure(() -> client.does(round, deed));
    }

    @Override
    public CompletableFuture<Reply<Saved>> directs(HostAct act) {
        return client.directs(act);
    }

    @Override
    public int heardOffers() {
        return client.heardOffers();
    }

    @Override
    public void close() {
        client.close();
    }
}
