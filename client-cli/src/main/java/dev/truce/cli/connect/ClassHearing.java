package dev.truce.cli.connect;

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

/**
 * Hears what a class tells, at a desk or as somebody who watches, and knows where its tables stand; after a lost connection it is asked
 * again. Thread-safe.
 */
public final class ClassHearing implements SeatListener.ToSome, AutoCloseable {
    /** How long tables may take to tell where they stand. */
    private static final Duration TABLES = Duration.ofSeconds(10);

    private final ServerCall call;
    private final String code;
    private final ClassPicture picture = new ClassPicture();
    private final InstantSource clock = InstantSource.system();
    private @Nullable NettySeatClient client;
    /** What is asked again after a lost connection; the client opens a desk again by itself. */
    private volatile ClassRequest.@Nullable Watch watches;

    private Consumer<ClassNews> hears = news -> {};
    private volatile Consumer<Heard.Link> hearsLink = link -> {};
    private volatile boolean up = true;
    private volatile boolean gone;

    /**
     * Knows nothing yet.
     *
     * @param code the code of the class
     */
    public ClassHearing(ServerCall call, String code) {
        this.call = call;
        this.code = code;
    }

    /**
     * Connects and opens the desk.
     *
     * @param secret desk key or ticket
     */
    public ClassNews.DeskEntered enterDesk(String secret) throws FaultException, InterruptedException {
        ClassNews.DeskEntered desk =
                (ClassNews.DeskEntered) enter(Role.INSTRUCTOR, new ClassRequest.EnterDesk(code, secret));
        awaitTables(desk.tables());
        return desk;
    }

    /**
     * Connects and watches what everybody may know.
     *
     * @param deskKey for a class that lets nobody else watch, or empty
     */
    public void watch(String deskKey) throws FaultException, InterruptedException {
        ClassRequest.Watch wish = new ClassRequest.Watch(NettySeatClient.newKey(), code, 0, deskKey);
        enter(Role.OBSERVER, wish);
        watches = wish;
    }

    private ClassNews enter(Role role, ClassRequest wish) throws FaultException, InterruptedException {
        NettySeatClient made = call.connect(role, this);
        client = made;
        ClassNews entered = call.answer(made.asks(wish));
        picture.take(entered, clock.millis());
        return entered;
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
            throw new IllegalStateException("the class is not entered");
        }
        return open;
    }

    /** Returns whether the class has ended. */
    public boolean isFinished() {
        ClassNews.Changed state = picture.state();
        return state != null && state.closed();
    }

    /** Does something. */
    public Reply<ClassNews> act(ClassAct act, String expected) throws FaultException, InterruptedException {
        return ask(new ClassRequest.Act(NettySeatClient.newKey(), act, expected));
    }

    public Reply<ClassNews> ask(ClassRequest request) throws FaultException, InterruptedException {
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

    /** What is known of the class. */
    public ClassPicture picture() {
        return picture;
    }

    /** Waits until all tables are as they are wished to be; returns whether they are. */
    public boolean await(Predicate<TableChanged> wished, Duration most) throws InterruptedException {
        return awaitAll(tables -> !tables.isEmpty() && tables.stream().allMatch(wished), most);
    }

    /** Waits until the tables together are as they are wished to be; returns whether they are. Whatever is heard, they are looked at again. */
    public synchronized boolean awaitAll(Predicate<List<TableChanged>> wished, Duration most)
            throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!wished.test(tables())) {
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

    /** Is told from now on how the connection stands, on its thread. */
    public void hearsLink(Consumer<Heard.Link> listener) {
        hearsLink = listener;
    }

    /** Whether the connection is lost and does not come back. */
    public boolean isGone() {
        return gone;
    }

    /** Whether the connection stands. */
    public boolean isUp() {
        return up;
    }

    @Override
    public synchronized void ofClass(Heard.OfClass heard) {
        picture.take(heard.news(), clock.millis());
        notifyAll();
        hears.accept(heard.news());
    }

    @Override
    public void link(Heard.Link heard) {
        up = heard.state() instanceof LinkState.Up;
        if (heard.state().isFinal()) {
            goes();
        }
        ClassRequest wish = watches;
        if (up && wish != null) {
            var unused = client().asks(wish)
                    .thenAccept(reply -> reply.tell(
                            done -> {}, refusal -> hearsLink.accept(new Heard.Link(new LinkState.Closed(refusal)))));
        }
        hearsLink.accept(heard);
    }

    private synchronized void goes() {
        gone = true;
        notifyAll();
    }

    @Override
    public void close() {
        NettySeatClient open = client;
        if (open != null) {
            open.close();
        }
    }
}
