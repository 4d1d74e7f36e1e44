package dev.truce.store.sql;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.store.Entry;
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

/**
 * An entry as the chain hashes it: the name of its kind, and bytes.
 *
 * @param kind name of the kind; in the database, so it never changes
 * @param payload the rest
 */
record EntryBytes(String kind, byte[] payload) {
    private static final String ROOM_OPENED = "room_opened";
    private static final String SEAT_TAKEN = "seat_taken";
    private static final String TOKEN_ISSUED = "token_issued";
    private static final String TOKENS_REVOKED = "tokens_revoked";
    static final String INPUT = "input";
    private static final String CLOCK_SET = "clock_set";
    private static final String ROUND_CLOSED = "round_closed";
    private static final String MATCH_ENDED = "match_ended";
    private static final String ROOM_CLOSED = "room_closed";
    private static final String LOSS_ACCEPTED = "loss_accepted";

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading {
        Entry from(DataInputStream in) throws IOException;
    }

    static EntryBytes of(Entry entry) {
        if (entry instanceof Entry.InputAccepted input) {
            return new EntryBytes(INPUT, input.payload());
        } else if (entry instanceof Entry.RoomOpened opened) {
            return bytes(ROOM_OPENED, out -> write(opened.room(), out));
        } else if (entry instanceof Entry.SeatTaken taken) {
            return bytes(SEAT_TAKEN, out -> write(taken.seat(), out));
        } else if (entry instanceof Entry.TokenIssued issued) {
            return bytes(TOKEN_ISSUED, out -> {
                write(issued.token(), out);
                write(issued.revokedHashes(), out);
            });
        } else if (entry instanceof Entry.TokensRevoked revoked) {
            return bytes(TOKENS_REVOKED, out -> write(revoked.hashes(), out));
        } else if (entry instanceof Entry.ClockSet set) {
            return bytes(CLOCK_SET, out -> write(set.clock(), out));
        } else if (entry instanceof Entry.RoundClosed closed) {
            return bytes(ROUND_CLOSED, out -> {
                out.writeInt(closed.round());
                write(closed.link(), out);
            });
        } else if (entry instanceof Entry.MatchEnded ended) {
            return bytes(MATCH_ENDED, out -> out.writeLong(ended.endedUnixMillis()));
        } else if (entry instanceof Entry.RoomClosed) {
            return bytes(ROOM_CLOSED, out -> {});
        } else if (entry instanceof Entry.LossAccepted loss) {
            return bytes(LOSS_ACCEPTED, out -> {
                out.writeLong(loss.group());
                out.writeLong(loss.lost());
            });
        }
        throw new IllegalArgumentException("no bytes for " + entry.getClass());
    }

    /**
     * Returns the entry.
     *
     * @param stream the stream in which it stands
     * @throws IllegalArgumentException if it cannot be read
     */
    Entry entry(String stream) {
        return switch (kind) {
            case INPUT -> new Entry.InputAccepted(payload);
            case ROOM_OPENED -> read(in -> new Entry.RoomOpened(room(stream, in)));
            case SEAT_TAKEN -> read(in -> new Entry.SeatTaken(seat(in)));
            case TOKEN_ISSUED -> read(in -> new Entry.TokenIssued(token(in), texts(in)));
            case TOKENS_REVOKED -> read(in -> new Entry.TokensRevoked(texts(in)));
            case CLOCK_SET -> read(in -> new Entry.ClockSet(clock(in)));
            case ROUND_CLOSED -> read(in -> new Entry.RoundClosed(in.readInt(), bytes(in)));
            case MATCH_ENDED -> read(in -> new Entry.MatchEnded(in.readLong()));
            case ROOM_CLOSED -> read(in -> new Entry.RoomClosed());
            case LOSS_ACCEPTED -> read(in -> new Entry.LossAccepted(in.readLong(), in.readLong()));
            default -> throw new IllegalArgumentException("unknown kind " + kind);
        };
    }

    private static EntryBytes bytes(String kind, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EntryBytes(kind, bytes.toByteArray());
    }

    private Entry read(Reading reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            Entry entry = reading.from(in);
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
    }

    private static StoredRoom room(String stream, DataInputStream in) throws IOException {
        String code = in.readUTF();
        return new StoredRoom(
                stream,
                code.isEmpty() ? null : code,
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                bytes(in),
                in.readLong(),
                false,
                0);
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
