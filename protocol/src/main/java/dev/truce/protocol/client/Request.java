package dev.truce.protocol.client;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerMessage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for its answer.
 *
 * @param <T> what the caller gets
 */
public final class Request<T> {
    private final ClientMessage body;
    private final Function<ServerMessage, @Nullable Reply<T>> reader;
    private final Caller<T> caller;
    private ConversationPort.@Nullable Timer timer;

    /**
     * Who waits for the answer, and is told once.
     *
     * @param <T> what he gets
     */
    public interface Caller<T> {
        /** The request was answered, by the server or because it cannot be. */
        void answered(Reply<T> reply);

        /** The client was closed before. */
        void closed();
    }

    /**
     * Makes a request.
     *
     * @param reader returns the caller's answer, or null if the message is not one to this request
     * @param caller waits for it
     */
    public Request(ClientMessage body, Function<ServerMessage, @Nullable Reply<T>> reader, Caller<T> caller) {
        this.body = body;
        this.reader = reader;
        this.caller = caller;
    }

    ClientMessage body() {
        return body;
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
            caller.answered(answer);
        }
    }

    void refused(Refusal refusal) {
        stop();
        caller.answered(new Reply.Refused<>(refusal));
    }

    void closed() {
        stop();
        caller.closed();
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
