package dev.truce.app.net;

import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.util.function.Consumer;

/** Both ends of a connection without a socket, whose bytes go through all stages of a port. Confined to one thread. */
public final class MemoryConnection {
    private final EmbeddedChannel client = channel(channel -> Stages.addClient(channel.pipeline()));
    private final EmbeddedChannel server;
    private final Runnable saves;
    private long requests;

    /** @param saves makes what the server wants to save durable, so that it answers */
    public MemoryConnection(PortStages stages, Runnable saves) {
        this.server = channel(channel -> stages.begin(channel, InetAddress.getLoopbackAddress()));
        this.saves = saves;
    }

    private static EmbeddedChannel channel(Consumer<Channel> stages) {
        return new EmbeddedChannel(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                stages.accept(channel);
            }
        });
    }

    /** Says something; what is answered waits to be read, or is dropped with the next. */
    public void says(ClientMessage message) {
        server.releaseOutbound();
        client.writeOutbound(new ClientFrame(Wire.PROTO_VERSION, "", ++requests, 0, message));
        for (ByteBuf sent = client.readOutbound(); sent != null; sent = client.readOutbound()) {
            server.writeInbound(sent);
        }
        saves.run();
        server.runPendingTasks();
    }

    /**
     * Reads the answer to who has just opened a room.
     *
     * @throws IllegalStateException if there is none
     */
    public ServerMessage.RoomCreated openedRoom() {
        for (ByteBuf sent = server.readOutbound(); sent != null; sent = server.readOutbound()) {
            client.writeInbound(sent);
        }
        for (ServerFrame frame = client.readInbound(); frame != null; frame = client.readInbound()) {
            if (frame.body() instanceof ServerMessage.RoomCreated created) {
                return created;
            }
        }
        throw new IllegalStateException("no room was opened");
    }

    /** Ends it. */
    public void leave() {
        server.finishAndReleaseAll();
        client.finishAndReleaseAll();
    }
}
