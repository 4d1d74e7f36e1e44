package dev.truce.protocol.client;

/** A server's answer to a request: a value, or a coded refusal. */
public sealed interface Answer<T> {
    /** The request was carried out. */
    record Done<T>(T value) implements Answer<T> {}

    /** The request was refused and nothing has changed. */
    record Refused<T>(Refusal refusal) implements Answer<T> {}
}
