package dev.truce.store.chain;

import dev.truce.store.Entry;

/**
 * What comes of the entries of a stream.
 *
 * @param <T> a match or a class
 */
public interface StreamFold<T> {
    /**
     * Takes the next entry.
     *
     * @throws IllegalArgumentException if it cannot follow the ones before
     */
    void add(Entry entry);

    /**
     * Returns what has come of them.
     *
     * @throws IllegalArgumentException if the first is missing
     */
    T result();
}
