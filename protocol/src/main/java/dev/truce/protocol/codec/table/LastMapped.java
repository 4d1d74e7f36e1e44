package dev.truce.protocol.codec.table;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that keeps what each thread mapped last. An observation is hashed and sent right after, often to several viewers of one kind,
 * and it holds the report that was sent just before it: without this the same report was mapped three times. Values are told apart by
 * identity, so both they and what they become must never change.
 *
 * @param <G> the value of the game
 * @param <W> the message
 */
public final class LastMapped<G, W> {
    private record Mapped<G, W>(G value, W message) {}

    private final Function<G, W> mapping;

    @SuppressWarnings("ThreadLocalUsage") // Mappings are constants of codecs.
    private final ThreadLocal<@Nullable Mapped<G, W>> last = new ThreadLocal<>();

    /** Keeps the last message of a mapping, for each thread. */
    public LastMapped(Function<G, W> mapping) {
        this.mapping = mapping;
    }

    /** Returns the message of a value. */
    @SuppressWarnings("ReferenceEquality") // Comparing all of two reports costs as much as mapping one.
    public W of(G value) {
        Mapped<G, W> before = last.get();
        if (before != null && before.value() == value) {
            return before.message();
        }
        W message = mapping.apply(value);
        last.set(new Mapped<>(value, message));
        return message;
    }
}
