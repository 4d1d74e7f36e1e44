package dev.truce.app.sim;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.ConversationPort;
import dev.truce.protocol.client.NettySeatClient.WatchTicket;
import dev.truce.protocol.client.Request;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Unreadable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process of a client: the real conversation over simulated connections. What it had in memory is gone when it is killed. */
final class SimClient implements SeatClient, ConversationPort {
    private final Agenda agenda;
    private final SimNetwork network;
    private final int house;
    private final Agenda.Life life = new Agenda.Life();
    private final Conversation conversation;
    private final Acks acks;
    private final String wishKey;
    private @Nullable SimChannel channel;
    private boolean ended;
    private long heard;

    /** Hears what was acknowledged. */
    interface Acks {
        /** A deed under a key is saved, says the server. */
        void saved(Conversation.Place place, String key, Deed deed);

        /** An event comes that this process has heard before. */
        void toldAgain();
    }

    /**
     * Starts a client, which connects.
     *
     * @param house where it is; clients of one house share an address
     * @param ticket of a place that it had before, or null
     * @param wishKey key of its wish for a place, the same in each process: an answer may be lost
     */
    SimClient(
            Agenda agenda,
            SimNetwork network,
            int house,
            Role role,
            @Nullable ResumeTicket ticket,
            String wishKey,
            SeatListener listener,
            Acks acks) {
        this.agenda = agenda;
        this.network = network;
        this.house = house;
        this.acks = acks;
        this.wishKey = wishKey;
        Conversation.Speaker speaker =
                new Conversation.Speaker(role, "sim", "1", agenda.chance().split(), Conversation.Waits.USUAL);
        this.conversation = new Conversation(speaker, ticket, listener, this, opened -> {});
        connect();
    }

    /** Ends the process: nothing of it happens any more; its connection breaks, or is left hanging. */
    void kill(boolean noticed) {
        life.end();
        ended = true;
        for (SimNetwork.Link link : network.links()) {
            if (link.client() == channel) {
                if (noticed) {
                    link.cut();
                } else {
                    link.lose(true, true);
                }
            }
        }
    }

    boolean isOver() {
        return ended;
    }

    Conversation.Place place() {
        return conversation.place();
    }

    @Nullable
    SimChannel channel() {
        return channel;
    }

    // What the conversation asks for.

    @Override
    public void send(ClientFrame frame) {
        if (channel != null) {
            channel.writeAndFlush(frame);
        }
    }

    @Override
    public void drop() {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void connect() {
        if (!ended) {
            network.connect(house, new Session(), () -> {
                if (!life.isOver()) {
                    conversation.lost(Refusal.of(ClientCode.UNREACHABLE, ""));
                }
            });
        }
    }

    @Override
    public ConversationPort.Timer after(long millis, Runnable task) {
        var alarm = agenda.afterMillis(life, millis, task);
        return alarm::cancel;
    }

    @Override
    public long nowMillis() {
        return agenda.millis();
    }

    @Override
    public void failed(RuntimeException fault) {
        throw fault;
    }

    @Override
    public void end() {
        ended = true;
        drop();
    }

    /** Hands what is heard to the conversation. */
    private final class Session extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            if (ended || life.isOver()) {
                context.close();
                return;
            }
            channel = (SimChannel) context.channel();
            conversation.connected();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (life.isOver()) {
                return;
            }
            if (message instanceof ServerFrame frame) {
                if (frame.seq() != 0 && frame.seq() <= heard) {
                    acks.toldAgain();
                }
                heard = Math.max(heard, frame.seq());
                conversation.heard(frame);
            } else if (message instanceof Unreadable unreadable) {
                agenda.breach(0, "a client cannot read what it is told: " + unreadable.refusal());
                conversation.unreadable(unreadable);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (channel == context.channel() && !life.isOver()) {
                channel = null;
                conversation.lost(Refusal.of(ClientCode.UNREACHABLE, ""));
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    // What its user asks for.

    private String key() {
        return newKey(agenda);
    }

    /** Draws a key. */
    static String newKey(Agenda agenda) {
        return Long.toHexString(agenda.chance().nextLong())
                + Long.toHexString(agenda.chance().nextLong() | (1L << 62));
    }

    private <T> CompletableFuture<Reply<T>> ask(
            Supplier<ClientMessage> body, Function<ServerMessage, @Nullable Reply<T>> reader) {
        CompletableFuture<Reply<T>> answer = new CompletableFuture<>();
        conversation.ask(new Request<>(body.get(), reader, new Request.Caller<T>() {
            @Override
            public void answered(Reply<T> reply) {
                answer.complete(reply);
            }

            @Override
            public void closed() {
                // Nobody waits any more.
            }
        }));
        return answer;
    }

    @Override
    public CompletableFuture<Reply<RoomTicket>> createRoom(RoomRequest wish) {
        ClientMessage body = new ClientMessage.CreateRoom(wishKey + "c", wish);
        return ask(
                () -> body,
                message -> message instanceof ServerMessage.RoomCreated created
                        ? new Reply.Done<>(new RoomTicket(created.roomCode(), created.matchId()))
                        : null);
    }

    @Override
    public CompletableFuture<Reply<SeatTicket>> join(
            String code, @Nullable Side side, @Nullable Integer seat, String name, boolean bot) {
        ClientMessage body = new ClientMessage.JoinRoom(wishKey, code, side, name, bot, seat);
        return ask(() -> body, SeatTicket::of);
    }

    CompletableFuture<Reply<WatchTicket>> watch(String code) {
        ClientMessage body = new ClientMessage.JoinRoom(wishKey, code, null, "", false);
        return ask(
                () -> body,
                message -> message instanceof ServerMessage.Watching watching
                        ? new Reply.Done<>(new WatchTicket(watching.matchId(), watching.roomCode(), watching.viewer()))
                        : null);
    }

    /** Wants something of a class; the answer is as the server gave it. */
    CompletableFuture<Reply<ServerMessage>> asks(ClassRequest request) {
        return ask(() -> new ClientMessage.OfClass(request), Reply::done);
    }

    @Override
    public CompletableFuture<Reply<Saved>> does(int round, Deed deed) {
        return does(round, key(), deed);
    }

    /** The same under a key that was used before, by another process of the same person perhaps. */
    CompletableFuture<Reply<Saved>> does(int round, String key, Deed deed) {
        Conversation.Place at = conversation.place();
        return ask(() -> new ClientMessage.Do(at.matchId(), round, key, deed), message -> {
            if (message instanceof ServerMessage.Saved saved) {
                acks.saved(at, key, deed);
                return new Reply.Done<>(new Saved(saved.round(), saved.orders(), saved.savedUnixMillis()));
            }
            return null;
        });
    }

    @Override
    public CompletableFuture<Reply<Saved>> directs(HostAct act) {
        long number = 1 + (agenda.chance().nextLong() >>> 2);
        String matchId = conversation.place().matchId();
        return ask(
                () -> new ClientMessage.Direct(matchId, act, number),
                message -> message instanceof ServerMessage.Saved saved
                        ? new Reply.Done<>(new Saved(saved.round(), saved.orders(), saved.savedUnixMillis()))
                        : null);
    }

    @Override
    public int heardOffers() {
        return conversation.heardOffers();
    }

    @Override
    public void close() {
        conversation.close();
    }
}
