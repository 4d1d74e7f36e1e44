package dev.truce.app.net.connection;

import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.message.PhaseName;
import org.jspecify.annotations.Nullable;

/** Hears what happens to connections, for meters. Calls come from many threads and must not block. */
public interface NetListener {
    /** A connection was opened. */
    void opened();

    /** A connection has ended. */
    void closed(DisconnectCause cause);

    /** A connection of the protocol came into a phase. */
    void entered(PhaseName phase);

    /** A connection of the protocol left a phase. */
    void left(PhaseName phase);

    /**
     * A client sent a frame.
     *
     * @param matchId the match in which it has a place, or null
     */
    void received(@Nullable String matchId);

    /**
     * A request was refused.
     *
     * @param matchId the match in which its client has a place, or null
     */
    void refused(Refusal.Code code, @Nullable String matchId);

    /** An HTTP request came in. */
    void requested();

    /** An exception showed that nobody had expected: a bug. */
    void uncaught();

    /** An event loop ran a task so much later than asked. */
    void late(long nanos);
}
