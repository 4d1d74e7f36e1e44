package dev.truce.web.seat;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.ConversationPort;
import dev.truce.protocol.client.Request;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.slim.UnreadableBytesException;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.web.seat.Link.LinkListener;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A conversation over a WebSocket: frames with their lengths, as over TCP, in messages that may hold a part of one or many. */
public final class RoomLine implements ConversationPort, LinkListener {
    private static final int MORE = 0x80;
    private static final int DIGIT = 0x7F;
    private static final int DIGIT_BITS = 7;

    private final Link link;
    private final Conversation conversation;
    private final Map<Integer, Runnable> waiting = new HashMap<>();
    private final Consumer<RuntimeException> faults;
    private byte[] part = new byte[0];
    private Refusal why = closed();
    private int timers;
    private boolean ended;

    /**
     * A line that is not connected yet.
     *
     * @param ticket of a place that is opened again, or null
     * @param opening told once: the place, or why there is none
     * @param faults hears what a listener could not cope with
     */
    public RoomLine(
            Link link,
            Conversation.Speaker speaker,
            @Nullable ResumeTicket ticket,
            SeatListener listener,
            Consumer<Reply<Conversation.Place>> opening,
            Consumer<RuntimeException> faults) {
        this.link = link;
        this.faults = faults;
        this.conversation = new Conversation(speaker, ticket, listener, this, opening);
    }

    /** What is said over it. */
    public Conversation conversation() {
        return conversation;
    }

    /**
     * Asks for something. A conversation that ends meanwhile refuses it.
     *
     * @param reader takes the answer out of a message, or gives null if it is none
     * @param answered hears the answer once
     */
    public <T> void ask(
            ClientMessage wish, Function<ServerMessage, @Nullable Reply<T>> reader, Consumer<Reply<T>> answered) {
        conversation.ask(new Request<>(wish, reader, new Request.Caller<T>() {
            @Override
            public void answered(Reply<T> reply) {
                answered.accept(reply);
            }

            @Override
            public void closed() {
                answered.accept(new Reply.Refused<>(Refusal.of(ClientCode.CLOSED, "")));
            }
        }));
    }

    private static Refusal closed() {
        return Refusal.of(ClientCode.UNREACHABLE, "").because("refused.unreachable.closed");
    }

    @Override
    public void opened() {
        part = new byte[0];
        why = closed();
        conversation.connected();
    }

    @Override
    public void dropped() {
        conversation.lost(why);
    }

    @Override
    public void woken(int timer) {
        Runnable task = waiting.remove(timer);
        if (task != null) {
            task.run();
        }
    }

    @Override
    public void heard(byte[] message) {
        byte[] all = Arrays.copyOf(part, part.length + message.length);
        System.arraycopy(message, 0, all, part.length, message.length);
        int at = 0;
        while (at < all.length) {
            int length = 0;
            int digits = 0;
            boolean more = true;
            while (more && at + digits < all.length && length <= Wire.SERVER_FRAME_BYTES) {
                byte digit = all[at + digits];
                length |= (digit & DIGIT) << DIGIT_BITS * digits;
                more = digit < 0;
                digits++;
            }
            if (length > Wire.SERVER_FRAME_BYTES) {
                broken(UnreadableBytesException.Why.TOO_LARGE);
                return;
            }
            if (more || length > all.length - at - digits) {
                break;
            }
            at += digits + length;
            if (!take(Arrays.copyOfRange(all, at - length, at))) {
                return;
            }
        }
        part = Arrays.copyOfRange(all, at, all.length);
    }

    /** Returns whether what follows can be read. */
    private boolean take(byte[] frame) {
        ServerEnvelope envelope;
        try {
            envelope = ServerEnvelope.parseFrom(frame);
        } catch (UnreadableBytesException bad) {
            broken(bad.why());
            return false;
        }
        try {
            conversation.heard(ServerFrames.toGame(envelope));
        } catch (UnreadableException unknown) {
            conversation.unreadable(new Unreadable(envelope.getReplyTo(), unknown.refusal()));
        }
        return true;
    }

    private void broken(UnreadableBytesException.Why kind) {
        part = new byte[0];
        why = Refusal.of(ClientCode.UNREACHABLE, "").because("refused.unreachable.broken", kind);
        link.drop();
    }

    @Override
    public void send(ClientFrame frame) {
        byte[] body = ClientFrames.toWire(frame).toByteArray();
        byte[] digits = new byte[Integer.BYTES + 1];
        int count = 0;
        int rest = body.length;
        while (rest >= MORE) {
            digits[count++] = (byte) (rest | MORE);
            rest >>>= DIGIT_BITS;
        }
        digits[count++] = (byte) rest;
        byte[] message = Arrays.copyOf(digits, count + body.length);
        System.arraycopy(body, 0, message, count, body.length);
        link.send(message);
    }

    @Override
    public void drop() {
        link.drop();
    }

    @Override
    public void connect() {
        if (!ended) {
            link.open();
        }
    }

    @Override
    public Timer after(long millis, Runnable task) {
        int timer = ++timers;
        waiting.put(timer, task);
        link.wake(timer, (int) Math.min(Integer.MAX_VALUE, millis));
        return () -> waiting.remove(timer);
    }

    @Override
    public long nowMillis() {
        return link.now();
    }

    @Override
    public void failed(RuntimeException fault) {
        faults.accept(fault);
    }

    @Override
    public void end() {
        ended = true;
        waiting.clear();
        link.drop();
    }
}
