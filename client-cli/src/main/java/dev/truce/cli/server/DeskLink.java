package dev.truce.cli.server;

import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import dev.truce.story.desk.ClassPicture;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A desk of a class over a connection: acts, and knows where the tables stand. Thread-safe. */
public final class DeskLink implements SeatListener.ToSome, AutoCloseable {
    /** How long tables may take to tell where they stand. */
    private static final Duration TABLES = Duration.ofSeconds(10);

    private final ServerCall call;
    private final String code;
    private final ClassPicture picture = new ClassPicture();
    private final InstantSource clock = InstantSource.system();
    private final String secret;
    private @Nullable NettySeatClient client;
    private Consumer<ClassNews> hears = news -> {};
    private volatile boolean up = true;

    /**
     * Knows nothing yet.
     *
     * @param code the code of the class
     * @param secret desk key or ticket
     */
    public DeskLink(ServerCall call, String code, String secret) {
        this.call = call;
        this.code = code;
        this.secret = secret;
    }

    /** Connects and opens the desk. */
    public ClassNews.DeskEntered open() throws FaultException, InterruptedException {
        NettySeatClient made = call.connect(Role.INSTRUCTOR, this);
        client = made;
        ClassNews.DeskEntered desk =
                (ClassNews.DeskEntered) call.answer(made.asks(new ClassRequest.EnterDesk(code, secret)));
        picture.take(desk, clock.millis());
        awaitTables(desk.tables());
        return desk;
    }

    /**
     * Waits until every table has told where it stands, or a moment: one that cannot be brought back tells nothing. Those of a class that is
     * finished tell nothing any more.
     */
    private synchronized void awaitTables(int count) throws InterruptedException {
        long end = System.nanoTime() + TABLES.toNanos();
        while (picture.tables().size() < count && !isFinished()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private NettySeatClient client() {
        NettySeatClient open = client;
        if (open == null) {
            throw new IllegalStateException("the desk is not open");
        }
        return open;
    }

    /** Returns whether the class has ended. */
    boolean isFinished() {
        ClassNews.Changed state = picture.state();
        return state != null && state.closed();
    }

    /** Does something. */
    public Reply<ClassNews> act(ClassAct act, String expected) throws FaultException, InterruptedException {
        return ask(new ClassRequest.Act(NettySeatClient.newKey(), act, expected));
    }

    /** Asks for something. */
    Reply<ClassNews> ask(ClassRequest request) throws FaultException, InterruptedException {
        return call.reply(client().asks(request));
    }

    /** Asks what an act would do. */
    public Reply<ClassNews> preview(ClassAct act) throws FaultException, InterruptedException {
        return ask(new ClassRequest.Preview(act));
    }

    /** Asks for the class list and the log. */
    public ClassNews.ListRead read() throws FaultException, InterruptedException {
        return (ClassNews.ListRead) call.answer(client().asks(new ClassRequest.Read()));
    }

    /** Returns the tables by number, as they were told last. */
    public List<TableChanged> tables() {
        return picture.tables();
    }

    /** Returns the calls for help that no desk has answered, oldest first. */
    public List<ClassNews.HelpCall> calls() {
        ClassNews.Changed state = picture.state();
        return state == null ? List.of() : state.calls();
    }

    /** Returns the open round: the earliest, if tables differ; 1 before the first. */
    public int round() {
        return picture.round();
    }

    /** Reads an act as it is typed at the desk: without a number it means the open round, and for opening one the next. */
    public Optional<ClassAct> read(String line) {
        return picture.read(line);
    }

    /** What the desk knows. */
    ClassPicture picture() {
        return picture;
    }

    /** Waits until all tables are as they are wished to be; returns whether they are. */
    public synchronized boolean await(Predicate<TableChanged> wished, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (tables().isEmpty() || !tables().stream().allMatch(wished)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Is told all that is known, and from now on what the server says, on its thread. */
    public synchronized void hears(Consumer<ClassNews> listener) {
        picture.told().forEach(listener);
        hears = listener;
    }

    boolean isUp() {
        return up;
    }

    @Override
    public synchronized void ofClass(Heard.OfClass heard) {
        picture.take(heard.news(), clock.millis());
        notifyAll();
        hears.accept(heard.news());
    }

    /** After a lost connection the client opens the desk again. */
    @Override
    public void link(Heard.Link heard) {
        up = heard.state() instanceof LinkState.Up;
    }

    @Override
    public void close() {
        NettySeatClient open = client;
        if (open != null) {
            open.close();
        }
    }
}
