package dev.truce.protocol.codec.table;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Maps a family of values of the game to a message with one kind of each: a row a kind.
 *
 * @param <G> the family
 * @param <W> the message
 * @param <B> its builder
 * @param <K> its kinds
 */
public final class CodecTable<G, W, B, K extends Enum<K>> {
    private final Map<Class<? extends G>, Row<? extends G, W, B>> byType = new LinkedHashMap<>();
    private final Map<K, Row<? extends G, W, B>> byKind;

    public CodecTable(Class<K> kinds) {
        this.byKind = new EnumMap<>(kinds);
    }

    /** Reads one kind. */
    public interface Reader<D, W> {
        /**
         * Returns the value.
         *
         * @param field where it stands
         */
        D read(W from, String field) throws UnreadableException;
    }

    private record Row<D, W, B>(Class<D> type, BiConsumer<D, B> writer, Reader<D, W> reader) {
        void write(Object value, B to) {
            writer.accept(type.cast(value), to);
        }
    }

    /** Adds the row of a kind. */
    public <D extends G> CodecTable<G, W, B, K> row(
            Class<D> type, K kind, BiConsumer<D, B> writer, Reader<D, W> reader) {
        Row<D, W, B> row = new Row<>(type, writer, reader);
        byType.put(type, row);
        byKind.put(kind, row);
        return this;
    }

    /** Returns the types that have a row. */
    public Set<Class<? extends G>> types() {
        return byType.keySet();
    }

    /**
     * Writes a value.
     *
     * @throws IllegalStateException if its type has no row
     */
    public void write(G value, B to) {
        Row<? extends G, W, B> row = byType.get(value.getClass());
        if (row == null) {
            throw new IllegalStateException("no row for " + value.getClass());
        }
        row.write(value, to);
    }

    /**
     * Reads a message of a kind; the kind's name in lower case is a part of the name of what is wrong.
     *
     * @param field where the message stands; empty if it is the whole
     */
    public G read(W from, K kind, String field) throws UnreadableException {
        Row<? extends G, W, B> row = byKind.get(kind);
        if (row == null) {
            throw UnreadableException.missing(field);
        }
        String name = kind.name().toLowerCase(Locale.ROOT);
        return row.reader().read(from, field.isEmpty() ? name : field + "." + name);
    }
}
