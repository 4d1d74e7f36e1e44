package dev.truce.protocol.codec.table;

import java.util.ArrayList;
import java.util.List;

/** Maps lists element by element, and says which element could not be read. */
public final class WireLists {
    /** Reads one element. */
    public interface Reader<W, G> {
        G read(W wire, String field) throws UnreadableException;
    }

    private WireLists() {}

    public static <W, G> List<G> read(List<W> wire, String field, Reader<W, G> reader) throws UnreadableException {
        List<G> list = new ArrayList<>(wire.size());
        for (int i = 0; i < wire.size(); i++) {
            list.add(reader.read(wire.get(i), field + "[" + i + "]"));
        }
        return list;
    }
}
