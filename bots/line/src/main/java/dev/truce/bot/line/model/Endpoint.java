package dev.truce.bot.line.model;

/** Where a model answers. Several threads may ask at a time. */
public interface Endpoint {
    /**
     * Sends a request.
     *
     * @param body of it, JSON
     * @param call the same for the same call of a tournament, also when it is made again: an endpoint that knows it need not charge twice
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    HttpReply send(String body, String call) throws InterruptedException;
}
