package dev.truce.protocol.client;

import dev.truce.protocol.message.ClientFrame;

/** What a conversation asks of the network and of time; calls come from the conversation's one thread. */
public interface ConversationPort {
    /** Sends a frame over the present connection; it may be lost. */
    void send(ClientFrame frame);

    /** Closes the present connection, after which the conversation is told that it is lost. */
    void drop();

    /** Tries to connect, after which the conversation is told that there is a connection, or that it is lost. */
    void connect();

    /** Runs a task on the conversation's thread after so many milliseconds, unless it is cancelled before. */
    Timer after(long millis, Runnable task);

    /** Returns milliseconds of a clock that never goes back. */
    long nowMillis();

    /** Hears of a fault of the listener, which is its own: it must not end the link that others wait on. */
    void failed(RuntimeException fault);

    /** Frees everything; no call comes after it. */
    void end();

    /** A task that waits for its time. */
    interface Timer {
        /** Forgets the task. */
        void cancel();
    }
}
