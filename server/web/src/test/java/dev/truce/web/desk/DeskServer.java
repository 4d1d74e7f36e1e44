package dev.truce.web.desk;

import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.slim.UnreadableBytesException;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.web.seat.Link;
import dev.truce.web.seat.RoomLine;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A server of one class and a browser's socket to it. It opens the desk, and answers the rest when the test says so. */
final class DeskServer implements Link {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    /** Acts and documents that wait for an answer, the oldest first. */
    private final Deque<ClientFrame> asked = new ArrayDeque<>();

    @Override
    public void open() {}

    @Override
    public void drop() {}

    @Override
    public void wake(int timer, int millis) {}

    @Override
    public long now() {
        return 0;
    }

    @Override
    public void send(byte[] message) {
        int digits = message[0] < 0 ? 2 : 1;
        try {
            hear(ClientFrames.toGame(ClientEnvelope.parseFrom(Arrays.copyOfRange(message, digits, message.length))));
        } catch (UnreadableBytesException | UnreadableException bad) {
            throw new IllegalArgumentException(bad);
        }
    }

    private void hear(ClientFrame frame) {
        if (frame.body() instanceof ClientMessage.Hello) {
            put(
                    frame,
                    new ServerMessage.Welcome(
                            "2", "x", List.of(), 0, new ServerMessage.Limits(4096, 65_536, 15_000, 30_000, 24, 0), ""));
        } else if (frame.body() instanceof ClientMessage.OfClass of) {
            if (of.request() instanceof ClassRequest.EnterDesk) {
                put(
                        frame,
                        new ServerMessage.OfClass(new ClassNews.DeskEntered("c-1", "CODE", "Seminar", 1, "token", 0)));
            } else if (!(of.request() instanceof ClassRequest.Read)) {
                asked.add(frame);
            }
        }
    }

    /** Connects a desk. */
    void connects(RoomLine line) {
        line.opened();
        heardBy(line);
    }

    /** How many wishes wait for an answer. */
    int waiting() {
        return asked.size();
    }

    /** Answers the oldest wish. */
    void answers(RoomLine line, ClassNews news) {
        put(asked.remove(), new ServerMessage.OfClass(news));
        heardBy(line);
    }

    private void heardBy(RoomLine line) {
        while (out.size() > 0) {
            byte[] said = out.toByteArray();
            out.reset();
            line.heard(said);
        }
    }

    private void put(ClientFrame to, ServerMessage body) {
        byte[] frame = ServerFrames.toWire(ServerFrame.answer("x", to.requestId(), body))
                .toByteArray();
        int rest = frame.length;
        while (rest >= 0x80) {
            out.write(rest | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        out.writeBytes(frame);
    }
}
