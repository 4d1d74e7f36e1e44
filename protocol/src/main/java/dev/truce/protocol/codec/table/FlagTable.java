package dev.truce.protocol.codec.table;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Binds a set of an enum's constants to the conditions of a message: a row a constant.
 *
 * @param <E> the enum
 * @param <M> the message
 * @param <B> its builder
 */
public final class FlagTable<E extends Enum<E>, M, B> {
    private record Row<M, B>(Predicate<M> reads, BiConsumer<B, Boolean> writes) {}

    private final Class<E> type;
    private final Map<E, Row<M, B>> rows;

    /** A table without rows. */
    public FlagTable(Class<E> type) {
        this.type = type;
        this.rows = new EnumMap<>(type);
    }

    /** Adds a row. */
    public FlagTable<E, M, B> row(E constant, Predicate<M> reads, BiConsumer<B, Boolean> writes) {
        rows.put(constant, new Row<>(reads, writes));
        return this;
    }

    /** Writes a set; what has no row is left out. */
    public void write(Set<E> from, B to) {
        rows.forEach((constant, row) -> row.writes().accept(to, from.contains(constant)));
    }

    /** Reads a set. */
    public Set<E> read(M from) {
        Set<E> set = EnumSet.noneOf(type);
        rows.forEach((constant, row) -> {
            if (row.reads().test(from)) {
                set.add(constant);
            }
        });
        return set;
    }
}
