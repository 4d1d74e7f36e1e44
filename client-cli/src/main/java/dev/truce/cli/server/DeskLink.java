package dev.truce.cli.server;

import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Notice;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A desk of a class over a connection: acts, and knows where the tables stand. Thread-safe. */
public final class DeskLink implements SeatListener, AutoCloseable {
    /** How long tables may take to tell where they stand. */
    private static final Duration TABLES = Duration.ofSeconds(10);

    private final ServerCall call;
    private final String code;
    private final Map<Integer, TableChanged> tables = new TreeMap<>();
    private final String secret;
    private @Nullable NettySeatClient client;
    private ClassNews.@Nullable DeskEntered entered;
    private ClassNews.@Nullable Changed state;
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
        synchronized (this) {
            entered = desk;
        }
        awaitTables(desk.tables());
        return desk;
    }

    /** Waits until every table has told where it stands, or a moment: one that cannot be brought back tells nothing. */
    private synchronized void awaitTables(int count) throws InterruptedException {
        long end = System.nanoTime() + TABLES.toNanos();
        while (tables.size() < count) {
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

    /** Does something. */
    public Reply<ClassNews> act(ClassAct act, String expected) throws FaultException, InterruptedException {
        return call.reply(client().asks(new ClassRequest.Act(NettySeatClient.newKey(), act, expected)));
    }

    /** Asks for something. */
    Reply<ClassNews> ask(ClassRequest request) throws FaultException, InterruptedException {
        return call.reply(client().asks(request));
    }

    /** Asks what an act would do. */
    public Reply<ClassNews> preview(ClassAct act) throws FaultException, InterruptedException {
        return call.reply(client().asks(new ClassRequest.Preview(act)));
    }

    /** Asks for the class list and the log. */
    public ClassNews.ListRead read() throws FaultException, InterruptedException {
        return (ClassNews.ListRead) call.answer(client().asks(new ClassRequest.Read()));
    }

    /** Returns the tables by number, as they were told last. */
    public synchronized List<TableChanged> tables() {
        return List.copyOf(tables.values());
    }

    /** Returns the calls for help that no desk has answered, oldest first. */
    public synchronized List<ClassNews.HelpCall> calls() {
        return state == null ? List.of() : state.calls();
    }

    /** Returns the open round: the earliest, if tables differ; 1 before the first. */
    public synchronized int round() {
        return tables.values().stream().mapToInt(TableChanged::round).min().orElse(1);
    }

    /** Reads an act as it is typed at the desk: without a number it means the open round, and for opening one the next. */
    public Optional<ClassAct> read(String line) {
        Optional<ClassAct> act = ClassActNotation.read(line, round());
        boolean opens =
                act.isPresent() && act.get() instanceof ClassAct.AtTables at && at.act() instanceof HostAct.OpenRound;
        // Between rounds, tables tell the round that opens next.
        return opens && isBetween() ? ClassActNotation.read(line, round() - 1) : act;
    }

    private synchronized boolean isBetween() {
        return tables.values().stream()
                .min(Comparator.comparingInt(TableChanged::round))
                .map(first -> first.phase() == TablePhase.BETWEEN || first.phase() == TablePhase.LOBBY)
                .orElse(false);
    }

    /** Waits until all tables are as they are wished to be; returns whether they are. */
    public synchronized boolean await(Predicate<TableChanged> wished, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (tables.isEmpty() || !tables.values().stream().allMatch(wished)) {
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
        if (entered != null) {
            listener.accept(entered);
        }
        if (state != null) {
            listener.accept(state);
        }
        tables.values().forEach(listener);
        hears = listener;
    }

    boolean isUp() {
        return up;
    }

    @Override
    public synchronized void onClass(ClassNews news) {
        if (news instanceof TableChanged table) {
            tables.put(table.table(), table);
            notifyAll();
        } else if (news instanceof ClassNews.Changed changed) {
            state = changed;
        }
        hears.accept(news);
    }

    @Override
    public void onMatch(String matchId, String scenarioId, String scenarioHash, String ruleset) {}

    @Override
    public void onNotice(Notice notice, long deadlineUnixMillis) {}

    /** After a lost connection the client opens the desk again. */
    @Override
    public void onLink(LinkState state) {
        up = state instanceof LinkState.Up;
    }

    @Override
    public void close() {
        NettySeatClient open = client;
        if (open != null) {
            open.close();
        }
    }
}
