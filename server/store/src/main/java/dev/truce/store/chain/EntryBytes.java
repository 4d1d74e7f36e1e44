package dev.truce.store.chain;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredClock;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An entry as the chain hashes it: the name of its kind, and bytes.
 *
 * @param kind name of the kind; in the database, so it never changes
 * @param payload the rest
 */
public record EntryBytes(String kind, byte[] payload) {
    public static final String INPUT = "input";

    /** Kind of the first entry of a class. */
    public static final String CLASS = "class_opened";

    /** Kind of the entry that closes a class. */
    public static final String CLOSED = "class_closed";

    private static final List<Row<?>> ROWS = List.of(
            new Row<>(
                    INPUT,
                    Entry.InputAccepted.class,
                    Entry.InputAccepted::payload,
                    (stream, payload) -> new Entry.InputAccepted(payload)),
            row(
                    "room_opened",
                    Entry.RoomOpened.class,
                    (entry, out) -> write(entry.room(), out),
                    (stream, in) -> new Entry.RoomOpened(room(stream, in))),
            row(
                    "seat_taken",
                    Entry.SeatTaken.class,
                    (entry, out) -> write(entry.seat(), out),
                    (stream, in) -> new Entry.SeatTaken(seat(in))),
            row(
                    "token_issued",
                    Entry.TokenIssued.class,
                    (entry, out) -> {
                        write(entry.token(), out);
                        write(entry.revokedHashes(), out);
                    },
                    (stream, in) -> new Entry.TokenIssued(token(in), texts(in))),
            row(
                    "tokens_revoked",
                    Entry.TokensRevoked.class,
                    (entry, out) -> write(entry.hashes(), out),
                    (stream, in) -> new Entry.TokensRevoked(texts(in))),
            row(
                    "clock_set",
                    Entry.ClockSet.class,
                    (entry, out) -> write(entry.clock(), out),
                    (stream, in) -> new Entry.ClockSet(clock(in))),
            row(
                    "round_closed",
                    Entry.RoundClosed.class,
                    (entry, out) -> {
                        out.writeInt(entry.round());
                        write(entry.link(), out);
                    },
                    (stream, in) -> new Entry.RoundClosed(in.readInt(), bytes(in))),
            row(
                    "match_ended",
                    Entry.MatchEnded.class,
                    (entry, out) -> out.writeLong(entry.endedUnixMillis()),
                    (stream, in) -> new Entry.MatchEnded(in.readLong())),
            row("room_closed", Entry.RoomClosed.class, (entry, out) -> {}, (stream, in) -> new Entry.RoomClosed()),
            row(
                    "loss_accepted",
                    Entry.LossAccepted.class,
                    (entry, out) -> {
                        out.writeLong(entry.group());
                        out.writeLong(entry.lost());
                    },
                    (stream, in) -> new Entry.LossAccepted(in.readLong(), in.readLong())),
            row(
                    CLASS,
                    Entry.ClassOpened.class,
                    (entry, out) -> write(entry.opened(), out),
                    (stream, in) ->
                            new Entry.ClassOpened(new StoredClass(stream, in.readUTF(), bytes(in), in.readLong()))),
            row(
                    "class_acted",
                    Entry.ClassActed.class,
                    (entry, out) -> write(entry.payload(), out),
                    (stream, in) -> new Entry.ClassActed(bytes(in))),
            row(CLOSED, Entry.ClassClosed.class, (entry, out) -> {}, (stream, in) -> new Entry.ClassClosed()));

    private static final Map<String, Row<?>> BY_KIND =
            ROWS.stream().collect(Collectors.toUnmodifiableMap(Row::kind, row -> row));
    private static final Map<Class<?>, Row<?>> BY_TYPE =
            ROWS.stream().collect(Collectors.toUnmodifiableMap(Row::type, row -> row));

    private interface Writing<E> {
        void write(E entry, DataOutputStream out) throws IOException;
    }

    private interface Reading<E> {
        E read(String stream, DataInputStream in) throws IOException;
    }

    /** A kind of entry: its name in the database, and how it is written and read. */
    private record Row<E extends Entry>(
            String kind, Class<E> type, Function<E, byte[]> writing, BiFunction<String, byte[], E> reading) {
        EntryBytes bytes(Entry entry) {
            return new EntryBytes(kind, writing.apply(type.cast(entry)));
        }
    }

