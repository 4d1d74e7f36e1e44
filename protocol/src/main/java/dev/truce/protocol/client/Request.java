package dev.truce.protocol.client;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerMessage;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for its answer.
 *
 * @param <T> what the caller gets
 */
final class Request<T> {
    private final ClientMessage body;
    private final Function<ServerMessage, @Nullable Reply<T>> reader;
    private final CompletableFuture<Reply<T>> future = new CompletableFuture<>();
    private ConversationPort.@Nullable Timer timer;

    /**
     * Makes a request.
     *
     * @param reader returns the caller's answer, or null if the message is not one to this request
     */
    Request(ClientMessage body, Function<ServerMessage, @Nullable Reply<T>> reader) {
        this.body = body;
        this.reader = reader;
    }

    ClientMessage body() {
        return body;
    }

    CompletableFuture<Reply<T>> future() {
        return future;
    }

    void answered(ServerMessage message) {
        stop();
        if (message instanceof ServerMessage.Refused refused) {
            Refusal refusal = refused.refusal();
            refused(refusal.after(Math.max(0, refusal.retryAfterMillis())));
            return;
        }
        Reply<T> answer = reader.apply(message);
        if (answer == null) {
            refused(Refusal.of(ClientCode.UNEXPECTED_ANSWER, ""));
        } else {
            future.complete(answer);
        }
    }

    void refused(Refusal refusal) {
        stop();
        future.complete(new Reply.Refused<>(refusal));
    }

    void fail(RuntimeException closed) {
        stop();
        future.completeExceptionally(closed);
    }

    /** Replaces the timer that waits for the answer. */
    void await(ConversationPort.Timer next) {
        stop();
        timer = next;
    }

    /** Stops waiting, as while the connection is lost. */
    void stop() {
        ConversationPort.Timer waiting = timer;
        if (waiting != null) {
            waiting.cancel();
            timer = null;
        }
    }
}
