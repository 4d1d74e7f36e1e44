package dev.truce.protocol.codec;

import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ClientEnvelope.BodyCase;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the schema does not say of requests and acts: which of them no desk may ask for, and how the journal keeps them. */
public final class ClassFrames {
    private ClassFrames() {}

    /**
     * Checks a request. The journal may have acts that name a table twice, so only here is it refused.
     *
     * @throws UnreadableException if it does
     */
    static void namesNoTableTwice(ClassRequest request, ClientEnvelope from) throws UnreadableException {
        if (request instanceof ClassRequest.Preview preview) {
            namesNoTableTwice(preview.act(), from, "preview_act.act");
        } else if (request instanceof ClassRequest.Act act) {
            namesNoTableTwice(act.act(), from, "desk_act.act");
        }
    }

    private static void namesNoTableTwice(ClassAct act, ClientEnvelope from, String field) throws UnreadableException {
        dev.truce.protocol.v2.ClassAct wire = from.getBodyCase() == BodyCase.PREVIEW_ACT
                ? from.getPreviewAct().getAct()
                : from.getDeskAct().getAct();
        Set<Integer> named = new HashSet<>();
        for (int table : tables(act)) {
            if (!named.add(table)) {
                String kind = wire.getKindCase().name().toLowerCase(Locale.ROOT);
                throw new UnreadableException(
                        field + "." + kind + ".tables", "refused.malformed.two-tables", "", table);
            }
        }
    }

    private static List<Integer> tables(ClassAct act) {
        if (act instanceof ClassAct.AtTables at) {
            return at.tables();
        }
        return act instanceof ClassAct.FillGaps gaps ? gaps.tables() : List.of();
    }

    /** Returns an act as the schema has it, for the wire and for the journal. */
    public static dev.truce.protocol.v2.ClassAct toWire(ClassAct act) {
        return ClassActWire.toWire(act);
    }

    /**
     * Reads an act that the journal has.
     *
     * @throws IllegalArgumentException if it is none, or was written by a newer version
     */
    public static ClassAct act(dev.truce.protocol.v2.ClassAct stored) {
        return stored(() -> ClassActWire.toGame(stored, "act"));
    }

    /** Returns what is done with the match of a table as the schema has it. */
    public static dev.truce.protocol.v2.HostAct hostAct(HostAct act) {
        return HostActWire.toWire(act);
    }

    /**
     * Reads what is done with the match of a table from the journal.
     *
     * @throws IllegalArgumentException if it is no act, or was written by a newer version
     */
    public static HostAct hostAct(dev.truce.protocol.v2.HostAct stored) {
        return stored(() -> HostActWire.toGame(stored, "act"));
    }

    /** Returns a seat as the schema has it. */
    public static dev.truce.protocol.v2.Seat seat(Seat seat) {
        return WireBoard.toWire(seat);
    }

    /**
     * Reads a seat that the journal has.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Seat seat(dev.truce.protocol.v2.Seat stored) {
        return stored(() -> WireBoard.toGame(stored, "seat"));
    }

    private interface Stored<T> {
        T read() throws UnreadableException;
    }

    private static <T> T stored(Stored<T> stored) {
        try {
            return stored.read();
        } catch (UnreadableException e) {
            throw new IllegalArgumentException("what the journal keeps of a class cannot be read", e);
        }
    }
}