    private static <E extends Entry> Row<E> row(String kind, Class<E> type, Writing<E> writing, Reading<E> reading) {
        return new Row<>(
                kind,
                type,
                entry -> written(entry, writing),
                (stream, payload) -> read(kind, stream, payload, reading));
    }

    /** Returns the types of entries that have bytes. */
    public static Set<Class<?>> types() {
        return BY_TYPE.keySet();
    }

    public static EntryBytes of(Entry entry) {
        Row<?> row = BY_TYPE.get(entry.getClass());
        if (row == null) {
            throw new IllegalArgumentException("no bytes for " + entry.getClass());
        }
        return row.bytes(entry);
    }

    /**
     * Returns the entry.
     *
     * @param stream the stream in which it stands
     * @throws IllegalArgumentException if it cannot be read
     */
    public Entry entry(String stream) {
        Row<?> row = BY_KIND.get(kind);
        if (row == null) {
            throw new IllegalArgumentException("unknown kind " + kind);
        }
        return row.reading().apply(stream, payload);
    }

    private static <E extends Entry> byte[] written(E entry, Writing<E> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.write(entry, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <E extends Entry> E read(String kind, String stream, byte[] payload, Reading<E> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            E entry = reading.read(stream, in);
            if (in.read() >= 0) {
                throw new IllegalArgumentException("more than an entry of kind " + kind);
            }
            return entry;
        } catch (IOException e) {
            throw new IllegalArgumentException("less than an entry of kind " + kind, e);
        }
    }

    private static void write(StoredRoom room, DataOutputStream out) throws IOException {
        String code = room.code();
        out.writeUTF(code == null ? "" : code);
        out.writeUTF(room.ruleset());
        out.writeUTF(room.scenarioId());
        out.writeUTF(room.scenarioHash());
        write(room.setup(), out);
        out.writeLong(room.createdUnixMillis());
        String classId = room.classId();
        if (classId != null) {
            // Rooms outside classes have the bytes that they always had.
            out.writeUTF(classId);
            out.writeInt(room.table());
        }
    }

    private static void write(StoredClass opened, DataOutputStream out) throws IOException {
        String code = opened.code();
        out.writeUTF(code == null ? "" : code);
        write(opened.setup(), out);
        out.writeLong(opened.openedUnixMillis());
    }

    private static StoredRoom room(String stream, DataInputStream in) throws IOException {
        String code = in.readUTF();
        StoredRoom room = new StoredRoom(
                stream,
                code.isEmpty() ? null : code,
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                bytes(in),
                in.readLong(),
                false,
                0);
        return in.available() == 0 ? room : room.atTable(in.readUTF(), in.readInt());
    }

    private static void write(StoredSeat seat, DataOutputStream out) throws IOException {
        out.writeUTF(seat.seat().side().name());
        out.writeInt(seat.seat().number());
        out.writeUTF(seat.name());
        out.writeUTF(seat.kind().name());
        out.writeBoolean(seat.creator());
    }

    private static StoredSeat seat(DataInputStream in) throws IOException {
        Seat seat = new Seat(Side.valueOf(in.readUTF()), in.readInt());
        return new StoredSeat(seat, in.readUTF(), StoredSeat.Kind.valueOf(in.readUTF()), in.readBoolean());
    }

    private static void write(StoredToken token, DataOutputStream out) throws IOException {
        out.writeUTF(token.hash());
        out.writeUTF(token.place());
        out.writeUTF(token.parent());
        out.writeLong(token.ordinal());
    }

    private static StoredToken token(DataInputStream in) throws IOException {
        return new StoredToken(in.readUTF(), in.readUTF(), in.readUTF(), in.readLong());
    }

    private static void write(StoredClock clock, DataOutputStream out) throws IOException {
        out.writeInt(clock.round());
        out.writeLong(clock.leftMillis());
        out.writeUTF(clock.incarnation());
        out.writeLong(clock.aliveNanos());
    }

    private static StoredClock clock(DataInputStream in) throws IOException {
        return new StoredClock(in.readInt(), in.readLong(), in.readUTF(), in.readLong());
    }

    private static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (bytes.length != length) {
            throw new IOException("cut short");
        }
        return bytes;
    }
}
