package dev.truce.bench.lesson;

import dev.truce.bench.setting.BenchException;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.client.Transport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One student of a class: joins, hears rounds open and end, and is done when the bell rings. */
final class LessonStudent implements SeatListener.ToSome, AutoCloseable {
    private final Map<Integer, CompletableFuture<Long>> opened = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<Long>> resolved = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> failure;
    private volatile @Nullable NettySeatClient client;

    /** @param failure completed when the student is sent away */
    LessonStudent(CompletableFuture<Void> failure) {
        this.failure = failure;
    }

    /** Connects and sits down. */
    CompletableFuture<SeatTicket> join(
            ConnectionOptions options, Transport transport, String code, String number, String key) {
        return HeldLesson.done(NettySeatClient.connect(options, this, transport))
                .thenCompose(connected -> {
                    client = connected;
                    return HeldLesson.patiently(() -> connected.enterClass(code, number, key));
                });
    }

    /** Completes with the moment at which the student heard that a round was open. */
    CompletableFuture<Long> opened(int round) {
        return opened.computeIfAbsent(round, unused -> new CompletableFuture<>());
    }

    /** Completes with the moment at which the student heard how a round ended. */
    CompletableFuture<Long> resolved(int round) {
        return resolved.computeIfAbsent(round, unused -> new CompletableFuture<>());
    }

    /** Changes nothing in a round, and is done with it. */
    CompletableFuture<Saved> isDone(int round) {
        NettySeatClient connected = client;
        if (connected == null) {
            throw new IllegalStateException("nobody has joined");
        }
        return HeldLesson.patiently(() ->
                connected.does(round, new Deed.Submit(List.of(), new Deed.Ready(true, connected.heardOffers()))));
    }

    @Override
    public void told(Heard.Told heard) {
        long now = System.nanoTime();
        if (heard.notice() instanceof Notice.RoundOpened open) {
            opened(open.observation().openRound()).complete(now);
        } else if (heard.notice() instanceof Notice.RoundResolved over) {
            resolved(over.view().round()).complete(now);
        }
    }

    @Override
    public void link(Heard.Link heard) {
        if (heard.state() instanceof LinkState.Closed closed) {
            failure.completeExceptionally(new BenchException(
                    "a student was sent away: " + closed.refusal().facts()));
        }
    }

    @Override
    public void close() {
        NettySeatClient connected = client;
        if (connected != null) {
            connected.close();
        }
    }
}
