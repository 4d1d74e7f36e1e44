package dev.truce.cli.watch;

import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import dev.truce.story.desk.ClassPicture;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Hears what everybody may know of a class; after a lost connection it asks again. Thread-safe. */
final class BoardLink implements SeatListener.ToSome, AutoCloseable {
    private final ServerCall call;
    private final ClassRequest.Watch wish;
    private final ClassPicture picture;
    private final SessionQueue mailbox;
    private final InstantSource clock = InstantSource.system();
    private @Nullable NettySeatClient client;
    private volatile boolean opened;
    private volatile boolean up = true;

    /**
     * Hears nothing yet.
     *
     * @param code the code of the class
     * @param deskKey for a class that lets nobody else watch, or empty
     * @param picture takes in what is heard
     * @param mailbox is told that there is something new
     */
    BoardLink(ServerCall call, String code, String deskKey, ClassPicture picture, SessionQueue mailbox) {
        this.call = call;
        this.wish = new ClassRequest.Watch(NettySeatClient.newKey(), code, 0, deskKey);
        this.picture = picture;
        this.mailbox = mailbox;
    }

    /** Connects and asks for the class. */
    void open() throws FaultException, InterruptedException {
        NettySeatClient made = call.connect(Role.OBSERVER, this);
        client = made;
        picture.take(call.answer(made.asks(wish)), clock.millis());
        opened = true;
    }

    boolean isUp() {
        return up;
    }

    @Override
    public void ofClass(Heard.OfClass heard) {
        picture.take(heard.news(), clock.millis());
        mailbox.post(new Happening.Answered(() -> {}));
    }

    @Override
    public void link(Heard.Link heard) {
        up = heard.state() instanceof LinkState.Up;
        NettySeatClient open = client;
        if (up && opened && open != null) {
            var unused = open.asks(wish).thenAccept(reply -> {
                if (reply instanceof Reply.Refused<ClassNews> denied) {
                    mailbox.hear(new Heard.Link(new LinkState.Closed(denied.refusal())));
                }
            });
        }
        mailbox.hear(new Heard.Link(heard.state()));
    }

    @Override
    public void close() {
        NettySeatClient open = client;
        if (open != null) {
            open.close();
        }
    }
}
